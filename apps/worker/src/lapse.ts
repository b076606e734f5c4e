import { commitTurn } from '@lianban/db/commit-turn';
import { loadRows, rowsAfter } from '@lianban/db/load-rows';
import type { DueLapse } from '@lianban/db/queries/due-lapses';
import { LianbanError } from '@lianban/domain/error';
import { lapseOf } from '@lianban/workflows/kernel/lapse';
import { RefusedInput, Runner } from '@lianban/workflows/kernel/runner';
import { procedureOf } from '@lianban/workflows/procedures/registry';
import type { Pool } from 'pg';

/** What came of a lapse: a turn of the case, nothing because something came before it, or it waits for an answer received in time. */
export type Lapsed = 'turned' | 'moved' | 'deferred';

/**
 * Works the earliest lapse of the case as its next turn, from its ledger and through the runner that its workflow has; the
 * ledger decides whether it is due. @throws LianbanError INTERNAL when the present code has no such edition;
 * ProcedureMisuse DRIFT when it reads the ledger differently.
 */
export async function turnLapse(pool: Pool, { caseId, procedure: id, edition }: DueLapse): Promise<Lapsed> {
  const procedure = procedureOf(id, edition);
  if (procedure === undefined)
    throw new LianbanError('INTERNAL', { reason: 'no such edition', procedure: id, edition });
  const runner = new Runner(procedure, caseId, {
    commit: (turn) => commitTurn(pool, turn),
    rowsAfter: (version) => rowsAfter(pool, caseId, version),
  });
  await runner.begin(() => loadRows(pool, caseId));
  const next = runner.committed.nextLapse;
  if (next === null) return 'moved';
  try {
    return (await runner.submit(lapseOf(next))) === 'deferred' ? 'deferred' : 'turned';
  } catch (failure) {
    if (failure instanceof RefusedInput) return 'moved'; // an answer or another date came first
    throw failure;
  }
}
