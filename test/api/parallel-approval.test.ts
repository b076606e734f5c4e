import { randomUUID } from 'node:crypto';
import { select } from '@lianban/db/queryable';
import { enterprises } from '@lianban/db/seed/people';
import { items } from '@lianban/domain/items';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { filledIn, provided, refusedAs, type Applicant, type Content } from '../support/application-draft.ts';
import { callers, type Caller, type Callers } from '../support/caller.ts';

const parallel = { item: 'device-parallel-issue', province: 'CQ' } as const;
const DRUGSTORE = enterprises[1]?.id ?? '';

let api: Callers;
let applicant: Applicant;
beforeAll(async () => {
  api = await callers();
  applicant = (await api.as('wanhe')).application;
});
afterAll(() => api.close());
afterEach(() => select(api.pool, { text: 'DELETE FROM credit_record WHERE enterprise_id = $1', values: [DRUGSTORE] }));

const overdue = () =>
  select(api.pool, {
    text: `INSERT INTO credit_record (enterprise_id, kind, ground, since, bars_commitment)
      VALUES ($1, 'breach', 'rectificationOverdue', '2026-01-05', false)`,
    values: [DRUGSTORE],
  });

const needed = items.find(({ code }) => code === parallel.item)?.materials.filter(({ need }) => need === 'required');
const content: Content = {
  ...filledIn,
  route: 'ordinary',
  materials: Object.fromEntries((needed ?? []).map(({ key }) => [key, provided])),
};

async function draft(): Promise<string> {
  const { draftId } = await applicant.draft({ ...parallel, content: {} });
  await applicant.draft({ ...parallel, draftId, content });
  return draftId;
}

/** Claims the duty of that step and answers it. */
async function answer(
  who: Caller,
  caseId: string,
  { duty, outcome, form = {} }: { readonly duty: string; readonly outcome: string; readonly form?: object },
): Promise<void> {
  await who.duty.claim({ caseId, duty });
  await who.duty.answer({ caseId, duty, outcome, form: { ...form }, requestId: randomUUID() });
}

test('an enterprise applies for both at once; window, reviewer and officer each find their part of it', async () => {
  const receipt = await applicant.submit({ draftId: await draft(), requestId: randomUUID() });
  if (receipt.state !== 'recorded') throw new Error(receipt.state);
  expect(receipt.caseNumber).toMatch(/^渝并联〔\d{4}〕/);
  const { caseId, caseNumber: search } = receipt;
  const window = await api.as('hejing');
  await answer(window, caseId, { duty: 'licence/judgeParallel/judgeParallel', outcome: 'suitable' });
  await answer(window, caseId, { duty: 'licence/judgeParallel/takeInLicence', outcome: 'takeIn' });
  await answer(window, caseId, { duty: 'registration/intake', outcome: 'accept' });
  await answer(window, caseId, { duty: 'registration/handOver', outcome: 'handOver' });
  const stepsOf = async (user: string): Promise<readonly string[]> =>
    (await (await api.as(user)).duty.inbox({ tab: 'pool', search })).rows.map(({ step }) => step).sort();
  expect(await stepsOf('sutang')).toEqual(['notifyVerification', 'review']);
  expect(await stepsOf('zhoumin')).toEqual(['previewLicence']);
});

test('whoever has a record of an overdue rectification is told why another parallel approval is not supported', async () => {
  const draftId = await draft();
  await overdue();
  const { gate, routes, reasons } = await applicant.eligibility(parallel);
  expect({ gate, routes }).toEqual({ gate: 'barred', routes: [] });
  expect(reasons[0]?.zh).toContain('不再支持并联审批');
  await expect(applicant.submit({ draftId, requestId: randomUUID() })).rejects.toMatchObject(
    refusedAs('NOT_ELIGIBLE', { gate: 'barred' }),
  );
});
