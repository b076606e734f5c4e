import { claim } from '@lianban/db/claim';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { actorOf, RecordedCase } from '@lianban/db/testing/recorded-case';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersIn, run, type Ended } from '../testing/command-line.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  await claim(database.pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') });
});
afterAll(() => database.drop());

const check = (...words: readonly string[]): Promise<Ended> =>
  run(['organisation', 'check', ...words], '', { DATABASE_URL: database.url });

test('an organisation in which somebody can do every open duty ends with 0 and the totals', async () => {
  const sound = await check();
  expect([sound.code, sound.errors]).toEqual([0, '']);
  expect(answersIn(sound.output)).toEqual([
    { checked: { duties: 1, unowned: 0, lost: 0, enterprisesWithoutAgent: 0 } },
  ]);
});

test('a duty whose holder is gone, or that nobody can do, is named and ends with 1', async () => {
  await database.pool.query(`UPDATE person SET disabled_at = now() WHERE name = '周敏'`);
  const lost = await check();
  expect(lost.code).toBe(1);
  expect(answersIn(lost.output)).toEqual([
    { lost: { province: 'CQ', unitId: 'cq-permits', role: 'OFF', person: '周敏', duties: 1 } },
    { checked: { duties: 1, unowned: 0, lost: 1, enterprisesWithoutAgent: 0 } },
  ]);
  await database.pool.query(`UPDATE post SET until = current_date - 2 WHERE role = 'OFF'`);
  const unowned = await check();
  expect(unowned.code).toBe(1);
  const place = { province: 'CQ', unitId: 'cq-permits', role: 'OFF', unit: '行政审批处' };
  expect(answersIn(unowned.output)[0]).toMatchObject({ unowned: { ...place, duties: 1, because: 'nobody' } });
  await database.pool.query(`UPDATE unit SET until = current_date - 2 WHERE id = 'cq-permits'`);
  expect(answersIn((await check()).output)[0]).toMatchObject({ unowned: { ...place, because: 'unitEnded' } });
});

test('a wrong call ends with 2', async () => {
  expect((await check('--deep')).code).toBe(2);
});
