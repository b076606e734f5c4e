import { addHours, civilDate, civilDateOf, startOfDay } from '@lianban/domain/civil-date';
import { receivedOn } from '@lianban/domain/receipt';
import { text } from '@lianban/domain/text';
import { publishedCalendar } from '@lianban/workflows/testing/scenario';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOn, type Done } from './beginning.ts';

const act = text('提交申请', 'Application made');
const on = civilDate('2026-11-30');
const done = (day: string, received: string | null, byApplicant = true): Done => ({
  ...{ act, on: civilDate(day), byApplicant },
  receivedOn: received === null ? null : civilDate(received),
});

test('what was done that day began the count, whenever it counts as received', () => {
  for (const received of ['2026-11-20', '2026-11-30', '2026-12-01', null])
    expect(beginningOn(on, done('2026-11-30', received))).toEqual({ act, filedOn: null });
});

test.each(['2026-11-27', '2026-11-28', '2026-11-29'])(
  'what was sent on %s and counts as received that day began it too',
  (day) => {
    expect(beginningOn(on, done(day, '2026-11-30'))).toEqual({ act, filedOn: day });
  },
);

test.each([
  ['done on another day and received on neither', done('2026-11-27', '2026-11-27')],
  ['done before and received later', done('2026-11-29', '2026-12-01')],
  ['which no receipt is known of', done('2026-11-29', null)],
  ['recorded after the day of its receipt, as an old case is', done('2026-12-04', '2026-11-30')],
  ['of an office, whose hours bind nobody', done('2026-11-29', '2026-11-30', false)],
])('an act %s did not', (_what, one) => {
  expect(beginningOn(on, one)).toBeNull();
});

test('of whatever an applicant sends, at any hour of any day, the count from its receipt is told', () => {
  fc.assert(
    fc.property(fc.nat(900), fc.integer({ min: 0, max: 1439 }), (after, minute) => {
      const at = addHours(startOfDay(civilDate('2024-02-01')), after * 24 + minute / 60);
      const [day, received] = [civilDateOf(at), receivedOn(at, publishedCalendar)];
      const told = beginningOn(received, { act, on: day, receivedOn: received, byApplicant: true });
      expect(told).toEqual({ act, filedOn: day === received ? null : day });
    }),
    { numRuns: 1000 },
  );
});
