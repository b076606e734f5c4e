import { commitTurn } from '@lianban/db/commit-turn';
import { openQuarters } from '@lianban/db/liaison/open-quarter';
import { openYears } from '@lianban/db/liaison/open-year';
import { sweepLadder } from '@lianban/db/ladder/sweep';
import { loadCase, rowsAfter } from '@lianban/db/load-rows';
import type { LadderActivities, LedgerActivities, CalendarActivities } from '@lianban/workflows/drivers/temporal';
import { civilDateOf, type CivilDate } from '@lianban/domain/civil-date';
import { DISTRICT_MEETINGS, QUARTERLY_LEDGER } from '@lianban/domain/matters';
import { currentEditionOf } from '@lianban/workflows/procedures/registry';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { Context } from '@temporalio/activity';
import type { Pool } from 'pg';

/**
 * The ledger over PostgreSQL, idempotent by case and version; the sweep of ladders, idempotent by limit and rung; and the opening
 * of what bureaus do every quarter and every year, idempotent by bureau and period.
 */
export const createActivities = (pool: Pool): LedgerActivities & LadderActivities & CalendarActivities => ({
  loadCase: ({ caseId }) => loadCase(pool, caseId),
  commitTurn: (turn) => commitTurn(pool, turn),
  rowsAfter: ({ caseId, version }) => rowsAfter(pool, caseId, version),
  sweepLadder: () => sweepLadder(pool, { onBatch: (swept) => Context.current().heartbeat(swept) }),
  openByCalendar: ({ at }) => openByCalendar(pool, civilDateOf(at)),
});

async function openByCalendar(
  pool: Pool,
  on: CivilDate,
): Promise<{ readonly standing: number; readonly opened: number }> {
  const receipts = [
    ...(await openYears(pool, currentOf(DISTRICT_MEETINGS), { on })),
    ...(await openQuarters(pool, currentOf(QUARTERLY_LEDGER), { on })),
  ];
  return { standing: receipts.length, opened: receipts.filter(({ result }) => result === 'new').length };
}

function currentOf(id: string): AnyProcedure {
  const procedure = currentEditionOf(id);
  if (procedure === undefined) throw new RangeError(`no procedure ${id}`);
  return procedure;
}
