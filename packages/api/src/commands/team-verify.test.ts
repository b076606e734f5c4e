import { drawFor } from '@lianban/db/team/draw';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { actorOf } from '@lianban/db/testing/recorded-case';
import { supervisedCase } from '@lianban/db/testing/supervised-case';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersIn, run, type Ended } from '../testing/command-line.ts';

let database: TestDatabase;
let number: string;
beforeAll(async () => {
  database = await testDatabase();
  const { caseId } = await supervisedCase(database.pool);
  const asked = { caseId, duty: 'verification/verify', by: actorOf('DISP'), reason: null, barred: ['decide'] };
  await drawFor(database.pool, asked);
  const { rows } = await database.pool.query<{ number: string }>('SELECT number FROM case_file');
  number = rows[0]?.number ?? '';
});
afterAll(() => database.drop());

const verify = (...words: readonly string[]): Promise<Ended> =>
  run(['team', 'verify', ...words], '', { DATABASE_URL: database.url });

test('a draw that its list and seed give is OK, with the names of those who were drawn', async () => {
  const sound = await verify('--case', number);
  expect([sound.code, sound.errors]).toEqual([0, '']);
  const [draw, totals] = answersIn(sound.output);
  expect(draw).toMatchObject({
    duty: 'verification/verify',
    number: 1,
    result: 'OK',
    team: [expect.any(String), expect.any(String)],
  });
  expect(totals).toEqual({ verified: { draws: 1, differing: 0 } });
});

test('a draw that was changed is named with what differs, and ends with 1 [ASVS v5.0.0-16.4.2]', async () => {
  await database.pool.query('ALTER TABLE inspection_draw DISABLE TRIGGER ALL');
  await database.pool.query(`UPDATE inspection_draw SET result = jsonb_set(result, '{leader}', '"somebody"')`);
  const changed = await verify('--case', number);
  expect(changed.code).toBe(1);
  expect(answersIn(changed.output)).toMatchObject([{ result: ['team'] }, { verified: { draws: 1, differing: 1 } }]);
});

test('a wrong call ends with 2', async () => {
  const wrong = [[], ['--case'], ['--case', '没有'], ['--deep', 'x']] as const;
  expect(await Promise.all(wrong.map(async (words) => (await verify(...words)).code))).toEqual([2, 2, 2, 2]);
});
