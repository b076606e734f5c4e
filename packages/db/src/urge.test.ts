import { randomUUID } from 'node:crypto';
import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { auditOf, caseStream } from './audit.ts';
import { claim } from './claim.ts';
import { messagesOf, readMessages } from './queries/messages.ts';
import type { Scope } from './queries/scope.ts';
import { select } from './queryable.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, RecordedCase } from './testing/recorded-case.ts';
import { urge, type UrgeAsked } from './urge.ts';
import { verifyCase } from './verify-chain.ts';

let database: TestDatabase;
let life: RecordedCase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
});

const scopeIn = (role: Role): Scope => ({
  ...{ personId: actorOf(role).personId, role, province: 'CQ', unitIds: [], enterpriseId: null },
});
const asked = (role: Role, more: Partial<UrgeAsked> = {}): UrgeAsked => ({
  ...{
    requestId: randomUUID(),
    caseId: life.caseId,
    duty: 'propose',
    by: actorOf(role),
    scope: scopeIn(role),
    reason: null,
  },
  ...more,
});
const urgeBy = (role: Role, more: Partial<UrgeAsked> = {}) => urge(database.pool, asked(role, more));
const urgesOf = () => select(database.pool, { text: 'SELECT FROM urge WHERE case_id = $1', values: [life.caseId] });
const toldNow = async (nth: number) =>
  (await messagesOf(database.pool, actorOf('OFF', nth).postId, 50)).rows.filter(
    (row) => 'caseId' in row && row.caseId === life.caseId,
  );

test('an urge is told to the pool, or to whoever has taken the duty, with name and reason', async () => {
  expect(await urgeBy('SUP', { reason: '企业来电' })).toMatchObject({ told: 2 });
  await claim(database.pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') });
  expect(await urgeBy('SEC')).toMatchObject({ told: 1 });
  expect(await toldNow(0)).toMatchObject([
    { urge: { role: 'SEC', reason: null }, readAt: null },
    { urge: { name: '叶青', role: 'SUP', reason: '企业来电' }, key: 'propose', duty: { step: 'propose', open: true } },
  ]);
  expect(await toldNow(1)).toHaveLength(1);
});

test('an urge is in the audit of the case, whose chain still holds', async () => {
  await urgeBy('SUP');
  const last = (await auditOf(database.pool, caseStream(life.caseId))).at(-1);
  expect(last).toMatchObject({ action: 'duty.urge', role: 'SUP', detail: { duty: 'propose' } });
  expect(await verifyCase(database.pool, life.caseId)).toEqual([]);
});

test('the same request again changes nothing, with other content it is refused', async () => {
  const request = asked('SUP');
  const first = await urge(database.pool, request);
  expect(await urge(database.pool, request)).toEqual(first);
  expect(await urgesOf()).toHaveLength(1);
  await expect(urge(database.pool, { ...request, reason: '别的' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
});

test('each person urges a duty once a day, and all together three times, and are told when it is possible again', async () => {
  const againOn = addDays(civilDateOf(instant(Date.now())), 1);
  await urgeBy('SUP');
  await expect(urgeBy('SUP')).rejects.toMatchObject({
    ...{ code: 'URGED_ENOUGH', detail: { which: 'person', againOn } },
  });
  await urgeBy('SEC');
  await urgeBy('DL');
  await expect(urgeBy('HEAD')).rejects.toMatchObject({ code: 'URGED_ENOUGH', detail: { which: 'duty', againOn } });
});

test('of urges that come at once no more are taken than a day allows', async () => {
  const results = await Promise.allSettled([
    ...Array.from({ length: 4 }, () => urgeBy('SUP')),
    ...(['SEC', 'DL', 'HEAD'] as const).map((role) => urgeBy(role)),
  ]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(await urgesOf()).toHaveLength(3);
});

test('only an open duty of the agency in one’s province is urged', async () => {
  await expect(urgeBy('SUP', { duty: 'withdraw' })).rejects.toMatchObject({ code: 'NO_SUCH_DUTY' });
  await expect(urgeBy('SUP', { scope: { ...scopeIn('SUP'), province: 'SC' } })).rejects.toMatchObject({
    code: 'NO_SUCH_DUTY',
  });
  await expect(urgeBy('SUP', { duty: 'intake' })).rejects.toMatchObject({ code: 'STALE_DUTY' });
});

test('messages are read one by one or all that were told so far, and stay read', async () => {
  const { pool } = database;
  const { postId } = actorOf('OFF');
  await urgeBy('SUP');
  await urgeBy('SEC');
  const { rows, unread } = await messagesOf(pool, postId, 50);
  await readMessages(pool, postId, { ids: [rows[1]?.id ?? ''] });
  expect((await messagesOf(pool, postId, 50)).unread).toBe(unread - 1);
  await readMessages(pool, postId, { upTo: rows[1]?.at ?? instant(0) });
  const [newest, older] = (await messagesOf(pool, postId, 50)).rows;
  expect([newest?.readAt, older?.readAt === null]).toEqual([null, false]);
  await readMessages(pool, actorOf('OFF', 1).postId, { ids: [newest?.id ?? ''] });
  expect((await messagesOf(pool, postId, 50)).unread).toBe(1);
});
