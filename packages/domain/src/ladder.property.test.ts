import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDateOf, instant, type CivilDate } from './civil-date.ts';
import { dueOf } from './due.ts';
import { ladder, rungsOf, type LadderKind, type LadderRung, type Limited } from './ladder.ts';
import type { Limit } from './limit.ts';
import { askOf, count, published, someDay, spansAfter } from './testing/arbitraries.ts';

const runs = { numRuns: 1000 };
/** Enough for every rung before the last day and several red cards. */
const READ = 7;

const first = (limited: Limited): readonly LadderRung[] => {
  const rungs: LadderRung[] = [];
  for (const rung of rungsOf(limited, published)) if (rungs.push(rung) === READ) break;
  return rungs;
};

const limitedBy = (kind: LadderKind, ask: ReturnType<typeof askOf>): Limited => {
  const { on, at, why } = dueOf(ask, published);
  if (on === null || at === null) throw new Error('no span is open');
  return { kind, ...why, dueOn: on, dueAt: at };
};

const days: fc.Arbitrary<Limit> = fc.oneof(
  count.map((workingDays) => ({ workingDays })),
  count.map((calendarDays) => ({ calendarDays })),
  fc.integer({ min: 1, max: 6 }).map((months) => ({ months })),
);
const hours: fc.Arbitrary<Limit> = fc.integer({ min: 1, max: 200 }).map((n) => ({ hours: n }));
const kinds = fc.constantFrom<LadderKind>('agency', 'deemed', 'applicant');
const limitedOf = (limit: fc.Arbitrary<Limit>, kind: fc.Arbitrary<LadderKind> = kinds) =>
  fc
    .tuple(someDay, limit, kind)
    .chain(([startOn, some, of]) => spansAfter(startOn).map((spans) => limitedBy(of, askOf(startOn, some, { spans }))));

const countedLeft = ({ spans }: Limited, from: CivilDate, to: CivilDate): number => {
  let left = 0;
  for (let on = from; on < to;) {
    on = published.addWorkingDays(on, 1);
    if (on <= to && !spans.some((span) => span.from <= on && on <= (span.to ?? on))) left += 1;
  }
  return left;
};

test('rungs come in order, each more urgent than the one before, and red cards are counted', () => {
  const urgency = ['reminder', 'yellow', 'orange', 'red'];
  fc.assert(
    fc.property(limitedOf(fc.oneof(days, hours)), (limited) => {
      const rungs = first(limited);
      for (const [at, rung] of rungs.entries()) {
        const before = rungs[at - 1];
        if (before === undefined) continue;
        expect(rung.at > before.at).toBe(true);
        if (rung.rung === 'red' && before.rung === 'red') expect(rung.number).toBe(before.number + 1);
        else expect(urgency.indexOf(rung.rung)).toBeGreaterThan(urgency.indexOf(before.rung));
      }
    }),
    runs,
  );
});

test('nothing but red cards goes out once the limit has passed, and no red card before', () => {
  fc.assert(
    fc.property(limitedOf(fc.oneof(days, hours)), (limited) => {
      for (const { rung, at } of first(limited)) expect(rung === 'red').toBe(at >= limited.dueAt);
    }),
    runs,
  );
});

test('cards for limits in days belong to working days and go out at nine, the first red card at the first late instant', () => {
  fc.assert(
    fc.property(limitedOf(days), (limited) => {
      for (const { rung, number, on, at } of first(limited)) {
        expect(published.isWorkingDay(on)).toBe(true);
        if (rung === 'red' && number === 1) expect([on, at]).toEqual([limited.dueOn, limited.dueAt]);
        else expect([civilDateOf(at), at.slice(11)]).toEqual([on, '01:00:00.000Z']);
        expect(on > limited.startOn).toBe(true);
      }
    }),
    runs,
  );
});

test('yellow leaves three counted working days, orange one, and half leaves half of those of a limit in working days', () => {
  fc.assert(
    fc.property(limitedOf(days, fc.constant('agency')), (limited) => {
      const total = countedLeft(limited, limited.startOn, limited.dueOn);
      for (const { rung, on } of first(limited)) {
        const left = countedLeft(limited, on, limited.dueOn);
        if (rung === 'yellow') expect(left).toBe(ladder.yellowDaysLeft);
        if (rung === 'orange') expect(left).toBe(ladder.orangeDaysLeft);
        if (rung === 'reminder' && 'workingDays' in limited.limit) expect(left).toBe(Math.floor(total / 2));
      }
    }),
    runs,
  );
});

test('short limits have exactly two rungs before the red card repeats', () => {
  const short = fc.integer({ min: 1, max: ladder.shortDays }).map((workingDays): Limit => ({ workingDays }));
  fc.assert(
    fc.property(limitedOf(short, fc.constant('agency')), (limited) => {
      expect(
        first(limited)
          .filter(({ number }) => number === 1)
          .map(({ rung }) => rung),
      ).toEqual(['reminder', 'red']);
    }),
    runs,
  );
});

test('red cards repeat every five working days', () => {
  fc.assert(
    fc.property(limitedOf(days, fc.constant('agency')), (limited) => {
      const reds = first(limited).filter(({ rung }) => rung === 'red');
      for (const [at, { on }] of reds.entries())
        expect(published.workingDaysBetween(limited.dueOn, on)).toBe(ladder.redEveryDays * at);
    }),
    runs,
  );
});

test('limits in hours are reminded of at half and two hours before the end, where that is later', () => {
  fc.assert(
    fc.property(
      someDay,
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom<LadderKind>('agency', 'deemed'),
      (startOn, n, kind) => {
        const limited = limitedBy(kind, askOf(startOn, { hours: n }));
        const due = Date.parse(limited.dueAt);
        const wanted = [instant(due - n * 1_800_000), ...(n > 4 ? [instant(due - 7_200_000)] : [])];
        const before = first(limited).filter(({ rung }) => rung !== 'red');
        expect(before.map(({ at }) => at)).toEqual(wanted);
      },
    ),
    runs,
  );
});

test('an applicant is reminded exactly once, before the last day is over, and nobody else is told', () => {
  fc.assert(
    fc.property(limitedOf(fc.oneof(days, hours), fc.constant('applicant')), (limited) => {
      const rungs = first(limited);
      expect(rungs).toHaveLength(1);
      expect(rungs[0]?.tells).toEqual(['owner']);
      expect(rungs[0] !== undefined && rungs[0].at < limited.dueAt).toBe(true);
    }),
    runs,
  );
});
