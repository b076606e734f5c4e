import { addHours, instant } from '@lianban/domain/civil-date';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claim } from './claim.ts';
import { sweepLadder } from './ladder/sweep.ts';
import { NOTICE_CHANNEL, readNotice, type Broadcast } from './notice.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, DRUGSTORE, RecordedCase } from './testing/recorded-case.ts';

let database: TestDatabase;
let listener: pg.Client;
const heard: Broadcast[] = [];
beforeAll(async () => {
  database = await testDatabase();
  listener = new pg.Client({ connectionString: database.url });
  await listener.connect();
  listener.on('notification', ({ payload }) => heard.push(readNotice(payload ?? '')));
  await listener.query(`LISTEN ${NOTICE_CHANNEL}`);
});
afterAll(async () => {
  await listener.end();
  await database.drop();
});

test('turns and claims are told to those whose lists they change, and to nobody when nothing was written', async () => {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  await claim(database.pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') });
  await claim(database.pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') });
  await RecordedCase.resume(database.pool, life.caseId);
  await listener.query('SELECT 1'); // what was sent before has arrived before its answer
  expect(heard).toMatchObject([
    {
      caseId: life.caseId,
      version: 1,
      enterprise: DRUGSTORE,
      units: ['cq-service-centre'],
      duty: null,
      outcome: 'open',
      byName: '方少棠',
    },
    {
      ...{ version: 2, units: ['cq-permits', 'cq-service-centre'], duty: 'intake', outcome: 'accept', byName: '何静' },
      request: life.turns[1]?.input.requestId,
    },
    {
      version: 2,
      units: ['cq-permits'],
      roles: ['OFF'],
      enterprise: null,
      duty: 'propose',
      outcome: 'claim',
      byName: '周敏',
    },
  ]);
});

test('what is sent to posts is told to exactly these, in few notices', async () => {
  heard.length = 0;
  const life = await RecordedCase.open(database.pool, { at: addHours(instant(Date.now()), -24 * 60) });
  await sweepLadder(database.pool);
  await listener.query('SELECT 1');
  const { rows } = await database.pool.query<{ post_id: string }>(
    'SELECT DISTINCT post_id FROM message JOIN reminder r ON r.id = reminder_id WHERE r.case_id = $1',
    [life.caseId],
  );
  const notices = heard.filter((announcement) => 'posts' in announcement);
  expect(notices).toHaveLength(1);
  expect(notices.flatMap(({ posts }) => [...posts]).sort()).toEqual(rows.map(({ post_id }) => post_id).sort());
});
