import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate } from './civil-date.ts';
import { count, published, someDay } from './testing/arbitraries.ts';
import { windowBefore } from './window.ts';

const day = civilDate;

test('a window in working days is provisional as soon as one of its counted days is, and only then', () => {
  const limits = { earliest: { workingDays: 90 }, latest: { workingDays: 30 } };
  expect(windowBefore(day('2026-12-31'), limits, published)).toEqual({
    opensOn: '2026-08-21',
    closesOn: '2026-11-19',
    provisional: false,
  });
  expect(windowBefore(day('2027-01-01'), limits, published).provisional).toBe(false);
  expect(windowBefore(day('2027-01-02'), limits, published).provisional).toBe(true);
  expect(windowBefore(day('2029-06-30'), limits, published).provisional).toBe(true);
});

test('natural days, months and given days judge no day', () => {
  const limits = { earliest: { months: 6 }, latest: { calendarDays: 30 } };
  expect(windowBefore(day('2030-08-31'), limits, published)).toEqual({
    opensOn: '2030-02-28',
    closesOn: '2030-08-01',
    provisional: false,
  });
  const given = { earliest: { until: day('2030-01-05') }, latest: { onTheSpot: true } } as const;
  expect(windowBefore(day('2030-08-31'), given, published)).toMatchObject({
    opensOn: '2030-01-05',
    closesOn: '2030-08-31',
  });
});

test('both ends lie as many working days before the day as their limits say', () => {
  fc.assert(
    fc.property(someDay, count, count, (on, earliest, latest) => {
      fc.pre(on > '2024-08-01');
      const limits = { earliest: { workingDays: earliest }, latest: { workingDays: latest } };
      const { opensOn, closesOn } = windowBefore(published.nextWorkingDay(on), limits, published);
      const left = (from: typeof on) => published.workingDaysBetween(from, published.nextWorkingDay(on));
      expect([left(opensOn), left(closesOn)]).toEqual([earliest, latest]);
    }),
    { numRuns: 300 },
  );
});
