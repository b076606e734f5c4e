import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseStream } from '@lianban/db/audit';
import { selectOne } from '@lianban/db/queryable';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersIn, run, type Ended } from '../testing/command-line.ts';

let database: TestDatabase;
let folder: string;
let caseId: string;
let number: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'lianban-audit-'));
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  ({ caseId } = life);
  const text = 'SELECT number FROM case_file WHERE case_id = $1';
  ({ number } = await selectOne<{ number: string }>(database.pool, { text, values: [caseId] }));
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const audit = (...words: readonly string[]): Promise<Ended> =>
  run(['audit', ...words], '', { DATABASE_URL: database.url });
const tamper = (sql: string): Promise<unknown> =>
  database.pool.query(`BEGIN; SET LOCAL session_replication_role = 'replica'; ${sql}; COMMIT`);

test('a sound record ends with 0 and the totals, a broken one with 1 and a line that names the row [ASVS v5.0.0-16.4.2]', async () => {
  const sound = await audit('verify');
  expect([sound.code, sound.errors]).toEqual([0, '']);
  expect(answersIn(sound.output)).toMatchObject([{ verified: { rows: 4, streams: 2, breaks: 0 } }]);

  const heads = await audit('heads');
  const path = join(folder, 'heads.jsonl');
  await writeFile(path, heads.output);
  expect(answersIn(heads.output)).toMatchObject([{ stream: caseStream(caseId), position: 2 }]);
  expect((await audit('verify', '--heads', path)).code).toBe(0);

  await tamper(`UPDATE audit SET action = 'other' WHERE position = 2`);
  const broken = await audit('verify', '--stream', number);
  expect(broken.code).toBe(1);
  const line = { stream: caseStream(caseId), case: number, chain: 'audit', position: 2, kind: 'changed', rows: 1 };
  expect(answersIn(broken.output)).toMatchObject([line, { verified: { breaks: 1 } }]);

  await tamper(`DELETE FROM audit WHERE position = 2; DELETE FROM audit_head`);
  const cut = answersIn((await audit('verify', '--heads', path)).output);
  expect(cut).toContainEqual({ ...line, kind: 'missing' });
});

test('a wrong call ends with 2, a record that is away with 3', async () => {
  const wrong = [['--stream', 'nothing'], ['--since', 'yesterday'], ['--deep'], ['--heads', 'no-such-file']];
  const codes = await Promise.all(wrong.map(async (words) => (await audit('verify', ...words)).code));
  expect(codes).toEqual([2, 2, 2, 3]);
  const away = await run(['audit', 'verify'], '', { DATABASE_URL: 'postgres://127.0.0.1:1/nothing' });
  expect(away.code).toBe(3);
});
