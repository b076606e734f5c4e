import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from './civil-date.ts';
import { allowance, consumed, lateSpan, remaining, workingDaysTakenOut } from './clock.ts';
import { dueOf } from './due.ts';
import { workingDaysLeft } from './light.ts';
import { askOf, count, published, someDay, spanOf, spansAfter } from './testing/arbitraries.ts';

const day = civilDate;

describe('a statutory clock', () => {
  const ask = askOf(day('2026-04-28'), { workingDays: 20 }, { spans: [spanOf(day('2026-05-13'), day('2026-06-22'))] });

  test.each([
    ['2026-04-28', 0, 20],
    ['2026-04-29', 1, 19],
    ['2026-05-12', 8, 12],
    ['2026-06-22', 8, 12],
    ['2026-06-30', 14, 6],
    ['2026-07-08', 20, 0],
    ['2026-07-09', 21, -1],
  ])('has on %s used %i days and %i left', (today, used, left) => {
    expect([consumed(ask, day(today), published), remaining(ask, day(today), published)]).toEqual([used, left]);
  });

  test('stands still while a pause is open', () => {
    const open = { ...ask, spans: [spanOf(day('2026-05-13'), null)] };
    expect(consumed(open, day('2026-12-31'), published)).toBe(8);
  });

  test('has used nothing before it starts', () => {
    expect(consumed(ask, day('2026-04-01'), published)).toBe(0);
  });

  test('tells days left only where every part is in working days', () => {
    expect(allowance({ limit: { workingDays: 20 }, extensions: [{ workingDays: 10 }] })).toBe(30);
    expect(remaining(askOf(day('2026-04-28'), { months: 2 }), day('2026-05-06'), published)).toBeNull();
  });
});

test('what is left of a clock whose pauses are over is what lies between today and its last day', () => {
  fc.assert(
    fc.property(someDay, count, fc.nat(60), (startOn, n, after) =>
      fc.assert(
        fc.property(spansAfter(startOn), (spans) => {
          const ask = askOf(startOn, { workingDays: n }, { spans });
          const { on } = dueOf(ask, published);
          if (on === null) throw new Error('no span is open');
          const pausesOver = spans.reduce((last, { to }) => (to !== null && to > last ? to : last), startOn);
          const today = published.addWorkingDays(pausesOver, after);
          const left = remaining(ask, today, published);
          if (today <= on) expect(left).toBe(workingDaysLeft(on, today, published));
          else expect(left).toBeLessThanOrEqual(0);
        }),
        { numRuns: 5 },
      ),
    ),
    { numRuns: 200 },
  );
});

describe('the spans of a clock', () => {
  const startOn = day('2026-04-28');
  const of = (...spans: ReturnType<typeof spanOf>[]) => askOf(startOn, { workingDays: 3 }, { spans });
  const late = (...spans: ReturnType<typeof spanOf>[]) => lateSpan(spans, dueOf(of(...spans), published));

  test('may open up to the last day, so that the day after is the first not counted (edge case 8)', () => {
    expect(dueOf(of(), published).on).toBe('2026-05-06');
    expect(late(spanOf(day('2026-05-07'), null))).toBeNull();
    expect(late(spanOf(day('2026-05-07'), day('2026-05-08')))).toBeNull();
    expect(late(spanOf(day('2026-05-08'), null))).toBe(0);
    expect(late(spanOf(day('2026-04-29'), day('2026-04-30')), spanOf(day('2026-05-08'), null))).toBeNull();
    expect(late(spanOf(day('2026-04-29'), day('2026-04-29')), spanOf(day('2026-06-01'), null))).toBe(1);
    expect(late(spanOf(day('2026-04-29'), null), spanOf(day('2026-06-01'), null))).toBeNull();
  });

  test('take out together exactly the working days that are not counted', () => {
    fc.assert(
      fc.property(
        someDay.chain((startOn) => fc.record({ startOn: fc.constant(startOn), spans: spansAfter(startOn) })),
        fc.nat(120),
        ({ startOn, spans }, after) => {
          const ask = askOf(startOn, { workingDays: 1 }, { spans });
          const ended = spans.reduce((last, { to }) => (to !== null && to > last ? to : last), startOn);
          const today = published.addWorkingDays(ended, after);
          const taken = workingDaysTakenOut(ask, today, published).reduce((sum, days) => sum + days, 0);
          expect(taken + consumed(ask, today, published)).toBe(published.workingDaysBetween(startOn, today));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('take out a day once, for the span that began first; an open one up to today', () => {
    const spans = [spanOf(day('2026-05-13'), null), spanOf(day('2026-05-11'), day('2026-05-15'))];
    expect(workingDaysTakenOut({ startOn, spans }, day('2026-05-19'), published)).toEqual([2, 5]);
    expect(workingDaysTakenOut({ startOn, spans: [spanOf(day('2026-04-01'), startOn)] }, startOn, published)).toEqual([
      0,
    ]);
  });
});
