import type { Host } from '@lianban/workflows/kernel/runner';
import type { Pool } from 'pg';
import { commitTurn } from './commit-turn.ts';
import { rowsAfter } from './load-rows.ts';

/** The record as a runner reaches it from this process, without the engine. */
export const recordHost = (pool: Pool, caseId: string): Host => ({
  commit: (turn) => commitTurn(pool, turn),
  rowsAfter: (version) => rowsAfter(pool, caseId, version),
});
