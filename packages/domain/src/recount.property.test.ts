import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workingCalendar } from './calendar.ts';
import { calendarYears } from './calendar-years.ts';
import { dueOf } from './due.ts';
import type { Limit } from './limit.ts';
import { recount, type StandingDue } from './recount.ts';
import { askOf, count, published, someDay, spansAfter } from './testing/arbitraries.ts';

const runs = { numRuns: 500 };
const limit = count.chain((n) =>
  fc.constantFrom<Limit>({ workingDays: n }, { calendarDays: n }, { months: 1 + (n % 3) }),
);
const closed = fc.uniqueArray(someDay, { minLength: 1, maxLength: 12 }).map((days) =>
  workingCalendar(
    calendarYears,
    days.map((on) => ({ on, name: '停止办公' })),
  ),
);
const standing = someDay.chain((startOn) =>
  fc.tuple(limit, spansAfter(startOn), fc.boolean()).map(([of, spans, printed]): StandingDue => {
    const ask = askOf(startOn, of, { spans });
    return { key: ask.key, startAt: ask.startAt, printed, ...dueOf(ask, published) };
  }),
);

test('closures never make a last day earlier', () => {
  fc.assert(
    fc.property(standing, closed, (before, calendar) => {
      const again = recount(before, calendar);
      expect(again === null || String(again.due.on) >= String(before.on)).toBe(true);
    }),
    runs,
  );
});

test('what was counted again is counted again to the same', () => {
  fc.assert(
    fc.property(standing, closed, closed, (before, one, other) => {
      const calendars = [one, other, one];
      let last = before;
      for (const calendar of calendars) {
        last = { ...last, ...recount(last, calendar)?.due };
        expect(recount(last, calendar)).toBeNull();
      }
    }),
    runs,
  );
});

test('a printed date never becomes earlier, whatever the calendars that follow each other', () => {
  fc.assert(
    fc.property(standing, fc.array(closed, { minLength: 1, maxLength: 4 }), (before, calendars) => {
      let last: StandingDue = { ...before, printed: true };
      for (const calendar of calendars) {
        const { on } = last;
        last = { ...last, ...recount(last, calendar)?.due, printed: true };
        expect(String(last.on) >= String(on)).toBe(true);
      }
    }),
    runs,
  );
});

test('a date that was not kept is the one that a new count gives', () => {
  fc.assert(
    fc.property(standing, closed, (before, calendar) => {
      const again = recount({ ...before, printed: false }, calendar);
      const { startOn, limit: of, spans } = before.why;
      const counted = dueOf(askOf(startOn, of, { spans }), calendar);
      expect(again?.due.on ?? before.on).toBe(counted.on);
    }),
    runs,
  );
});
