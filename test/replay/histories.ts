import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Row } from '@lianban/workflows/kernel/turn';
import { procedures } from '@lianban/workflows/procedures/registry';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';

/** A life as it was recorded at a release: the engine's history and the ledger that came of it. */
export interface Recorded {
  /** `<procedure>-<edition>/<release>/<life>`. */
  readonly name: string;
  readonly procedure: AnyProcedure;
  readonly rows: readonly Row[];
  readonly history: unknown;
}

const root = join(import.meta.dirname, 'histories');

/** Everything that was ever recorded. */
export const recorded: readonly Recorded[] = procedures.flatMap((procedure) => {
  const folder = `${procedure.id}-${procedure.edition}`;
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => {
      const { rows, history } = JSON.parse(readFileSync(join(root, folder, path), 'utf8')) as Pick<
        Recorded,
        'rows' | 'history'
      >; // written by record.ts beside this file
      return {
        name: `${folder}/${path.slice(0, -basename(path).length)}${basename(path, '.json')}`,
        procedure,
        rows,
        history,
      };
    });
});
