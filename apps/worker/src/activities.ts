import { commitTurn } from '@lianban/db/commit-turn';
import { openQuarters } from '@lianban/db/liaison/open-quarter';
import { sweepLadder } from '@lianban/db/ladder/sweep';
import { loadCase, rowsAfter } from '@lianban/db/load-rows';
import type { LadderActivities, LedgerActivities, QuarterActivities } from '@lianban/workflows/drivers/temporal';
import { civilDateOf, type CivilDate } from '@lianban/domain/civil-date';
import { QUARTERLY_LEDGER } from '@lianban/domain/matters';
import { currentEditionOf } from '@lianban/workflows/procedures/registry';
import { Context } from '@temporalio/activity';
import type { Pool } from 'pg';

/**
 * The ledger over PostgreSQL, idempotent by case and version; the sweep of ladders, idempotent by limit and rung; and the opening
 * of quarterly ledgers, idempotent by bureau and quarter.
 */
export const createActivities = (pool: Pool): LedgerActivities & LadderActivities & QuarterActivities => ({
  loadCase: ({ caseId }) => loadCase(pool, caseId),
  commitTurn: (turn) => commitTurn(pool, turn),
  rowsAfter: ({ caseId, version }) => rowsAfter(pool, caseId, version),
  sweepLadder: () => sweepLadder(pool, { onBatch: (swept) => Context.current().heartbeat(swept) }),
  openQuarters: ({ at }) => openCurrentQuarters(pool, civilDateOf(at)),
});

async function openCurrentQuarters(
  pool: Pool,
  on: CivilDate,
): Promise<{ readonly standing: number; readonly opened: number }> {
  const procedure = currentEditionOf(QUARTERLY_LEDGER);
  if (procedure === undefined) throw new RangeError(`no procedure ${QUARTERLY_LEDGER}`);
  const receipts = await openQuarters(pool, procedure, on);
  return { standing: receipts.length, opened: receipts.filter(({ result }) => result === 'new').length };
}
