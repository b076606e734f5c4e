import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claim } from './claim.ts';
import { NOTICE_CHANNEL, readNotice, type Notice } from './notice.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, DRUGSTORE, RecordedCase } from './testing/recorded-case.ts';

let database: TestDatabase;
let listener: pg.Client;
const heard: Notice[] = [];
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
    { version: 2, units: ['cq-permits', 'cq-service-centre'], duty: 'intake', outcome: 'accept', byName: '何静' },
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
