import { randomUUID } from 'node:crypto';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callers, refusal, type Callers } from '../support/caller.ts';

let api: Callers;
beforeAll(async () => {
  api = await callers();
});
afterAll(() => api.close());

const today = civilDateOf(instant(Date.now()));
/** The applicant, the legal unit, and others of the bureau who see the case and contest nothing. */
const readers = ['wanhe', 'guolan', 'hejing', 'zhoumin', 'qinli', 'yeqing'];

/** Who of them is offered the remedy on the page of the case. */
async function offeredTo(caseId: string): Promise<string[]> {
  const offers = await Promise.all(
    readers.map(async (user) => ((await (await api.as(user)).case.page({ caseId })).mayContest ? [user] : [])),
  );
  return offers.flat();
}

const asked = (caseId: string) => ({
  ...{ caseId, kind: 'reconsideration' as const, soughtOn: today, requestId: randomUUID() },
  ...{ body: '重庆市人民政府', claims: '请求变更许可范围。' },
});

async function play(life: RecordedCase, acts: readonly (readonly [step: string, outcome: string])[]): Promise<void> {
  for (const [step, outcome] of acts) await life.answer(step, outcome);
}
const toTheGrant = [
  ...[['intake', 'accept'] as const, ['propose', 'proposeGrant'] as const, ['decide', 'grant'] as const],
];

test('a grant on commitment is offered for contest while it is verified, to whom the route takes it from, and once', async () => {
  const life = await RecordedCase.open(api.pool);
  const { caseId } = life;
  const applicant = await api.as('wanhe');
  await play(life, toTheGrant);
  expect(await offeredTo(caseId)).toEqual([]);
  await expect(applicant.remedy.open(asked(caseId))).rejects.toMatchObject(refusal('NOT_CONTESTABLE'));
  await life.answer('deliver', 'delivered');
  expect((await applicant.case.page({ caseId })).state).toBe('open');
  expect(await offeredTo(caseId)).toEqual(['wanhe', 'guolan']);
  await applicant.remedy.open(asked(caseId));
  expect(await offeredTo(caseId)).toEqual([]);
  expect((await applicant.case.page({ caseId })).underReview).not.toBeNull();
});

test('a grant that has been taken away is not offered, and the revocation is once the case is over', async () => {
  const life = await RecordedCase.open(api.pool);
  const { caseId } = life;
  await play(life, [
    ...toTheGrant,
    ...[['deliver', 'delivered'] as const, ['verify', 'falseCommitment'] as const],
    ...[['proposeNotice', 'propose'] as const, ['giveNotice', 'give'] as const],
    ...[['makeStatement', 'waive'] as const, ['requestHearing', 'waive'] as const],
    ...[['draftRevocation', 'proposeRevocation'] as const, ['approveRevocation', 'approve'] as const],
  ]);
  expect(await offeredTo(caseId)).toEqual(['wanhe', 'guolan']);
  await life.answer('decideRevocation', 'revoke');
  const applicant = await api.as('wanhe');
  expect(await applicant.case.page({ caseId })).toMatchObject({ state: 'open', licence: { state: 'revoked' } });
  expect(await offeredTo(caseId)).toEqual([]);
  await expect(applicant.remedy.open(asked(caseId))).rejects.toMatchObject(refusal('NOT_CONTESTABLE'));
  await play(life, [['publishDeregistration', 'done'] as const, ['enterCredit', 'done'] as const]);
  expect(await offeredTo(caseId)).toEqual(['wanhe', 'guolan']);
});
