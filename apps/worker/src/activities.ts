import { commitTurn } from '@lianban/db/commit-turn';
import { loadCase, rowsAfter } from '@lianban/db/load-rows';
import type { LedgerActivities } from '@lianban/workflows/drivers/temporal';
import type { Pool } from 'pg';

/** The ledger over PostgreSQL. Each call is idempotent by case and version. */
export const createActivities = (pool: Pool): LedgerActivities => ({
  loadCase: ({ caseId }) => loadCase(pool, caseId),
  commitTurn: (turn) => commitTurn(pool, turn),
  rowsAfter: ({ caseId, version }) => rowsAfter(pool, caseId, version),
});
