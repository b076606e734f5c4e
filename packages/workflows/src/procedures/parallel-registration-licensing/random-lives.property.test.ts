import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../kernel/entry.ts';
import { foldLedger } from '../../kernel/fold.ts';
import { randomLife } from '../../testing/random-life.ts';
import { parallelRegistrationLicensing } from './2022-03.ts';

const lives = (check: (entries: readonly Entry[], closed: string | null) => void) =>
  fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const life = await randomLife(parallelRegistrationLicensing, seed, { steps: 200 });
      check(
        life.turns.flatMap(({ entries }) => entries),
        life.closed,
      );
    }),
    { numRuns: 250 },
  );

const stepOf = (entries: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(entries.flatMap((entry) => (entry.type === 'opened' ? [[entry.key, entry.step] as const] : [])));

/** Where in the life this step ended so; the last part of the branch is given where two decisions share a step. */
function endedAs(entries: readonly Entry[], step: string, outcomes: readonly string[], branch = ''): readonly number[] {
  const steps = stepOf(entries);
  return entries.flatMap((entry, at) =>
    entry.type === 'settled' &&
    steps.get(entry.key) === step &&
    entry.key.startsWith(branch) &&
    outcomes.includes(entry.outcome)
      ? [at]
      : [],
  );
}
const last = (...positions: (readonly number[])[]): number => Math.max(-1, ...positions.flat());

describe('in every life of a parallel approval', () => {
  test('no licence without a registration, and none sealed before it', () =>
    lives((entries, closed) => {
      const licences = entries.flatMap((entry, at) => (entry.type === 'licence' ? [at] : []));
      const licenceSealed = endedAs(entries, 'seal', ['grant'], 'licence/');
      const registered = [
        ...endedAs(entries, 'sealRegistration', ['grant']),
        ...endedAs(entries, 'recordDecision', ['granted']),
      ];
      for (const at of [...licences, ...licenceSealed]) expect(Math.min(...registered)).toBeLessThan(at);
      if (closed === 'bothGranted') expect(licenceSealed).toHaveLength(1);
      if (closed === 'registrationRefused') expect(licenceSealed).toHaveLength(0);
    }));

  test('nothing is registered after a failed visit, a confirmed falsity or a review whose last word is negative', () =>
    lives((entries) => {
      const [granted] = endedAs(entries, 'sealRegistration', ['grant']);
      if (granted === undefined) return;
      const before = (positions: readonly number[]): readonly number[] => positions.filter((at) => at < granted);
      expect(before(endedAs(entries, 'reportVerification', ['failed']))).toEqual([]);
      expect(before(endedAs(entries, 'investigateFalsity', ['confirmed']))).toEqual([]);
      const passed = last(
        before([...endedAs(entries, 'review', ['pass']), ...endedAs(entries, 'reviewAgain', ['pass'])]),
      );
      const sentBack = last(before(endedAs(entries, 'returnToReview', ['return'])));
      expect(passed).toBeGreaterThan(-1);
      expect(passed).toBeGreaterThan(sentBack);
    }));

  test('J1 is not drafted before its guard holds: both conclusions, or one that decides alone', () =>
    lives((entries) => {
      const steps = stepOf(entries);
      const [drafted] = entries.flatMap((entry, at) =>
        entry.type === 'opened' && entry.step === 'draft' && entry.key.startsWith('registration/') ? [at] : [],
      );
      if (drafted === undefined) return;
      const earlier = entries
        .slice(0, drafted)
        .flatMap((entry) => (entry.type === 'settled' ? [`${steps.get(entry.key) ?? ''}.${entry.outcome}`] : []));
      const passed = earlier.includes('review.pass') || earlier.includes('reviewAgain.pass');
      const visited = ['reportVerification.passed', 'reportVerification.toRectify', 'rectify.passed'].some((one) =>
        earlier.includes(one),
      );
      const alone = [
        ...['reportVerification.failed', 'rectify.failed', 'rectify.overdue', 'rectify.lapsed', 'object.accept'],
        ...['object.lapsed', 'weighObjection.uphold', 'investigateFalsity.confirmed', 'supplementReview.lapsed'],
      ].some((one) => earlier.includes(one));
      expect((passed && visited) || alone).toBe(true);
    }));

  test('a false application is entered exactly once where what was found false is refused here, and never otherwise', () =>
    lives((entries) => {
      const found = endedAs(entries, 'investigateFalsity', ['confirmed']);
      const refusals = [...endedAs(entries, 'sealRegistration', ['refuse']), ...endedAs(entries, 'seal', ['refuse'])];
      const falsely = refusals.filter((at) => found.some((before) => before < at));
      const entered = entries.filter((entry) => entry.type === 'breach' && entry.ground === 'falseApplication');
      expect(entered).toHaveLength(falsely.length);
      expect(entered.length).toBeLessThan(2);
    }));

  test('no seal of a grant is asked for while a suspicion is open', () =>
    lives((entries) => {
      let isSuspected = false;
      const steps = stepOf(entries);
      for (const entry of entries) {
        if (entry.type === 'opened' && (entry.step === 'seal' || entry.step === 'sealRegistration'))
          expect(isSuspected).toBe(false);
        if (entry.type !== 'settled') continue;
        const step = steps.get(entry.key);
        if (step === 'reportFalsity' || entry.outcome === 'suspend') isSuspected = true;
        if (step === 'investigateFalsity') isSuspected = false;
      }
    }));
});

describe('in every life of a parallel approval, whatever its branches do', () => {
  test('clocks are started, paused, resumed and stopped in that order, no pause outlives its clock, and none runs on when the case is closed', () =>
    lives((entries, closed) => {
      const running = new Map<string, number>();
      for (const entry of entries) {
        if (entry.type === 'clockStarted') {
          expect(running.has(entry.clock)).toBe(false);
          running.set(entry.clock, 0);
        }
        if (entry.type === 'clockPaused') running.set(entry.clock, (running.get(entry.clock) ?? Number.NaN) + 1);
        if (entry.type === 'clockResumed') running.set(entry.clock, (running.get(entry.clock) ?? Number.NaN) - 1);
        if (entry.type === 'clockStopped') {
          if (closed === null) expect(running.get(entry.clock)).toBe(0);
          expect(running.delete(entry.clock)).toBe(true);
        }
        for (const pauses of running.values()) expect(pauses).toBeGreaterThanOrEqual(0);
      }
      if (closed !== null) expect([...running.keys()]).toEqual([]);
    }));

  test('whoever has not rectified in time is followed up before the case is closed', () =>
    lives((entries, closed) => {
      const overdue = endedAs(entries, 'rectify', ['overdue']);
      if (overdue.length === 0 || closed === null || closed === 'withdrawn') return;
      expect(endedAs(entries, 'followUpOverdue', ['interview', 'warn', 'transfer'])).toHaveLength(1);
    }));

  test('somebody always owes something until it is closed', () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer({ min: 0, max: 60 }), async (seed, steps) => {
        const life = await randomLife(parallelRegistrationLicensing, seed, { steps });
        if (life.closed === null) expect(life.duties().some(({ kind }) => kind === 'duty')).toBe(true);
      }),
      { numRuns: 300 },
    ));

  test('every life folds again to the same state', () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const life = await randomLife(parallelRegistrationLicensing, seed);
        const kernel = await foldLedger(
          parallelRegistrationLicensing,
          life.turns.map(({ row }) => row),
        );
        expect(kernel.closed).toBe(life.closed);
        expect(
          kernel
            .openDuties()
            .map(({ key }) => key)
            .sort(),
        ).toEqual(
          life
            .duties()
            .map(({ key }) => key)
            .sort(),
        );
      }),
      { numRuns: 150 },
    ));
});

/** Certificates go out together only where the first is slow to go: half of the lives are of that kind. */
const SLOW_SERVICE = { 'deliverRegistration.delivered': 0.03, 'deliverRegistration.failed': 0.03 };

test('lives reach every ending and use every row of the catalogue', { timeout: 120_000 }, async () => {
  const [endings, rows] = [new Set<string | null>(), new Set<string>()];
  for (let seed = 0; seed < 1_500; seed += 1) {
    const eager = seed % 2 === 0 ? SLOW_SERVICE : {};
    const life = await randomLife(parallelRegistrationLicensing, seed, { steps: 200, eager });
    endings.add(life.closed);
    for (const { entries } of life.turns) for (const step of stepOf(entries).values()) rows.add(step);
  }
  expect(Object.keys(parallelRegistrationLicensing.endings).filter((ending) => !endings.has(ending))).toEqual([]);
  expect(Object.keys(parallelRegistrationLicensing.steps).filter((step) => !rows.has(step))).toEqual([]);
});
