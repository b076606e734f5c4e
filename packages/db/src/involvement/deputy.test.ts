import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claim } from '../claim.ts';
import { select } from '../queryable.ts';
import { receive } from '../submission.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { proposalTaken } from '../testing/involving.ts';
import { actorOf, DRUGSTORE, RecordedCase } from '../testing/recorded-case.ts';
import { away, inPost, standingIn } from '../testing/standing-in.ts';
import { answersToSend } from './held-answers.ts';
import { openSheet } from './open-sheet.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
  await away(database.pool, ['zhoumin', 'guolan']);
});
afterEach(() => database.drop());

const deputy = standingIn('guolan', 'zhoumin');
const legal = actorOf('LEG');

/** Gives the person a relative at the applicant. */
const bind = (personId: string) =>
  select(database.pool, {
    text: `INSERT INTO interest (id, person_id, enterprise_id, province, kind, entered_at, entered_by)
      VALUES (gen_random_uuid(), $1, $2, 'CQ', 'relative', now(), $1)`,
    values: [personId, DRUGSTORE],
  });

const answerBy = (caseId: string, by = deputy) => ({
  ...{ requestId: randomUUID(), caseId, by, duty: 'propose', outcome: 'proposeGrant', flow: {}, form: {} },
});

test('a deputy asks, is barred and sends in the post of the principal, with both names', async () => {
  const { life, involved } = await proposalTaken(database.pool);
  const requestId = randomUUID();
  await openSheet(database.pool, involved.reach(deputy), {
    ...{ requestId, rule: { kind: 'all' }, outcome: 'proposeGrant', opinion: '拟同意' },
    ...{ posts: [legal.postId], note: null },
    answer: { form: {}, flow: {}, requirements: { apartFrom: [], second: null } },
  });
  const asked = await select<{ by: string; principal: string | null }>(database.pool, {
    text: 'SELECT by_name AS by, by_principal_name AS principal FROM involvement WHERE case_id = $1',
    values: [life.caseId],
  });
  expect(asked).toEqual([{ by: '郭岚', principal: '周敏' }]);
  await expect(receive(database.pool, answerBy(life.caseId))).rejects.toMatchObject({ code: 'AWAITING_SIGNATURES' });
  await involved.say(legal, 'agree');
  const [kept] = await answersToSend(database.pool, 9);
  expect(kept?.answer).toMatchObject({ requestId, by: deputy });
});

test('a deputy is kept out of a case by what binds the principal to its applicant', async () => {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  await bind(inPost('zhoumin').personId);
  const { caseId } = life;
  await expect(claim(database.pool, { caseId, duty: 'propose', by: deputy })).rejects.toMatchObject({
    code: 'RECUSED',
  });
  await expect(receive(database.pool, answerBy(caseId))).rejects.toMatchObject({ code: 'RECUSED' });
});

test('a deputy answers no step that the principal answered or prepared, where the catalogue keeps them apart', async () => {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  await life.answer('propose', 'proposeGrant', { by: actorOf('OFF') });
  const apart = { apartFrom: ['propose'], second: null };
  const answer = { ...answerBy(life.caseId), duty: 'decide', outcome: 'grant' };
  await expect(receive(database.pool, answer, apart)).rejects.toMatchObject({ code: 'SEPARATION' });
});

test('somebody who is away, and somebody who is bound to the applicant, is asked nothing about a duty', async () => {
  const { involved } = await proposalTaken(database.pool);
  await away(database.pool, ['xiezhi', null]);
  await expect(involved.ask('assist', [actorOf('LEG', 1)])).rejects.toMatchObject({
    ...{ code: 'PERSON_UNFIT', detail: { why: 'away' } },
  });
  await bind(legal.personId);
  await expect(involved.ask('delegate', [legal])).rejects.toMatchObject({
    code: 'PERSON_UNFIT',
    detail: { why: 'bound' },
  });
});
