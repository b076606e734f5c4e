// Folds the ledger of every open case with the present code, before it is released: `DATABASE_URL=… npm run fold-record`.
// Prints each case that it reads differently and ends with 1 when there is one. Writes nothing.
import { postgresUrl, readVariables } from '@lianban/domain/environment';
import pg from 'pg';
import { foldOpenCases } from './fold-open-cases.ts';

const { DATABASE_URL: connectionString } = readVariables(process.env, { DATABASE_URL: postgresUrl });

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const pool = new pg.Pool({ connectionString, max: 1 });
try {
  let differing = 0;
  const cases = await foldOpenCases(pool, ({ caseId, procedure, edition, code, detail }) => {
    differing += 1;
    say(`${code}  ${caseId}  ${procedure} ${edition}  ${JSON.stringify(detail)}`);
  });
  say(`record: ${cases} open cases folded, ${differing} read differently`);
  process.exitCode = differing === 0 ? 0 : 1;
} finally {
  await pool.end();
}
