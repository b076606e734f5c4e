import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  civilDate,
  civilDateOf,
  daysBetween,
  endOfDay,
  epochMs,
  instant,
  startOfDay,
  weekday,
} from './civil-date.ts';

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map((days) => addDays(civilDate('1970-01-01'), days));
const anyCount = fc.integer({ min: -10_000, max: 10_000 });

test('days add up, and their order is the order of their texts', () => {
  fc.assert(
    fc.property(anyDay, anyCount, (on, days) => {
      const other = addDays(on, days);
      expect(daysBetween(on, other)).toBe(days);
      expect(addDays(other, -days)).toBe(on);
      expect(Math.sign(days)).toBe(other > on ? 1 : other < on ? -1 : 0);
      expect(Math.abs((weekday(other) - weekday(on) - days) % 7)).toBe(0);
    }),
    { numRuns: 2000 },
  );
});

test('months end in the right month, never after the corresponding day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (on, months) => {
      const to = addMonths(on, months);
      const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
      expect(monthOf(to) - monthOf(on)).toBe(months);
      expect(to.slice(8) <= on.slice(8)).toBe(true);
      expect(to.slice(8) === on.slice(8) || addDays(to, 1).slice(8) === '01').toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('every instant lies in exactly the day it is said to lie in', () => {
  fc.assert(
    fc.property(fc.integer({ min: -6e13, max: 2e14 }), (ms) => {
      const at = instant(ms);
      const on = civilDateOf(at);
      expect(epochMs(at)).toBe(ms);
      expect(startOfDay(on) <= at && at < endOfDay(on)).toBe(true);
      expect(endOfDay(on)).toBe(startOfDay(addDays(on, 1)));
    }),
    { numRuns: 2000 },
  );
});
