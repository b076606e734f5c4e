import { tryLockLapses, unlockLapses } from '@lianban/db/locks';
import { select, selectFirst, selectOne } from '@lianban/db/queryable';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { openDuty } from '@lianban/db/testing/open-duty';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { instant } from '@lianban/domain/civil-date';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { sweepLapses } from './lapses.ts';

let database: TestDatabase;
let sweeping: ReturnType<typeof sweepLapses> | undefined;
beforeAll(async () => {
  database = await testDatabase();
}, 120_000);
beforeEach(() => {
  sweeping = undefined;
});
afterEach(() => sweeping?.stop());
afterAll(() => database.drop());

/** Rounds enough for whoever would turn it. */
const ROUNDS_MS = 2_500;
const LONG_AGO = instant('2026-06-01T10:00:00+08:00');

const sweep = (batch?: number): void => {
  sweeping = sweepLapses(database.url, pino({ level: 'silent' }), batch);
};

/** A case whose intake has been accepted by silence since June, by its limit. */
const silent = async (): Promise<string> => (await RecordedCase.open(database.pool, { at: LONG_AGO })).caseId;

const hasLapsed = async (caseId: string): Promise<boolean> =>
  undefined !==
  (await selectFirst(database.pool, {
    text: `SELECT version FROM case_event WHERE case_id = $1 AND kind = 'lapse'`,
    values: [caseId],
  }));

test('of several that sweep only the one with the lock turns, and its end hands the lock on', async () => {
  const caseId = await silent();
  const other = await database.pool.connect();
  expect(await selectOne(other, { text: tryLockLapses })).toEqual({ held: true });
  sweep();
  await new Promise((resolve) => setTimeout(resolve, ROUNDS_MS));
  expect(await hasLapsed(caseId)).toBe(false);
  await select(other, { text: unlockLapses });
  other.release();
  await vi.waitFor(async () => expect(await hasLapsed(caseId)).toBe(true), 10_000);
});

test('a case that cannot be turned stands in nobody else’s way, although it is longer overdue', async () => {
  const otherReading: AnyProcedure = {
    ...informedCommitment,
    steps: { ...informedCommitment.steps, propose: { ...informedCommitment.steps.propose, owner: 'SEC' } },
  };
  const broken = await RecordedCase.open(database.pool, { procedure: otherReading });
  await broken.answer('intake', 'accept');
  const overdue = { caseId: broken.caseId, key: 'silent', limit: { hours: 1 }, lapses: true };
  await openDuty(database.pool, { ...overdue, from: instant('2026-05-01T10:00:00+08:00') });
  const caseId = await silent();
  sweep(1);
  await vi.waitFor(async () => expect(await hasLapsed(caseId)).toBe(true), 10_000);
  expect(await hasLapsed(broken.caseId)).toBe(false);
});
