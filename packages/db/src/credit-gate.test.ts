import { civilDate, instant } from '@lianban/domain/civil-date';
import { lapseOf } from '@lianban/workflows/kernel/lapse';
import { ordinaryPermitWithDeferral } from '@lianban/workflows/procedures/ordinary-permit/2024-01';
import { parallelRegistrationLicensing } from '@lianban/workflows/procedures/parallel-registration-licensing/2022-03';
import { qualityRectification } from '@lianban/workflows/procedures/quality-rectification/2022-03';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isClosedBy, tableCreditGate } from './credit-gate.ts';
import { eligibilityOf } from './eligibility.ts';
import { itemOn } from './items.ts';
import { select } from './queryable.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { DRUGSTORE, RecordedCase } from './testing/recorded-case.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(() => select(database.pool, { text: 'DELETE FROM credit_record' }));

const today = civilDate('2026-06-15');
const judge = () => tableCreditGate(database.pool).judge(DRUGSTORE, today);

const record = (columns: Readonly<Record<string, unknown>>) =>
  select(database.pool, {
    text: `INSERT INTO credit_record (enterprise_id, kind, ground, since, until, bars_commitment, manual_judgement, repaired_on)
      SELECT enterprise_id, kind, ground, since, until, bars_commitment, manual_judgement, repaired_on FROM jsonb_populate_record(NULL::credit_record, $1)`,
    values: [
      JSON.stringify({
        enterprise_id: DRUGSTORE,
        kind: 'breach',
        ground: 'falseCommitment',
        since: '2026-01-01',
        bars_commitment: true,
        manual_judgement: false,
        ...columns,
      }),
    ],
  });

test('a clean file is clear', async () => {
  expect(await judge()).toBe('clear');
});

test.each([
  ['an unrepaired breach bars', {}, 'barred'],
  ['a breach bars on its last day', { until: '2026-06-15' }, 'barred'],
  ['a breach that has run out does not', { until: '2026-06-14' }, 'clear'],
  ['a repaired breach does not', { repaired_on: '2026-06-15' }, 'clear'],
  ['a breach of tomorrow does not yet', { since: '2026-06-16' }, 'clear'],
  ['a record without effect on commitment does not', { bars_commitment: false }, 'clear'],
  ['a record to be judged by hand is unclear', { manual_judgement: true }, 'unclear'],
] as const)('%s', async (_, columns, gate) => {
  await record(columns);
  expect(await judge()).toBe(gate);
});

test('a bar weighs more than a record to be judged', async () => {
  await record({ manual_judgement: true });
  await record({});
  expect(await judge()).toBe('barred');
});

test('edge case 45: credit that is repaired leaves the ordinary case as it is, and opens commitment to the next application', async () => {
  const under = await RecordedCase.open(database.pool, {
    procedure: ordinaryPermitWithDeferral,
    opening: { gate: 'barred', commitment: null },
  });
  await record({});
  expect(await judge()).toBe('barred');
  await under.answer('intake', 'accept');
  await select(database.pool, { text: 'UPDATE credit_record SET repaired_on = $1', values: [today] });
  expect(await judge()).toBe('clear');
  await under.answer('assign', 'assign');
  await under.answer('review', 'pass');
  const [standing] = await select<{ procedure: string; state: string }>(database.pool, {
    text: 'SELECT procedure, state FROM case_file WHERE case_id = $1',
    values: [under.caseId],
  });
  expect(standing).toEqual({ procedure: 'ordinary-permit', state: 'open' });
});

test('a pending revocation bars, and its end without revocation lifts the bar', async () => {
  const life = await RecordedCase.open(database.pool);
  for (const [step, outcome] of [
    ['intake', 'accept'],
    ['propose', 'proposeGrant'],
    ['decide', 'grant'],
    ['deliver', 'delivered'],
    ['verify', 'falseCommitment'],
    ['proposeNotice', 'propose'],
  ] as const) {
    await life.answer(step, outcome);
  }
  expect(await judge()).toBe('clear');
  await life.answer('giveNotice', 'give');
  expect(await judge()).toBe('barred');
  await life.answer('makeStatement', 'state');
  await life.answer('requestHearing', 'waive');
  await life.answer('weighStatement', 'verifyAgain');
  expect(await judge()).toBe('clear');
});

const isClosed = () =>
  isClosedBy(database.pool, { enterpriseId: DRUGSTORE, ground: 'rectificationOverdue', on: today });

test('a rectification that was not made in time closes another parallel approval, bars no commitment, and is repaired like any other', async () => {
  expect(await isClosed()).toBe(false);
  await record({ ground: 'rectificationOverdue', bars_commitment: false });
  expect([await isClosed(), await judge()]).toEqual([true, 'clear']);
  await select(database.pool, { text: "UPDATE credit_record SET repaired_on = '2026-06-15'" });
  expect(await isClosed()).toBe(false);
});

test('another breach closes no parallel approval', async () => {
  await record({});
  expect(await isClosed()).toBe(false);
});

test('six months without a report enter it in the credit file, which the eligibility for another approval reads', async () => {
  const begun = instant('2026-01-05T02:00:00.000Z');
  const approval = { at: begun, item: 'device-parallel-issue', procedure: parallelRegistrationLicensing };
  const { caseId } = await RecordedCase.open(database.pool, approval);
  const childOf = { caseId, duty: 'rectify', matter: { endedOn: '2026-01-05' } };
  const life = await RecordedCase.open(database.pool, {
    ...{ at: begun, item: 'device-parallel-issue', procedure: qualityRectification, opening: { childOf } },
  });
  const next = life.committed.nextLapse ?? expect.fail();
  await life.submit(lapseOf(next));
  expect(life.committed.closed).toBe('overdue');
  const item = await itemOn(database.pool, civilDate('2026-08-01'), { item: 'device-parallel-issue', province: 'CQ' });
  const question = { item, enterpriseId: DRUGSTORE, on: civilDate('2026-08-01') };
  expect(await eligibilityOf(database.pool, question)).toMatchObject({ gate: 'barred', obstacle: null });
  const other = await itemOn(database.pool, civilDate('2026-08-01'), { item: 'otc-retail', province: 'CQ' });
  expect(await eligibilityOf(database.pool, { ...question, item: other })).toMatchObject({ gate: 'clear' });
});
