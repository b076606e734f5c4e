import pg from 'pg';

/**
 * At most `max` connections to the record, each of which may die: what is under way on it fails, and the next query opens
 * another. Without a listener the driver ends the process instead.
 */
export function openPool(databaseUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max });
  pool.on('error', () => undefined); // died while idle
  pool.on('connect', (client) => client.on('error', () => undefined)); // died while lent: its query fails, or the next one
  return pool;
}
