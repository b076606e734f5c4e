import type { ShownError } from '../../app/api.ts';
import type { InboxRow } from './groups.ts';

/** What can be done with a duty without opening it. */
export type QuickAct = 'claim' | 'release';

/** What became of one row: taken over or given back, or refused with the reason. */
export interface Attempt {
  readonly row: InboxRow;
  readonly act: QuickAct;
  readonly refused: ShownError | null;
}

const atOnce = 10;

/** Tries every row, ten at a time, in their order; a refusal of one says nothing about the others. `send` gives null on success. */
export async function attemptAll(
  act: QuickAct,
  rows: readonly InboxRow[],
  send: (row: InboxRow) => Promise<ShownError | null>,
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    attempts.push(...(await Promise.all(some.map(async (row) => ({ row, act, refused: await send(row) })))));
  }
  return attempts;
}

/** The person who was quicker, when the refusal names one. */
export function holderNamed({ refused }: Pick<Attempt, 'refused'>): string | null {
  if (refused?.code !== 'CLAIMED_BY_OTHER' && refused?.code !== 'NOT_CLAIMED') return null;
  const { holder } = refused.detail;
  return typeof holder === 'string' && holder !== '' ? holder : null;
}
