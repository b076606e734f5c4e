import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, endOfDay } from './civil-date.ts';
import { dueOf } from './due.ts';
import type { Limit } from './limit.ts';
import { askOf, count, published, publishedDay, someDay, spanOf, spansAfter } from './testing/arbitraries.ts';

const runs = { numRuns: 1000 };
const dayLimit = (n: number): fc.Arbitrary<Limit> =>
  fc.constantFrom<Limit>({ workingDays: n }, { calendarDays: n }, { months: 1 + (n % 6) });
const paused = someDay.chain((startOn) => fc.record({ startOn: fc.constant(startOn), spans: spansAfter(startOn) }));
const definite = <T>(value: T | null): T => {
  if (value === null) throw new Error('no span is open');
  return value;
};

test('a longer limit never ends earlier', () => {
  fc.assert(
    fc.property(
      paused,
      count,
      fc.constantFrom('workingDays', 'calendarDays', 'months'),
      ({ startOn, spans }, n, unit) => {
        const on = (size: number) =>
          definite(dueOf(askOf(startOn, { [unit]: size } as Limit, { spans }), published).on);
        expect(on(n) <= on(n + 1)).toBe(true);
        expect(on(n) > startOn).toBe(true);
      },
    ),
    runs,
  );
});

test('a limit in days ends on a working day outside every span, at 24:00', () => {
  fc.assert(
    fc.property(paused, count.chain(dayLimit), ({ startOn, spans }, limit) => {
      const { on, at } = dueOf(askOf(startOn, limit, { spans }), published);
      const last = definite(on);
      expect(published.isWorkingDay(last)).toBe(true);
      expect(spans.some(({ from, to }) => from <= last && last <= (to ?? last))).toBe(false);
      expect(at).toBe(endOfDay(last));
    }),
    runs,
  );
});

test('without spans, working days are exactly those of the calendar', () => {
  fc.assert(
    fc.property(someDay, count, (startOn, n) => {
      const on = definite(dueOf(askOf(startOn, { workingDays: n }), published).on);
      expect(on).toBe(published.addWorkingDays(startOn, n));
      expect(published.workingDaysBetween(startOn, on)).toBe(n);
    }),
    runs,
  );
});

test('a span of k working days inside the count moves the last day by exactly k working days', () => {
  fc.assert(
    fc.property(publishedDay, count, fc.integer({ min: 0, max: 90 }), fc.nat(), (startOn, n, length, seed) => {
      const before = definite(dueOf(askOf(startOn, { workingDays: n }), published).on);
      const from = addDays(startOn, 1 + (seed % daysBetween(startOn, before)));
      const to = addDays(from, length);
      const k = published.workingDaysBetween(addDays(from, -1), to);
      const { on, why } = dueOf(askOf(startOn, { workingDays: n }, { spans: [spanOf(from, to)] }), published);
      expect(published.workingDaysBetween(before, definite(on))).toBe(k);
      expect(why.excludedWorkingDays).toBe(k);
    }),
    runs,
  );
});

test('overlapping spans are their union, in whatever order', () => {
  fc.assert(
    fc.property(paused, count.chain(dayLimit), fc.boolean(), ({ startOn, spans }, limit, reversed) => {
      const days = new Set(
        spans.flatMap(({ from, to }) =>
          Array.from({ length: daysBetween(from, to ?? from) + 1 }, (_, i) => addDays(from, i)),
        ),
      );
      const single = [...days].map((on) => spanOf(on, on));
      const given = dueOf(askOf(startOn, limit, { spans: reversed ? [...spans].reverse() : spans }), published);
      const union = dueOf(askOf(startOn, limit, { spans: single }), published);
      expect({ ...given, why: { ...given.why, spans: [] } }).toEqual({ ...union, why: { ...union.why, spans: [] } });
    }),
    runs,
  );
});

test('extending by n working days is counting n more, and one more span never brings the day forward', () => {
  fc.assert(
    fc.property(paused, count, count, ({ startOn, spans }, n, more) => {
      const limit = { workingDays: n };
      const extended = dueOf(askOf(startOn, limit, { spans, extensions: [{ workingDays: more }] }), published);
      const longer = dueOf(askOf(startOn, { workingDays: n + more }, { spans }), published);
      expect(extended.on).toBe(longer.on);
      const fewer = dueOf(askOf(startOn, limit, { spans: spans.slice(1) }), published);
      expect(definite(fewer.on) <= definite(dueOf(askOf(startOn, limit, { spans }), published).on)).toBe(true);
    }),
    runs,
  );
});

test('the explanation is enough to recount working days by hand', () => {
  fc.assert(
    fc.property(paused, count, ({ startOn, spans }, n) => {
      const { on, why, provisional } = dueOf(askOf(startOn, { workingDays: n }, { spans }), published);
      const last = definite(on);
      const outside = (day: string) => !spans.some(({ from, to }) => from <= day && day <= (to ?? day));
      let counted = 0;
      for (let day = addDays(startOn, 1); day <= last; day = addDays(day, 1)) {
        const isWeekday = ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
        const isHoliday = why.holidays.some((holiday) => holiday.on === day);
        if (((isWeekday && !isHoliday) || why.makeupDays.includes(day)) && outside(day)) counted += 1;
      }
      expect(counted).toBe(n);
      expect(provisional).toBe(last >= '2027-01-01');
    }),
    runs,
  );
});

test('a day that comes round lies after its start on a working day, and none of its days was nearer', () => {
  const some = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    months: fc
      .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 })
      .map((list) => list.toSorted((a, b) => a - b)),
  });
  fc.assert(
    fc.property(someDay, some, (startOn, dayOf) => {
      const { on, why } = dueOf(askOf(startOn, { dayOf }), published);
      const last = definite(on);
      expect(last > startOn && published.isWorkingDay(last)).toBe(true);
      const named = why.rolledFrom ?? last;
      expect([Number(named.slice(8)), dayOf.months.includes(Number(named.slice(5, 7)))]).toEqual([dayOf.day, true]);
      for (let between = addDays(last, 1); between <= named; between = addDays(between, 1))
        expect(published.isWorkingDay(between)).toBe(false);
      for (let before = addDays(startOn, 1); before < last; before = addDays(before, 1)) {
        const isNamed = Number(before.slice(8)) === dayOf.day && dayOf.months.includes(Number(before.slice(5, 7)));
        // A nearer one can only be one whose working day lies at or before the start.
        if (isNamed && before !== named) expect(published.workingDaysBetween(startOn, before)).toBe(0);
      }
    }),
    runs,
  );
});
