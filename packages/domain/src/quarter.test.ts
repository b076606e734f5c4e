import { expect, test } from 'vitest';
import { civilDate } from './civil-date.ts';
import { firstDayOf, lastMonthOf, quarterEndingOn, quarterKey, quarterOf } from './quarter.ts';

test.each([
  ['2026-01-01', 1, '2026-01-01', '2026-03-01'],
  ['2026-06-30', 2, '2026-04-01', '2026-06-01'],
  ['2026-07-01', 3, '2026-07-01', '2026-09-01'],
  ['2026-12-31', 4, '2026-10-01', '2026-12-01'],
])('%s lies in quarter %i, from %s on, whose last month begins on %s', (on, quarter, first, last) => {
  const found = quarterOf(civilDate(on));
  expect(found).toEqual({ year: 2026, quarter });
  expect([firstDayOf(found), lastMonthOf(found)]).toEqual([first, last]);
});

test.each([
  ['2026-08-31', null],
  ['2026-09-01', { year: 2026, quarter: 3 }],
  ['2026-09-30', { year: 2026, quarter: 3 }],
  ['2026-10-01', null],
  ['2026-12-31', { year: 2026, quarter: 4 }],
])('on %s the quarter in its last month is %j', (on, quarter) => {
  expect(quarterEndingOn(civilDate(on))).toEqual(quarter);
});

test('the ledger of a quarter has one name in each bureau', () => {
  expect(quarterKey('CQ', { year: 2026, quarter: 3 })).toBe('quarter:CQ:2026Q3');
});
