import { loadRows } from '@lianban/db/load-rows';
import { openCasesAfter, type OpenCase } from '@lianban/db/queries/case-state';
import { ProcedureMisuse } from '@lianban/workflows/kernel/misuse';
import { foldLedger } from '@lianban/workflows/kernel/fold';
import { procedureOf } from '@lianban/workflows/procedures/registry';
import type { Pool } from 'pg';

/** An open case that the present code cannot carry on, and why. */
export interface Unfolded extends OpenCase {
  /** `DRIFT` or another misuse of the kernel; `NO_EDITION` when the present code has no such edition. */
  readonly code: ProcedureMisuse['code'] | 'NO_EDITION';
  /** What the kernel says about it: for a drift the `version` of the row, and the entries or the refusal it gives now. */
  readonly detail: Readonly<Record<string, unknown>>;
}

const PAGE = 200;

/**
 * Folds the ledger of every open case with the present code and hands over each that cannot be folded. Reads only.
 * Gives the number of cases folded or not.
 */
export async function foldOpenCases(pool: Pool, found: (unfolded: Unfolded) => void): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ;) {
    const page: readonly OpenCase[] = await openCasesAfter(pool, after, PAGE);
    for (const open of page) {
      const unfolded = await unfoldedOf(pool, open);
      if (unfolded !== null) found(unfolded);
    }
    count += page.length;
    after = page.at(-1)?.caseId ?? null;
    if (page.length < PAGE) return count;
  }
}

async function unfoldedOf(pool: Pool, open: OpenCase): Promise<Unfolded | null> {
  const procedure = procedureOf(open.procedure, open.edition);
  if (procedure === undefined) return { ...open, code: 'NO_EDITION', detail: {} };
  const rows = await loadRows(pool, open.caseId);
  try {
    await foldLedger(procedure, rows);
    return null;
  } catch (failure) {
    if (!(failure instanceof ProcedureMisuse)) throw failure;
    return { ...open, code: failure.code, detail: failure.detail };
  }
}
