import { randomUUID } from 'node:crypto';
import { claim } from '@lianban/db/claim';
import { askColleagues } from '@lianban/db/involvement/ask';
import { endAbsence } from '@lianban/db/stand-in/end';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { actorOf, RecordedCase } from '@lianban/db/testing/recorded-case';
import { away, giver } from '@lianban/db/testing/standing-in';
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
    { checked: { duties: 1, unowned: 0, lost: 0, enterprisesWithoutAgent: 0, requests: 0, stranded: 0 } },
  ]);
});

test('a place where everybody is away and nobody stands in is named, and holds nobody up once somebody does', async () => {
  await RecordedCase.open(database.pool);
  const { delegationId } = await away(database.pool, ['hejing', 'guolan']);
  expect((await check()).code).toBe(0);
  await endAbsence(database.pool, giver('guolan'), { delegationId, reason: '另有任务' });
  const left = await check();
  expect(left.code).toBe(1);
  const place = { province: 'CQ', unitId: 'cq-service-centre', role: 'WIN', unit: '行政审批服务中心' };
  expect(answersIn(left.output)[0]).toMatchObject({ unowned: { ...place, duties: 1, because: 'away' } });
  await database.pool.query('UPDATE delegation SET ended_at = now(), ended_because = $1 WHERE ended_at IS NULL', [
    'ended',
  ]);
  await database.pool.query(
    `UPDATE duty SET state = 'cancelled', settled_at = now(), settled_version = 1 WHERE step = 'intake' AND state = 'open'`,
  );
});

test('a duty whose holder is gone, or that nobody can do, is named and ends with 1', async () => {
  await database.pool.query(`UPDATE person SET disabled_at = now() WHERE name = '周敏'`);
  const lost = await check();
  expect(lost.code).toBe(1);
  expect(answersIn(lost.output)).toEqual([
    { lost: { province: 'CQ', unitId: 'cq-permits', role: 'OFF', person: '周敏', duties: 1 } },
    { checked: { duties: 1, unowned: 0, lost: 1, enterprisesWithoutAgent: 0, requests: 0, stranded: 0 } },
  ]);
  await database.pool.query(`UPDATE post SET until = current_date - 2 WHERE role = 'OFF'`);
  const unowned = await check();
  expect(unowned.code).toBe(1);
  const place = { province: 'CQ', unitId: 'cq-permits', role: 'OFF', unit: '行政审批处' };
  expect(answersIn(unowned.output)[0]).toMatchObject({ unowned: { ...place, duties: 1, because: 'nobody' } });
  await database.pool.query(`UPDATE unit SET until = current_date - 2 WHERE id = 'cq-permits'`);
  expect(answersIn((await check()).output)[0]).toMatchObject({ unowned: { ...place, because: 'unitEnded' } });
});

test('a request to somebody who may not act any more is counted and ends with 1', async () => {
  const other = await testDatabase();
  const life = await RecordedCase.open(other.pool);
  await life.answer('intake', 'accept');
  const reach = { caseId: life.caseId, duty: 'propose', by: actorOf('OFF'), province: 'CQ' } as const;
  await claim(other.pool, reach);
  const asking = { kind: 'assist', posts: [actorOf('LEG').postId], units: [], note: null, notBy: [] } as const;
  await askColleagues(other.pool, reach, { ...asking, requestId: randomUUID() });
  const checked = async () => run(['organisation', 'check'], '', { DATABASE_URL: other.url });
  expect((await checked()).code).toBe(0);
  await other.pool.query(`UPDATE post SET until = current_date - 2 WHERE id = $1`, [actorOf('LEG').postId]);
  const ended = await checked();
  expect(ended.code).toBe(1);
  expect(answersIn(ended.output).at(-1)).toMatchObject({ checked: { requests: 1, stranded: 1 } });
  await other.drop();
});

test('a wrong call ends with 2', async () => {
  expect((await check('--deep')).code).toBe(2);
});
