import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const procedures = resolve(import.meta.dirname, '../../../docs/procedures');

/** Files with scripts of rehearsals of a procedure. */
export const scriptsOf = (id: string): readonly string[] =>
  readdirSync(join(procedures, id, 'examples'))
    .filter((file) => file.endsWith('.json'))
    .sort();

/** Links to the scripts, each with what it prints. */
export const examplesOf = (id: string): readonly string[] => [
  ...['', '## Examples', ''],
  'Scripts of [`simulate`](../../commands.md#simulate):',
  '',
  ...scriptsOf(id).map((file) => {
    const printed = file.replace(/json$/, 'jsonl');
    return `- [${titleOf(id, file)}](examples/${file}), and [what it prints](examples/${printed})`;
  }),
];

function titleOf(id: string, file: string): string {
  const script = JSON.parse(readFileSync(join(procedures, id, 'examples', file), 'utf8')) as { title?: string }; // a test plays each
  return script.title ?? file;
}
