import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { auditOf, caseStream } from '../audit.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { proposalTaken, type Involved } from '../testing/involving.ts';
import { actorOf, type RecordedCase } from '../testing/recorded-case.ts';
import { verifyCase } from '../verify-chain.ts';

let database: TestDatabase;
let life: RecordedCase;
let duty: Involved;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ({ life, involved: duty } = await proposalTaken(database.pool));
});

const legal = actorOf('LEG');

test('a request is answered under the same id once, and every act stands in the unbroken trail of the case', async () => {
  await duty.sheet('all', [legal]);
  const requestId = randomUUID();
  await duty.say(legal, 'agree', requestId);
  await duty.say(legal, 'agree', requestId);
  await expect(duty.say(legal, 'disagree')).rejects.toMatchObject({ code: 'REQUEST_CLOSED' });
  const acts = (await auditOf(database.pool, caseStream(life.caseId))).map(({ action }) => action);
  expect(acts.slice(-2)).toEqual(['duty.countersign', 'duty.respond']);
  expect(await verifyCase(database.pool, life.caseId)).toEqual([]);
});

test('what has been signed does not change, and is not removed [ASVS v5.0.0-16.4.2]', async () => {
  await duty.sheet('all', [legal]);
  await duty.say(legal, 'agree');
  for (const text of [
    `UPDATE involvement SET verdict = 'disagree' WHERE case_id = $1`,
    'DELETE FROM involvement WHERE case_id = $1',
    'DELETE FROM sheet WHERE case_id = $1',
  ])
    await expect(database.pool.query(text, [life.caseId]), text).rejects.toMatchObject({ code: '23514' });
});
