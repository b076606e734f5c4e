import { crc32, deflateSync } from 'node:zlib';

/** Points: an A4 sheet, its margin and its lines. */
const SHEET = { width: 595, height: 842, margin: 72, line: 24, size: 12 } as const;

/** A one-page PDF with those lines, in Chinese or not; readers bring the font. */
export function madePdf(lines: readonly string[]): Buffer {
  const { width, height, margin, line, size } = SHEET;
  const shown = lines.map((text) => `<${ucs2(text)}> Tj 0 -${line} Td`).join('\n');
  const content = `BT /F1 ${size} Tf ${margin} ${height - margin} Td\n${shown}\nET`;
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]);
}

/** Code units of UCS-2 in hexadecimal, as the encoding of the font reads them. */
const ucs2 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

function pdfOf(objects: readonly string[]): Buffer {
  let written = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = written.length;
    written += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${written.length}\n%%EOF\n`;
  return Buffer.from(written + table + trailer, 'latin1');
}

/** A plan of rooms as a PNG: walls at those columns and rows of a grid, in shades of grey. */
export function madePng({ side, walls }: { readonly side: number; readonly walls: readonly number[] }): Buffer {
  const isWall = (at: number): boolean => walls.includes(at) || at === 0 || at === side - 1;
  const rows = Array.from({ length: side }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: side }, (_column, x) => (isWall(x) || isWall(y) ? 64 : 240))]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8); // eight bits of grey, not interlaced
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.concat(rows));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
