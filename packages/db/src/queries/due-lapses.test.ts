import { instant, type Instant } from '@lianban/domain/civil-date';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { select } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { endDuty, openDuty, redateDuty, type MadeUpDuty } from '../testing/open-duty.ts';
import { RecordedCase } from '../testing/recorded-case.ts';
import { dueLapses } from './due-lapses.ts';

const CASES = 4;
let database: TestDatabase;
const caseIds: string[] = [];
beforeAll(async () => {
  database = await testDatabase();
  for (let nth = 0; nth < CASES; nth += 1) caseIds.push((await RecordedCase.open(database.pool)).caseId);
});
afterAll(() => database.drop());
beforeEach(() => select(database.pool, { text: `DELETE FROM duty WHERE step <> 'intake'` }));

const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number): Instant => instant(Date.now() - hours * HOUR_MS);

/** A silence that had its effect that many hours ago, or has it in as many when negative. */
const silence = (nth: number, hours: number, key = 'silent'): MadeUpDuty => {
  const caseId = caseIds[nth];
  if (caseId === undefined) throw new Error(`no case ${nth}`);
  return { caseId, key, limit: { hours: 1 }, from: hoursAgo(hours + 1), lapses: true };
};

/** The cases that are due, by their position. */
const due = async (limit = 10, except: readonly number[] = []): Promise<readonly number[]> =>
  (await dueLapses(database.pool, { limit, except: except.map((nth) => silence(nth, 0).caseId) })).map(({ caseId }) =>
    caseIds.indexOf(caseId),
  );

test('only a limit that is open, has passed and whose passing has an effect is due', async () => {
  await openDuty(database.pool, silence(0, 1));
  await openDuty(database.pool, silence(1, -1));
  await openDuty(database.pool, { ...silence(2, 1), lapses: false });
  await openDuty(database.pool, silence(3, 1));
  await endDuty(database.pool, silence(3, 1), hoursAgo(0));
  expect(await due()).toEqual([0]);
});

test('a limit that is dated anew is due by its new day only', async () => {
  await openDuty(database.pool, silence(0, 1));
  await redateDuty(database.pool, silence(0, -2));
  expect(await due()).toEqual([]);
  await redateDuty(database.pool, silence(0, 2));
  expect(await due()).toEqual([0]);
});

test('the longest overdue come first, each case once, by the earliest of its limits', async () => {
  const permutation = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(permutation, fc.integer({ min: 1, max: CASES }), async (hours, limit) => {
      await select(database.pool, { text: `DELETE FROM duty WHERE step <> 'intake'` });
      for (const [at, ago] of hours.entries()) await openDuty(database.pool, silence(at % CASES, ago, `silent-${at}`));
      const longest = caseIds.map((_, nth) => Math.max(...hours.filter((_hours, at) => at % CASES === nth)));
      const expected = caseIds.map((_, nth) => nth).sort((a, b) => (longest[b] ?? 0) - (longest[a] ?? 0));
      expect(await due(limit)).toEqual(expected.slice(0, limit));
    }),
    { numRuns: 20 },
  );
});

test('cases that are set aside take no place in the batch', async () => {
  for (const nth of [0, 1, 2, 3]) await openDuty(database.pool, silence(nth, 9 - nth));
  expect(await due(1)).toEqual([0]);
  expect(await due(1, [0])).toEqual([1]);
  expect(await due(2, [0, 2])).toEqual([1, 3]);
});
