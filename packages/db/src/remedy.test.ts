import { randomUUID } from 'node:crypto';
import { addDays, civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import { ordinaryPermitWithDeferral } from '@lianban/workflows/procedures/ordinary-permit/2024-01';
import { remedy } from '@lianban/workflows/procedures/remedy/2024-01';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eligibilityOf } from './eligibility.ts';
import { itemOn } from './items.ts';
import { takeOutbox } from './outbox.ts';
import { caseRecord } from './queries/case-page.ts';
import type { Scope } from './queries/scope.ts';
import { select, selectOne } from './queryable.ts';
import { openRemedy, type RemedyToOpen } from './remedy.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, DRUGSTORE, RecordedCase } from './testing/recorded-case.ts';
import { scopeIn } from './testing/secret-case.ts';
import { receiveTransfer } from './transfer.ts';
import { verifyCase } from './verify-chain.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 120_000);
afterAll(() => database.drop());

const today = civilDateOf(instant(Date.now()));
const legal = scopeIn('LEG', 'cq-legal');
const applicant: Scope = {
  ...{ personId: actorOf('APP', 1).personId, role: 'APP', province: 'CQ', unitIds: [], enterpriseId: DRUGSTORE },
};

/** A case that the window has turned away. */
async function turnedAway(): Promise<RecordedCase> {
  const life = await RecordedCase.open(database.pool, { procedure: ordinaryPermitWithDeferral });
  await life.answer('intake', 'refuse');
  return life;
}

const asked = (against: string, more: Partial<RemedyToOpen> = {}): RemedyToOpen => ({
  ...{ requestId: randomUUID(), caseId: randomUUID(), against, kind: 'reconsideration', soughtOn: today },
  ...{ form: { body: '重庆市人民政府', claims: '请求撤销' }, by: actorOf('LEG'), scope: legal, procedure: remedy },
  ...more,
});
const contested = async (more: Partial<RemedyToOpen> = {}) => {
  const decided = await turnedAway();
  const { submission } = await openRemedy(database.pool, asked(decided.caseId, more));
  const life = await RecordedCase.resume(database.pool, submission.caseId, remedy);
  return { decided, life };
};
const arrived = (more: object = {}) => ({ flow: { arrivedOn: today, ...more } });

describe('a remedy against a decided case', () => {
  test('is a case of its own that names it, with the last day for it, and leaves it as it ended', async () => {
    const { decided, life } = await contested();
    const record = await caseRecord(database.pool, life.caseId, legal);
    expect(record?.head.opening.contests).toMatchObject({
      ...{ caseId: decided.caseId, procedure: 'ordinary-permit', ending: 'notAccepted', kind: 'reconsideration' },
      ...{ knownOn: today, soughtOn: today, repeatable: true },
    });
    const lastOn = record?.head.opening.contests?.lastOn ?? today;
    expect(lastOn >= addDays(today, 60)).toBe(true);
    const original = await caseRecord(database.pool, decided.caseId, legal);
    expect(original?.head).toMatchObject({ state: 'closed', ending: 'notAccepted' });
    expect(original?.related).toMatchObject([
      { caseId: life.caseId, relation: 'contestedBy', state: 'open', executionStopped: false },
    ]);
    expect(record?.related).toMatchObject([{ caseId: decided.caseId, relation: 'contests' }]);
    expect(await verifyCase(database.pool, life.caseId)).toEqual([]);
  });

  test('is opened by its applicant too, once per request, and by nobody else', async () => {
    const decided = await turnedAway();
    const request = asked(decided.caseId, { by: actorOf('APP', 1), scope: applicant });
    const first = await openRemedy(database.pool, request);
    const again = await openRemedy(database.pool, { ...request, caseId: randomUUID() });
    expect([first.result, again.result]).toEqual(['new', 'same']);
    expect(again.submission.caseId).toBe(first.submission.caseId);
    const stranger = { ...applicant, enterpriseId: randomUUID() };
    await expect(
      openRemedy(database.pool, asked((await turnedAway()).caseId, { scope: stranger })),
    ).rejects.toMatchObject({
      code: 'NO_SUCH_CASE',
    });
  });

  test('is one at a time, against a decision, and sought between the decision and today', async () => {
    const { decided } = await contested();
    const refusal = async (against: string, more: Partial<RemedyToOpen> = {}) =>
      expect(openRemedy(database.pool, asked(against, more))).rejects;
    await (await refusal(decided.caseId)).toMatchObject({ code: 'NOT_CONTESTABLE', detail: { because: 'contested' } });
    const open = await RecordedCase.open(database.pool, { procedure: ordinaryPermitWithDeferral });
    await (await refusal(open.caseId)).toMatchObject({ code: 'NOT_CONTESTABLE', detail: { because: 'open' } });
    await open.answer('withdraw', 'withdraw');
    await (await refusal(open.caseId)).toMatchObject({ code: 'NOT_CONTESTABLE', detail: { because: 'noDecision' } });
    const fresh = await turnedAway();
    for (const soughtOn of [addDays(today, -1), addDays(today, 5)] as CivilDate[])
      await (await refusal(fresh.caseId, { soughtOn })).toMatchObject({ code: 'MALFORMED' });
  });

  test('sought after a reconsideration has fifteen days, and six months before', async () => {
    const lastOf = async (life: RecordedCase) =>
      (await caseRecord(database.pool, life.caseId, legal))?.head.opening.contests?.lastOn ?? today;
    const direct = await contested({ kind: 'lawsuit' });
    expect((await lastOf(direct.life)) > addDays(today, 170)).toBe(true);
    const { decided, life } = await contested();
    await life.answer('registerRemedy', 'admitted', arrived());
    await life.answer('answerReconsideration', 'file');
    await life.answer('awaitRuling', 'upheld', arrived());
    const { submission } = await openRemedy(database.pool, asked(decided.caseId, { kind: 'lawsuit' }));
    const sued = await RecordedCase.resume(database.pool, submission.caseId, remedy);
    const last = await lastOf(sued);
    expect(last >= addDays(today, 15) && last < addDays(today, 30)).toBe(true);
  });

  test('says on the page of the decision whether its execution is stopped', async () => {
    const { decided, life } = await contested();
    await life.answer('registerRemedy', 'admitted', arrived());
    const isStopped = async () =>
      (await caseRecord(database.pool, decided.caseId, legal))?.related.map(({ executionStopped }) => executionStopped);
    expect(await isStopped()).toEqual([false]);
    await life.answer('stopExecution', 'stop');
    expect(await isStopped()).toEqual([true]);
    await life.answer('resumeExecution', 'resume');
    expect(await isStopped()).toEqual([false]);
  });

  test('that has the matter done again opens a case with the application that was contested, found from it', async () => {
    const { decided, life } = await contested();
    await life.answer('registerRemedy', 'admitted', arrived());
    await life.answer('answerReconsideration', 'file');
    await life.answer('awaitRuling', 'redo', arrived({ barred: '非本机关职权的认定' }));
    const message = (await takeOutbox(database.pool, 'openCase', 50)).find(({ caseId }) => caseId === life.caseId);
    if (message === undefined) throw new Error('nothing was transferred');
    const { submission } = await receiveTransfer(database.pool, message, ordinaryPermitWithDeferral);
    const again = await RecordedCase.resume(database.pool, submission.caseId, ordinaryPermitWithDeferral);
    const record = await caseRecord(database.pool, again.caseId, legal);
    expect(record?.head.form).toEqual({ contact: '方少棠' });
    expect(record?.head.opening.convertedFrom?.ruling).toMatchObject({ from: 'intake', barred: '非本机关职权的认定' });
    const related = (await caseRecord(database.pool, decided.caseId, legal))?.related ?? [];
    expect(related.map(({ caseId, relation }) => [caseId, relation])).toEqual([
      [life.caseId, 'contestedBy'],
      [again.caseId, 'continuedBy'],
    ]);
  });
});

test('edge case 42: a grant is contested while it is verified; both go on, nothing is stopped by that, and each comes to its own end (复议法42)', async () => {
  const licensed = await RecordedCase.open(database.pool);
  for (const [step, outcome] of Object.entries({ intake: 'accept', propose: 'proposeGrant', decide: 'grant' }))
    await licensed.answer(step, outcome);
  await expect(openRemedy(database.pool, asked(licensed.caseId))).rejects.toMatchObject({ code: 'NOT_CONTESTABLE' });
  await licensed.answer('deliver', 'delivered');
  const { submission } = await openRemedy(database.pool, asked(licensed.caseId));
  const life = await RecordedCase.resume(database.pool, submission.caseId, remedy);
  await life.answer('registerRemedy', 'admitted', arrived());
  const standing = async () => {
    const record = await caseRecord(database.pool, licensed.caseId, legal);
    const licence = await selectOne<{ state: string }>(database.pool, {
      text: 'SELECT state FROM licence WHERE case_id = $1',
      values: [licensed.caseId],
    });
    return { case: record?.head.state, stopped: record?.related[0]?.executionStopped, licence: licence.state };
  };
  expect(await standing()).toEqual({ case: 'open', stopped: false, licence: 'valid' });
  await licensed.answer('verify', 'conforms');
  expect(licensed.turns.at(-1)?.entries).toContainEqual({ type: 'closed', outcome: 'verified' });
  expect(await standing()).toEqual({ case: 'closed', stopped: false, licence: 'valid' });
  await life.answer('answerReconsideration', 'file');
  await life.answer('awaitRuling', 'upheld', arrived());
  expect((await caseRecord(database.pool, life.caseId, legal))?.head).toMatchObject({
    state: 'closed',
    ending: 'upheld',
  });
  const record = await caseRecord(database.pool, life.caseId, legal);
  expect(record?.head.opening.contests).toMatchObject({ ending: 'granted', knownOn: today, repeatable: false });
});

test('whoever applied falsely may not apply for the same permit for the year of the rule, and for others may (许可法78)', async () => {
  const life = await RecordedCase.open(database.pool, { procedure: ordinaryPermitWithDeferral });
  await select(database.pool, {
    text: `INSERT INTO credit_record (enterprise_id, kind, ground, since, until, bars_commitment, case_id, version)
      VALUES ($1, 'breach', 'falseApplication', $2, $3, true, $4, 99)`,
    values: [DRUGSTORE, today, addDays(today, 365), life.caseId],
  });
  const ask = async (item: string, on = today) =>
    eligibilityOf(database.pool, {
      item: await itemOn(database.pool, today, { item, province: 'CQ' }),
      enterpriseId: DRUGSTORE,
      on,
    });
  expect(await ask('otc-retail')).toMatchObject({ obstacle: 'barred', barredUntil: addDays(today, 365) });
  expect((await ask('otc-retail', addDays(today, 366))).obstacle).toBeNull();
  expect((await ask('drug-information-service')).obstacle).toBeNull();
  expect((await ask('device-production-licence')).obstacle).toBeNull();
  const { rows } = await selectOne<{ rows: number }>(database.pool, {
    text: 'SELECT count(*)::int AS rows FROM credit_record WHERE version = 99',
    values: [],
  });
  expect(rows).toBe(1);
});
