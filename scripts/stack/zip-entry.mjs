import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DEFLATED = 8;

/** Position and number of the entries in the directory at the end of a zip file. */
function directoryOf(zip) {
  for (let at = zip.length - 22; at >= 0; at -= 1)
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY)
      return { count: zip.readUInt16LE(at + 10), offset: zip.readUInt32LE(at + 16) };
  throw new Error('not a zip file');
}

/** Content of the first entry whose name ends with `ending`. @throws Error when there is none */
export function zipEntry(zip, ending) {
  const { count, offset } = directoryOf(zip);
  for (let seen = 0, at = offset; seen < count; seen += 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength).endsWith(ending)) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const content = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      return zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(content) : content;
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`the zip file has no ${ending}`);
}
