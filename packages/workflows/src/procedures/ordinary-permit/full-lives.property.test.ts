import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLedger } from '../../kernel/fold.ts';
import type { Entry } from '../../kernel/entry.ts';
import { randomLife } from '../../testing/random-life.ts';
import { inspectionTask } from '../inspection-task/2023-07.ts';
import { rectification } from '../rectification/2023-07.ts';
import type { AnyProcedure } from '../../vocabulary/procedure.ts';
import { remedy } from '../remedy/2024-01.ts';
import { ordinaryPermitInFull } from './2023-07.ts';
import { ordinaryPermitWithDeferral } from './2024-01.ts';

type Check = (entries: readonly Entry[], closed: string | null) => void;

const livesUnder = (procedure: AnyProcedure) => (check: Check) =>
  fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const life = await randomLife(procedure, seed);
      check(
        life.turns.flatMap(({ entries }) => entries),
        life.closed,
      );
    }),
    { numRuns: 300 },
  );

const positionOf = (entries: readonly Entry[], wanted: (entry: Entry) => boolean): number => entries.findIndex(wanted);
const stepsOf = (entries: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(entries.flatMap((entry) => (entry.type === 'opened' ? [[entry.key, entry.step] as const] : [])));
const settledAs = (entries: readonly Entry[], step: string, ...outcomes: readonly string[]): readonly number[] => {
  const steps = stepsOf(entries);
  return entries.flatMap((entry, at) =>
    entry.type === 'settled' &&
    steps.get(entry.key) === step &&
    (outcomes.length === 0 || outcomes.includes(entry.outcome))
      ? [at]
      : [],
  );
};

describe.each([ordinaryPermitInFull, ordinaryPermitWithDeferral])(
  'in every life of an ordinary permit $edition',
  (edition) => {
    const lives = livesUnder(edition);

    test('a licence is granted only after the seal of a grant, or after the licence that it renews has expired', () =>
      lives((entries) => {
        const licence = positionOf(entries, (entry) => entry.type === 'licence');
        if (licence < 0) return;
        const grounds = [...settledAs(entries, 'seal', 'grant'), ...settledAs(entries, 'decideBeforeExpiry', 'lapsed')];
        // What a ruling granted was decided elsewhere: then there is neither draft nor clock.
        if (grounds.length === 0) expect(positionOf(entries, (entry) => entry.type === 'clockStarted')).toBe(-1);
        else expect(grounds).toEqual([expect.any(Number)]);
        for (const ground of grounds) expect(ground).toBeLessThan(licence);
      }));

    test('nobody is refused who was not told and heard before, and every refusal is served', () =>
      lives((entries, closed) => {
        const refusals = settledAs(entries, 'seal', 'refuse');
        expect(refusals.length).toBeLessThanOrEqual(1);
        const [refusal] = refusals;
        if (refusal !== undefined) {
          expect(settledAs(entries, 'tellRefusal')[0]).toBeLessThan(refusal);
          expect(settledAs(entries, 'makeStatement')[0]).toBeLessThan(refusal);
          expect(settledAs(entries, 'legalReview', 'agree', 'agreeWithHearing')[0]).toBeLessThan(refusal);
        }
        if (closed === 'refused') expect(settledAs(entries, 'serveRefusal').length).toBeGreaterThan(0);
      }));

    test('nothing is granted after a failed assessment, a negative review or a confirmed falsity', () =>
      lives((entries) => {
        const granted = settledAs(entries, 'seal', 'grant').length > 0;
        const barred = [
          ...settledAs(entries, 'assess', 'fails'),
          ...settledAs(entries, 'review', 'proposeRefusal'),
          ...settledAs(entries, 'investigateFalsity', 'confirmed'),
        ];
        expect(granted && barred.length > 0).toBe(false);
      }));

    test('drafts are sent back at most twice', () =>
      lives((entries) => {
        const returns = ['audit', 'legalReview', 'approve'].flatMap((step) => settledAs(entries, step, 'sendBack'));
        expect(returns.length).toBeLessThanOrEqual(2);
      }));

    test('a suspicion is settled before anything is sealed', () =>
      lives((entries) => {
        const [sealed] = settledAs(entries, 'seal');
        const raised = settledAs(entries, 'suspectFalsity', 'report');
        const settled = settledAs(entries, 'investigateFalsity');
        const before = (at: number): boolean =>
          sealed !== undefined && at < positionOf(entries, (entry) => entry.type === 'opened' && entry.step === 'seal');
        for (const at of raised.filter(before)) expect(settled.some((other) => other > at)).toBe(true);
      }));

    test('clocks are started, paused, resumed and stopped in that order, and none runs on when the case is closed', () =>
      lives((entries, closed) => {
        const running = new Map<string, number>();
        for (const entry of entries) {
          if (entry.type === 'clockStarted') running.set(entry.clock, 0);
          if (entry.type === 'clockPaused') running.set(entry.clock, (running.get(entry.clock) ?? Number.NaN) + 1);
          if (entry.type === 'clockResumed') running.set(entry.clock, (running.get(entry.clock) ?? Number.NaN) - 1);
          if (entry.type === 'clockStopped') expect(running.delete(entry.clock)).toBe(true);
          for (const pauses of running.values()) expect(pauses).toBeGreaterThanOrEqual(0);
        }
        if (closed !== null) expect([...running.keys()]).toEqual([]);
      }));

    test('the applicant is told in writing whenever the clock stops for something that the special rule leaves out', () =>
      lives((entries) => {
        const pauses = entries.flatMap((entry, at) =>
          entry.type === 'clockPaused' && ['技术审查', '现场检查', '企业整改', '听证'].includes(entry.title.zh)
            ? [at]
            : [],
        );
        for (const at of pauses)
          expect(entries[at + 1]).toMatchObject({ type: 'document', document: 'excludedTimeNotice' });
      }));
  },
);

describe('in every life with 容缺受理', () => {
  const lives = livesUnder(ordinaryPermitWithDeferral);
  const opened = (entries: readonly Entry[], ...steps: readonly string[]): readonly number[] =>
    entries.flatMap((entry, at) => (entry.type === 'opened' && steps.includes(entry.step) ? [at] : []));

  test('nothing is drafted, sealed or looked into before every item has been handed in and checked', () =>
    lives((entries) => {
      const items = new Set(
        entries.flatMap((entry) => (entry.type === 'opened' && entry.step === 'cure' ? [entry.about?.key] : [])),
      );
      const checked = settledAs(entries, 'checkCure', 'complete');
      for (const at of opened(entries, 'draft', 'discuss', 'seal'))
        expect(checked.filter((other) => other < at)).toHaveLength(items.size);
    }));

  test('an item follows only on a commitment, and one that does not come ends the case with an entry in the credit file', () =>
    lives((entries, closed) => {
      const signed = settledAs(entries, 'commitToCure', 'sign');
      if (opened(entries, 'cure').length > 0) expect(signed).toHaveLength(1);
      const lapsed = settledAs(entries, 'cure', 'lapsed').length > 0;
      expect(closed === 'cureLapsed').toBe(lapsed);
      expect(entries.some((entry) => entry.type === 'breach' && entry.ground === 'cureLapsed')).toBe(lapsed);
    }));

  test('what is missing is told once, as a supplement or as what may follow', () =>
    lives((entries) => {
      expect(settledAs(entries, 'intake', 'requestSupplement', 'defer').length).toBeLessThanOrEqual(1);
    }));

  test('a confirmed falsity that is refused is entered once, and a grant enters none', () =>
    lives((entries) => {
      const entered = entries.filter((entry) => entry.type === 'breach' && entry.ground === 'falseApplication');
      const isFalse = settledAs(entries, 'investigateFalsity', 'confirmed').length > 0;
      const isRefused = settledAs(entries, 'seal', 'refuse').length > 0;
      expect(entered).toHaveLength(isFalse && isRefused ? 1 : 0);
    }));
});

describe.each([ordinaryPermitInFull, ordinaryPermitWithDeferral, inspectionTask, rectification, remedy])(
  '$id $edition',
  (procedure) => {
    test('every life folds again to the same state', () =>
      fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const life = await randomLife(procedure, seed);
          const kernel = await foldLedger(
            procedure,
            life.turns.map(({ row }) => row),
          );
          expect(kernel.closed).toBe(life.closed);
          expect(kernel.openDuties().map(({ key }) => key)).toEqual(
            expect.arrayContaining(life.duties().map(({ key }) => key)),
          );
        }),
        { numRuns: 150 },
      ));

    test('weighted lives reach every ending but that of a case that is not awaited', { timeout: 60_000 }, async () => {
      const endings = new Set<string | null>(['discontinued']);
      for (let seed = 0; seed < 2_000; seed += 1) endings.add((await randomLife(procedure, seed)).closed);
      expect(Object.keys(procedure.endings).filter((ending) => !endings.has(ending))).toEqual([]);
    });
  },
);
