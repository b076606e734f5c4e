import { civilDate } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { tableCreditGate } from './credit-gate.ts';
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
