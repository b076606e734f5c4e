import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Rows that one turn of a case writes on average, counted over the course that is measured. */
const ROWS_PER_TURN = 11;

/** Where the bare workflow writes. */
export interface BareActivities {
  /** Writes as many rows as a turn in one transaction; gives the number of the act. */
  append(input: { readonly caseId: string; readonly requestId: string }): Promise<number>;
}

/** Makes the table of the bare workflow. */
export async function prepare(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`CREATE TABLE IF NOT EXISTS bench_row (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, case_id uuid NOT NULL, request_id uuid NOT NULL, n int NOT NULL,
    content jsonb NOT NULL, UNIQUE (request_id, n))`);
  await client.end();
}

/** The bare ledger over PostgreSQL. */
export function bareLedger(databaseUrl: string): BareActivities {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 });
  return {
    append: async ({ caseId, requestId }) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query({
          name: 'bare',
          text: `INSERT INTO bench_row (case_id, request_id, n, content) SELECT $1, $2, n, $3 FROM generate_series(1, $4::int) n
            ON CONFLICT DO NOTHING`,
          values: [caseId, requestId, JSON.stringify({ text: randomUUID().repeat(5) }), ROWS_PER_TURN],
        });
        await client.query('COMMIT');
        return 1;
      } finally {
        client.release();
      }
    },
  };
}
