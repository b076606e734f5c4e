// npm run docs:procedures: writes the page of every procedure edition, and what the console draws of it.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { editionPages, pageIndex } from '../test/support/procedure-page/pages.ts';

const root = resolve(import.meta.dirname, '..');

async function write(path, text) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
  process.stdout.write(`${path}\n`);
}

for (const { path, text, drawnPath, drawn } of await editionPages()) {
  await write(path, text);
  const style = await resolveConfig(join(root, drawnPath));
  await write(drawnPath, await format(JSON.stringify(drawn), { ...style, parser: 'json' }));
}
const { path, text } = pageIndex();
await write(path, text);
