import type { DueLapse } from '@lianban/db/queries/due-lapses';
import { loadRows } from '@lianban/db/load-rows';
import { recordHost } from '@lianban/db/record-host';
import { LianbanError } from '@lianban/domain/error';
import { lapseOf } from '@lianban/workflows/kernel/lapse';
import { RefusedInput, Runner } from '@lianban/workflows/kernel/runner';
import { procedureOf } from '@lianban/workflows/procedures/registry';
import type { Pool } from 'pg';

/**
 * Works the earliest lapse of the case as its next turn, from its ledger and through the runner that its workflow has. False
 * when the ledger says otherwise: an answer or another date came first, or an answer received in time is still being
 * recorded. @throws LianbanError INTERNAL when the present code has no such edition; ProcedureMisuse DRIFT when it reads
 * the ledger differently.
 */
export async function turnLapse(pool: Pool, { caseId, procedure: id, edition }: DueLapse): Promise<boolean> {
  const procedure = procedureOf(id, edition);
  if (procedure === undefined)
    throw new LianbanError('INTERNAL', { reason: 'no such edition', procedure: id, edition });
  const runner = new Runner(procedure, caseId, recordHost(pool, caseId));
  await runner.begin(() => loadRows(pool, caseId));
  const next = runner.committed.nextLapse;
  if (next === null) return false;
  try {
    return (await runner.submit(lapseOf(next))) !== 'deferred';
  } catch (failure) {
    if (failure instanceof RefusedInput) return false;
    throw failure;
  }
}
