import { commitTurn } from '@lianban/db/commit-turn';
import { sweepLadder } from '@lianban/db/ladder/sweep';
import { loadCase, rowsAfter } from '@lianban/db/load-rows';
import type { LadderActivities, LedgerActivities } from '@lianban/workflows/drivers/temporal';
import { Context } from '@temporalio/activity';
import type { Pool } from 'pg';

/** The ledger over PostgreSQL, idempotent by case and version, and the sweep of ladders, idempotent by limit and rung. */
export const createActivities = (pool: Pool): LedgerActivities & LadderActivities => ({
  loadCase: ({ caseId }) => loadCase(pool, caseId),
  commitTurn: (turn) => commitTurn(pool, turn),
  rowsAfter: ({ caseId, version }) => rowsAfter(pool, caseId, version),
  sweepLadder: () => sweepLadder(pool, { onBatch: (swept) => Context.current().heartbeat(swept) }),
});
