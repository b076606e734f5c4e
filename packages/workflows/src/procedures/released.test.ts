import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { procedures } from './registry.ts';

const WHAT_TO_DO = `
This edition is released: cases run under it and finish under it, so no owner, limit or policy of its catalogue changes in place.
- A new law or regulation: leave this edition alone and add one beside it (docs/runbooks/change-a-procedure.md).
- A new reading of the same text: add a step and guard it in the flow with p.amended('<yyyy-mm> what changed')
  (docs/architecture.md, "Add a step to a procedure").
- A step so added, or a word that changes nobody's rights or duties: once that is reviewed, write the snapshot again with
  npx vitest run -u --root packages/workflows released
and say in the commit why.`;

const released = procedures.map((edition) => [`${edition.id} ${edition.edition}`, edition] as const);
const pathOf = ({ id, edition }: Pick<AnyProcedure, 'id' | 'edition'>): string => `${id}/released/${edition}.json`;

/** Lists of names stand in one line: a difference is easier to see, and Prettier leaves them alone. */
const namesInOneLine = (_key: string, value: unknown): unknown =>
  Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string')
    ? value.join(', ')
    : value;

/** Everything an edition says but its flow, whose readings the digests in the ledger watch over. */
const catalogueOf = ({ flow: _, ...said }: AnyProcedure): string => `${JSON.stringify(said, namesInOneLine, 2)}\n`;

describe('a released edition', () => {
  test.each(released)('keeps its steps, limits, owners, buttons and endings: %s', async (_, edition) => {
    await expect(catalogueOf(edition)).toMatchFileSnapshot(join(import.meta.dirname, pathOf(edition)), WHAT_TO_DO);
  });

  test('is not taken away while its snapshot stands', () => {
    const snapshots = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll(sep, '/'))
      .filter((path) => /\/released\/[^/]+\.json$/.test(path));
    const known = procedures.map(pathOf);
    expect(snapshots.length).toBeGreaterThan(0);
    expect(snapshots.filter((path) => !known.includes(path))).toEqual([]);
  });
});
