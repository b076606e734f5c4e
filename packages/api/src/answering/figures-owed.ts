import { figuresOfQuarter, ledgerAmong, unitsCounted } from '@lianban/db/liaison/quarter-figures';
import type { CaseRecord } from '@lianban/db/queries/case-page';
import type { Queryable } from '@lianban/db/queryable';
import type { Instant } from '@lianban/domain/civil-date';
import type { FiguresOfUnit } from '@lianban/domain/quarter-figures';
import { readerOf } from '../presentation/catalogue.ts';
import { isOwn, type Reader } from '../presentation/owner.ts';

/** What the paper of a duty would count if it were made at that instant. */
export interface FiguresOwed {
  readonly duty: string;
  readonly at: Instant;
  readonly units: readonly FiguresOfUnit[];
}

/**
 * The figures that the reader is about to hand in, for each open duty of theirs whose answer makes the ledger of a quarter: of the very units
 * that the paper will count, and of no others. The record is asked as the reader reaches it.
 */
export async function figuresOwed(
  db: Queryable,
  { head, duties }: Pick<CaseRecord, 'head' | 'duties'>,
  { reader, at }: { readonly reader: Reader; readonly at: Instant },
): Promise<readonly FiguresOwed[]> {
  const { quarter } = head.opening;
  if (quarter === undefined) return [];
  const catalogue = readerOf(head.procedure, head.edition);
  const owed: FiguresOwed[] = [];
  for (const { key, step, role, state, unitId } of duties) {
    if (state !== 'open' || !isOwn({ role, unitId }, reader)) continue;
    const made = Object.values(catalogue.spec(step).outcomes).flatMap(({ documents = [] }) => documents);
    const ledger = ledgerAmong(made);
    if (ledger === undefined) continue;
    const units = unitsCounted(ledger, { quarter, unit: unitId });
    owed.push({ duty: key, at, units: await figuresOfQuarter(db, { ...quarter, units }, at) });
  }
  return owed;
}
