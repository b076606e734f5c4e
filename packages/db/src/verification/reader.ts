import pg from 'pg';

/** A connection that sees the record as it was at one moment, and only reads. */
export interface Reader {
  readonly client: pg.Client;
  /** Name under which other connections see the same moment while this one is open. */
  readonly snapshot: string;
  close(): Promise<void>;
}

// Chains lie scattered over the table, so a range is sorted: in memory, and by one process, because there are as many
// readers as processors.
const SETTINGS = "SET TIME ZONE 'UTC'; SET work_mem = '64MB'; SET max_parallel_workers_per_gather = 0";

/** Opens one; with `snapshot`, of the same moment as another. The record may be in use meanwhile. */
export async function openReader(databaseUrl: string, snapshot: string | null): Promise<Reader> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(SETTINGS);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  if (snapshot !== null) await client.query(`SET TRANSACTION SNAPSHOT ${client.escapeLiteral(snapshot)}`);
  const { rows } = await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
  return { client, snapshot: snapshot ?? rows[0]?.id ?? '', close: () => client.end() };
}
