import { randomUUID } from 'node:crypto';
import { addHours, instant, type Instant } from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditOf, caseStream, personStream } from '../audit.ts';
import type { Asker } from '../audit-note.ts';
import type { Database } from '../client.ts';
import type { Reach } from '../desk.ts';
import { accessRequests } from '../queries/access-requests.ts';
import { caseHead } from '../queries/case-page.ts';
import { select, selectOne } from '../queryable.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import { reachIn, scopeIn, secretCase, type SecretCase } from '../testing/secret-case.ts';
import { verifyCase } from '../verify-chain.ts';
import { askAccess } from './ask.ts';
import { decideAccess } from './decide.ts';
import { endAccess } from './end.ts';

let made: SecretCase;
let database: Database;
let caseId: string;
let number: string;
beforeAll(async () => {
  made = await secretCase();
  ({ database, caseId } = made);
  ({ number } = await selectOne<{ number: string }>(database.pool, {
    text: 'SELECT number FROM case_file WHERE case_id = $1',
    values: [caseId],
  }));
});
afterAll(() => made.drop());

const askerOf = (role: Role): Asker => ({
  ...{ by: actorOf(role), who: { name: role, zh: '某处', en: 'Somewhere' }, province: 'CQ' },
});
const inAnHour = (): Instant => addHours(instant(Date.now()), 1);

const desk = (role: Role, unitId: string) => database.desk(reachIn(role, unitId));
const sees = async (): Promise<boolean> =>
  (await caseHead(desk('LEG', 'cq-legal'), caseId, scopeIn('LEG', 'cq-legal'))) !== null;

const ask = async (caseNumber = number, untilAt = inAnHour()): Promise<string> => {
  const id = randomUUID();
  await askAccess(desk('LEG', 'cq-legal'), askerOf('LEG'), { id, caseNumber, reason: '值班处置', untilAt });
  return id;
};
const release = (id: string) => decideAccess(desk('HEAD', 'cq-leaders'), { asker: askerOf('HEAD'), id, refusal: null });

test('emergency access is asked for in the same way whether or not there is such a case, and opens nothing by itself [ASVS v5.0.0-8.2.2]', async () => {
  await ask();
  await ask('渝某〔2026〕9号');
  expect(await sees()).toBe(false);
});

test('emergency access lets in exactly who asked, to exactly that case, from the release until it is ended [ASVS v5.0.0-8.2.2]', async () => {
  const other = await RecordedCase.open(database.pool);
  await select(database.pool, {
    text: `UPDATE case_file SET secret_since = now(), secret_by = $2, secret_reason = '试' WHERE case_id = $1`,
    values: [other.caseId, randomUUID()],
  });
  const id = await ask();
  await release(id);
  expect(await sees()).toBe(true);
  const head = await caseHead(desk('LEG', 'cq-legal'), caseId, scopeIn('LEG', 'cq-legal'));
  expect(head?.letInUntil).not.toBeNull();
  expect(await caseHead(desk('LEG', 'cq-legal'), other.caseId, scopeIn('LEG', 'cq-legal'))).toBeNull();
  const colleague = { ...scopeIn('LEG', 'cq-legal'), personId: actorOf('LEG', 1).personId };
  const theirs = database.desk(reachIn('LEG', 'cq-legal', colleague.personId));
  expect(await caseHead(theirs, caseId, colleague)).toBeNull();
  await endAccess(desk('LEG', 'cq-legal'), { asker: askerOf('LEG'), id });
  expect(await sees()).toBe(false);
  await expect(endAccess(desk('LEG', 'cq-legal'), { asker: askerOf('LEG'), id })).rejects.toMatchObject({
    code: 'REQUEST_DECIDED',
  });
});

test('emergency access ends by itself at its time, without anything being done [ASVS v5.0.0-7.3.2]', async () => {
  const id = await ask();
  await release(id);
  expect(await sees()).toBe(true);
  await select(database.pool, {
    text: `UPDATE emergency_access SET asked_at = now() - interval '2 hours', until_at = now() - interval '1 second' WHERE id = $1`,
    values: [id],
  });
  expect(await sees()).toBe(false);
  const duties = { text: 'SELECT FROM duty WHERE case_id = $1', values: [caseId] };
  expect(await select(desk('LEG', 'cq-legal'), duties)).toEqual([]);
});

test('emergency access is for looking: the record takes nothing from who was let in [ASVS v5.0.0-8.2.1]', async () => {
  const id = await ask();
  await release(id);
  const db = desk('LEG', 'cq-legal');
  const touched = await select(db, {
    text: `UPDATE duty SET claimed_by_person = $2 WHERE case_id = $1 AND state = 'open' RETURNING key`,
    values: [caseId, actorOf('LEG').personId],
  });
  expect(touched).toEqual([]);
  const urging = `INSERT INTO urge (request_id, case_id, key, person_id, post_id, at, urged_on, role, person_name)
    VALUES (gen_random_uuid(), $1, 'propose', $2, $3, now(), current_date, 'LEG', '某')`;
  const by = actorOf('LEG');
  await expect(select(db, { text: urging, values: [caseId, by.personId, by.postId] })).rejects.toMatchObject({
    code: '42501',
  });
  await endAccess(db, { asker: askerOf('LEG'), id });
});

test('emergency access is released by nobody but a second person, the head of the agency [ASVS v5.0.0-2.3.5]', async () => {
  const id = await ask();
  for (const role of ['LEG', 'DL', 'SEC'] as const)
    await expect(decideAccess(database.pool, { asker: askerOf(role), id, refusal: null })).rejects.toMatchObject({
      code: 'SEPARATION',
    });
  await expect(
    select(database.pool, {
      text: `UPDATE emergency_access SET decided_at = now(), decided_by = asked_by, released = true WHERE id = $1`,
      values: [id],
    }),
  ).rejects.toMatchObject({ constraint: 'emergency_access_by_two' });
  await decideAccess(desk('HEAD', 'cq-leaders'), { asker: askerOf('HEAD'), id, refusal: '理由不足' });
  await expect(release(id)).rejects.toMatchObject({ code: 'REQUEST_DECIDED' });
  expect(await sees()).toBe(false);
});

test('emergency access of the head of the agency is released by the deputy [ASVS v5.0.0-2.3.5]', async () => {
  const id = randomUUID();
  const asked = { id, caseNumber: number, reason: '试问', untilAt: inAnHour() };
  await askAccess(desk('HEAD', 'cq-leaders'), askerOf('HEAD'), asked);
  await expect(release(id)).rejects.toMatchObject({ code: 'SEPARATION' });
  await decideAccess(desk('DL', 'cq-elsewhere'), { asker: askerOf('DL'), id, refusal: null });
});

test('emergency access lasts a day at most [ASVS v5.0.0-7.3.2]', async () => {
  const soon = addHours(instant(Date.now()), -1);
  const late = addHours(instant(Date.now()), 25);
  for (const untilAt of [soon, late]) await expect(ask(number, untilAt)).rejects.toMatchObject({ code: 'DAYS_UNFIT' });
});

test('emergency access stands in the trail of both people and of the case, with both names, reason, start and end [ASVS v5.0.0-16.2.1]', async () => {
  const id = await ask();
  await release(id);
  await endAccess(desk('HEAD', 'cq-leaders'), { asker: askerOf('HEAD'), id });
  const actions = async (stream: string) =>
    (await auditOf(database.pool, stream)).filter(({ detail }) => detail['request'] === id);
  expect((await actions(personStream(actorOf('LEG').personId))).map(({ action }) => action)).toEqual(['emergency.ask']);
  const ofCase = await actions(caseStream(caseId));
  expect(ofCase).toMatchObject([
    { action: 'emergency.release', who: { name: 'HEAD' }, detail: { requester: 'LEG', reason: '值班处置' } },
    { action: 'emergency.end', who: { name: 'HEAD' }, detail: { requester: 'LEG' } },
  ]);
  expect(Object.keys(ofCase[0]?.detail ?? {})).toEqual(expect.arrayContaining(['from', 'until']));
  expect(await verifyCase(database.pool, caseId)).toEqual([]);
});

test('emergency access is seen by who asked, by those who decide and by those who watch, in their province [ASVS v5.0.0-8.2.2]', async () => {
  const listed = async (reach: Reach) =>
    (await accessRequests(database.desk(reach), { province: 'CQ', askedBy: null, limit: 100 })).length;
  const all = await listed(reachIn('HEAD', 'cq-leaders'));
  expect(all).toBeGreaterThan(0);
  expect(await listed(reachIn('SUP', 'cq-performance'))).toBe(all);
  expect(await listed(reachIn('OFF', 'cq-permits'))).toBe(0);
  expect(await listed({ personId: randomUUID(), role: 'HEAD', of: { province: 'SC', unitId: null } })).toBe(0);
});
