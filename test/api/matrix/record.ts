import { select, selectOne, type Queryable } from '@lianban/db/queryable';
import { inTransaction } from '@lianban/db/transaction';
import type { Pool } from 'pg';

/**
 * What the whole record amounts to: it differs after any row was written, changed or removed. The audit notes refusals, and
 * guesses at passwords are counted, so these are left out.
 */
export async function stateOfRecord(db: Queryable): Promise<() => Promise<string>> {
  const tables = await select<{ name: string }>(db, {
    text: `SELECT quote_ident(tablename) AS name FROM pg_tables
      WHERE schemaname = 'public' AND tablename NOT LIKE 'audit%' AND tablename NOT LIKE '\\_%'
        AND tablename NOT IN ('sign_in_attempt', 'sign_in_tally', 'credential') ORDER BY tablename`,
  });
  // Every version of a row carries the transaction that wrote it.
  const counts = tables.map(
    ({ name }) => `(SELECT count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) FROM ${name})`,
  );
  const text = `SELECT concat_ws(' ', ${counts.join(', ')}) AS state`;
  return async () => (await selectOne<{ state: string }>(db, { name: 'state-of-record', text })).state;
}

/** Takes back what a test has changed, append-only or not. */
export const takeBack = (pool: Pool, statements: readonly string[]): Promise<void> =>
  inTransaction(pool, "SET LOCAL session_replication_role = 'replica'", async (client) => {
    for (const text of statements) await select(client, { text });
  });
