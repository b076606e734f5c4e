import { randomUUID } from 'node:crypto';
import { calendarOf } from '@lianban/db/calendar';
import { select } from '@lianban/db/queryable';
import { enterprises } from '@lianban/db/seed/people';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { civilDate } from '@lianban/domain/civil-date';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callers, type Caller, type Callers } from '../support/caller.ts';

// A longer limit of the decision (10.C): asked for by the officer, allowed by the head of the agency.
let api: Callers;
let officer: Caller;
let applicant: Caller;
beforeAll(async () => {
  api = await callers();
  officer = await api.as('zhoumin');
  applicant = await api.as('wanhe');
});
afterAll(() => api.close());

const inReview = [['intake', 'accept'] as const, ['assign', 'assign'] as const];
const form = { reasons: '需补充专家意见' };
const ask = (caseId: string) => ({
  ...{ caseId, duty: 'requestExtension', outcome: 'request', form, requestId: randomUUID() },
});
const allow = (caseId: string) => ({
  ...{ caseId, duty: 'requestExtension!/approveExtension', outcome: 'grant', form, requestId: randomUUID() },
});
const underReview = async () => {
  const life = await RecordedCase.open(api.pool, { procedure: ordinaryPermit, opening: { commitment: null } });
  for (const [step, outcome] of inReview) await life.answer(step, outcome);
  return life.caseId;
};
const dueOn = async (caseId: string, who: Caller) =>
  (await who.case.page({ caseId })).clocks.map(({ deadline }) => deadline.on);

test('moves clock and duties by ten working days once allowed, and the applicant reads the notice with its reason', async () => {
  const caseId = await underReview();
  const [before] = await dueOn(caseId, officer);
  await officer.duty.answer(ask(caseId));
  expect(await dueOn(caseId, applicant)).toEqual([before]);
  const director = await api.as('gaolin');
  const receipt = await director.duty.answer(allow(caseId));
  expect(receipt).toMatchObject({ documents: [{ title: { zh: '延长办理期限通知书' } }] });
  const calendar = await calendarOf(api.pool, 'CQ');
  const longer = calendar.addWorkingDays(civilDate(before ?? ''), 10);
  expect(await dueOn(caseId, applicant)).toEqual([longer]);
  const page = await applicant.case.page({ caseId });
  expect(page.duties.map(({ deadline }) => deadline.on)).toEqual([longer]);
  const notice = page.documents.find(({ title }) => title.zh === '延长办理期限通知书');
  expect(notice?.lines.map(({ zh }) => zh).join()).toContain('理由：需补充专家意见');
  const { deadline } = await applicant.case.why({ caseId, key: 'review' });
  const { id, title, number = '' } = notice ?? {};
  expect(deadline.why?.extendedBy).toMatchObject([{ mark: 'law', papers: [{ id, title, number }] }]);
  expect(deadline.why?.sentence.zh).toContain(
    `20 个工作日（行政许可法第四十二条），延长 10 个工作日（行政许可法第四十二条；《延长办理期限通知书》${number ?? '?'}）`,
  );
});

test('is told to whoever tracks the case with its article, and without the notice, which is for the applicant', async () => {
  const caseId = await underReview();
  await officer.duty.answer(ask(caseId));
  await (await api.as('gaolin')).duty.answer(allow(caseId));
  const { caseNumber: number } = await applicant.case.page({ caseId });
  const code = enterprises[1]?.creditCode ?? '';
  const { deadline } = await api.nobody.case.track({ number, lastFour: code.slice(-4) });
  expect(deadline?.why?.extendedBy).toMatchObject([{ basis: { zh: '行政许可法第四十二条' }, papers: null }]);
  expect(deadline?.why?.sentence.zh).toContain('，延长 10 个工作日（行政许可法第四十二条），');
});

test('is not offered any more once the decision is overdue, and the page says why', async () => {
  const caseId = await underReview();
  const unavailable = async () => {
    const { outcomes } = await officer.duty.open({ caseId, duty: 'requestExtension' });
    return outcomes.map((button) => button.unavailable?.zh ?? null);
  };
  expect(await unavailable()).toEqual([null]);
  await select(api.pool, {
    text: `UPDATE clock SET due_at = now() - interval '1 day' WHERE case_id = $1`,
    values: [caseId],
  });
  expect(await unavailable()).toEqual(['决定期限已届满，不得再延期']);
});
