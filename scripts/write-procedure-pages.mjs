// npm run docs:procedures: writes the page of every procedure beside it.
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { procedurePages } from '../test/support/procedure-page/procedure-page.ts';

const root = resolve(import.meta.dirname, '..');

for (const { path, text } of await procedurePages()) {
  await writeFile(join(root, path), text);
  console.log(path);
}
