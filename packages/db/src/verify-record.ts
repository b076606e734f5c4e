// Recomputes every chain of the record and prints where one does not hold: `DATABASE_URL=… npm run verify-record`.
// Ends with 1 when something is broken.
import pg from 'pg';
import { verifyRecord } from './verify-record-chains.ts';

const connectionString = process.env['DATABASE_URL'];
if (connectionString === undefined || connectionString === '') throw new Error('DATABASE_URL is not set');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const pool = new pg.Pool({ connectionString, max: 1 });
try {
  const { cases, streams, breaks } = await verifyRecord(pool, ({ where, chain, position, what }) =>
    say(`BROKEN  ${where}  ${chain} ${position}: ${what}`),
  );
  say(`record: ${cases} cases and ${streams} other streams verified, ${breaks} broken`);
  process.exitCode = breaks === 0 ? 0 : 1;
} finally {
  await pool.end();
}
