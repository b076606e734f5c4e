import { randomUUID } from 'node:crypto';
import { openQuarters } from '@lianban/db/liaison/open-quarter';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { civilDate } from '@lianban/domain/civil-date';
import { lastMonthOf } from '@lianban/domain/quarter';
import { quarterlyLedger } from '@lianban/workflows/procedures/quarterly-ledger/2024-10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callers, refusal, type Callers } from '../support/caller.ts';

let api: Callers;
let ledger: RecordedCase;
beforeAll(async () => {
  api = await callers();
  // In two years, so that nothing of it falls due while the tests run.
  const on = civilDate(lastMonthOf({ year: new Date().getUTCFullYear() + 2, quarter: 1 }));
  const [receipt] = await openQuarters(api.pool, quarterlyLedger, { on });
  ledger = await RecordedCase.resume(api.pool, receipt?.submission.caseId ?? '', quarterlyLedger);
});
afterAll(() => api.close());

/** A request of the district of the review centre. */
async function requested(): Promise<string> {
  const district = await api.as('banan');
  const { caseId } = await district.liaison.register({
    ...{ requestId: randomUUID(), district: '500113', unit: null, category: 'help', sensitive: false },
    ...{
      subject: '样品跨省转运',
      text: '如何衔接',
      enterprise: '',
      creditCode: null,
      contact: '巴小楠',
      phone: '13800000000',
    },
  });
  return caseId;
}

/** What somebody sees of the figures of the ledger: the duty, and by unit what is open. */
async function seenBy(
  user: string,
  role?: 'RLO',
): Promise<readonly (readonly [string, Readonly<Record<string, number>>])[]> {
  const caller = await api.as(user, role === undefined ? {} : { role });
  const { figures } = await caller.case.page({ caseId: ledger.caseId });
  return figures.map(({ duty, units }) => [
    duty,
    Object.fromEntries(units.map(({ unit, figures: { open } }) => [unit, open])),
  ]);
}

const none = Object.fromEntries([1, 2, 3, 4].map((nth) => [`cq-inspectorate-${nth}`, 0]));

test('whoever owes the ledger of a region sees the figures of their own unit as they are now, and nobody else sees any', async () => {
  await requested();
  expect(await seenBy('jianglei')).toEqual([['collect/region4/compile', { 'cq-review-centre': 1 }]]);
  await requested();
  expect(await seenBy('jianglei')).toEqual([['collect/region4/compile', { 'cq-review-centre': 2 }]]);
  expect(await seenBy('liaison-1', 'RLO')).toEqual([['collect/region0/compile', { 'cq-inspectorate-1': 0 }]]);
  for (const user of ['fuxiaolan', 'chengyi', 'shuyan', 'jianghe', 'gaolin', 'yeqing'])
    expect(await seenBy(user), user).toEqual([]);
  for (const user of ['sc-head', 'sc-deputy', 'sc-supervisor', 'banan'])
    await expect(seenBy(user), user).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
});

test('what is secret is not counted, also for the unit that works on it', async () => {
  const secret = await requested();
  const deputy = await api.as('jianghe');
  await deputy.case.setSecrecy({ caseId: secret, secret: true, reason: '涉及举报' });
  expect(await seenBy('jianglei')).toEqual([['collect/region4/compile', { 'cq-review-centre': 2 }]]);
});

test('the paper fixes what was seen; the section sees every unit once it is its turn, as the record has it then', async () => {
  const region = await api.as('jianglei');
  const { caseId } = ledger;
  const [before] = (await region.case.page({ caseId })).figures;
  await region.duty.answer({
    ...{ caseId, duty: 'collect/region4/compile', outcome: 'report', requestId: randomUUID() },
    form: { remarks: '本季度正常' },
  });
  await requested();
  const after = await region.case.page({ caseId });
  expect(after.figures).toEqual([]);
  const lines = after.documents.flatMap((document) => document.lines.map(({ zh }) => zh));
  expect(lines.filter((line) => line.startsWith('市药审中心：'))).toEqual([
    expect.stringContaining(`，在办 ${before?.units[0]?.figures.open ?? 'nothing'}，`) as string,
  ]);
  const section = await api.as('fuxiaolan');
  await section.duty.answer({
    ...{ caseId, duty: 'collect', outcome: 'goOn', requestId: randomUUID() },
    form: { reasons: '其余单位无诉求' },
  });
  expect(await seenBy('fuxiaolan')).toEqual([['summarise', { ...none, 'cq-review-centre': 3 }]]);
  expect(await seenBy('jianglei')).toEqual([]);
});
