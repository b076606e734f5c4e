import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addHours, civilDateOf, instant, startOfDay } from './civil-date.ts';
import { receivedOn } from './receipt.ts';
import { published, someDay } from './testing/arbitraries.ts';

test.each([
  ['2026-02-12T10:00:00+08:00', '2026-02-12', 'in business hours'],
  ['2026-02-12T17:29:59.999+08:00', '2026-02-12', 'before closing'],
  ['2026-02-12T17:30:00+08:00', '2026-02-13', 'at closing'],
  ['2026-02-12T23:59:59+08:00', '2026-02-13', 'in the last second of the day (edge case 46)'],
  ['2026-02-13T07:00:00+08:00', '2026-02-13', 'before the office opens'],
  ['2026-02-13T18:00:00+08:00', '2026-02-14', 'before a weekend that is worked'],
  ['2026-02-14T18:00:00+08:00', '2026-02-24', 'before the festival'],
  ['2026-02-18T10:00:00+08:00', '2026-02-24', 'in the festival'],
  ['2026-12-31T18:00:00+08:00', '2027-01-04', 'into a year without a notice'],
])('an application of %s counts as received on %s: %s', (at, on) => {
  expect(receivedOn(instant(at), published)).toBe(on);
});

test('nothing is received before it came in, nor on a rest day', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 23 }), (day, hour) => {
      const at = addHours(startOfDay(day), hour);
      const on = receivedOn(at, published);
      expect(on >= civilDateOf(at) && published.isWorkingDay(on)).toBe(true);
      expect(published.workingDaysBetween(day, on)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 1000 },
  );
});
