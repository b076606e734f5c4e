import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './civil-date.ts';
import { count, published, someDay } from './testing/arbitraries.ts';

const runs = { numRuns: 1000 };

test('adding working days is undone by counting them, and lands on a working day', () => {
  fc.assert(
    fc.property(someDay, count, (from, n) => {
      const to = published.addWorkingDays(from, n);
      expect(published.workingDaysBetween(from, to)).toBe(n);
      expect(published.isWorkingDay(to)).toBe(true);
    }),
    runs,
  );
});

test('more working days lead to later days', () => {
  fc.assert(
    fc.property(someDay, count, (from, n) => {
      expect(published.addWorkingDays(from, n) < published.addWorkingDays(from, n + 1)).toBe(true);
    }),
    runs,
  );
});

test('working days add up over any day between, in both directions', () => {
  fc.assert(
    fc.property(someDay, someDay, someDay, (a, b, c) => {
      const between = published.workingDaysBetween.bind(published);
      expect(between(a, b) + between(b, c)).toBe(between(a, c));
    }),
    { numRuns: 300 },
  );
});

test('subtracting undoes adding when the start is a working day', () => {
  fc.assert(
    fc.property(someDay, count, (day, n) => {
      const from = published.nextWorkingDay(day);
      expect(published.subtractWorkingDays(published.addWorkingDays(from, n), n)).toBe(from);
    }),
    runs,
  );
});

test('the next working day is the nearest one', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      const next = published.nextWorkingDay(day);
      expect(published.isWorkingDay(next) && next >= day).toBe(true);
      for (let on = day; on < next; on = addDays(on, 1)) expect(published.isWorkingDay(on)).toBe(false);
    }),
    runs,
  );
});
