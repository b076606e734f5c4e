import type { Pool, PoolClient } from 'pg';

// Long enough for a busy server, well under the time-out of a workflow task. Statements in a transaction go by primary
// key, so planning the long ones anew for every value only costs time.
const SETTINGS =
  "SET LOCAL statement_timeout = '4s'; SET LOCAL lock_timeout = '3s'; SET LOCAL plan_cache_mode = 'force_generic_plan'";

/** Ends a transaction without writing anything and gives `instead` to the caller. */
export class RolledBack<T> {
  readonly instead: T;

  constructor(instead: T) {
    this.instead = instead;
  }
}

/**
 * Runs `work` in one transaction. `locks` is SQL sent together with BEGIN, so that statements of `work` see what was
 * committed while it waited. Commits unless `work` throws or gives {@link RolledBack}.
 */
export async function inTransaction<T>(
  pool: Pool,
  locks: string,
  work: (client: PoolClient) => Promise<T | RolledBack<T>>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`BEGIN; ${SETTINGS}; ${locks}`);
    const done = await work(client);
    if (done instanceof RolledBack) {
      await client.query('ROLLBACK');
      return done.instead;
    }
    await client.query('COMMIT');
    return done;
  } catch (failure) {
    broken = await rollBack(client);
    throw failure;
  } finally {
    client.release(broken);
  }
}

/** Why the connection cannot be used again; undefined when it can. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (failure) {
    return failure instanceof Error ? failure : new Error(String(failure));
  }
}
