import { expect, test } from 'vitest';
import { civilDate } from './civil-date.ts';
import { newYearOf, yearKey, yearOf } from './civil-year.ts';

test.each(['2026-01-01', '2026-09-30', '2026-12-31'])('%s lies in the year that begins on 1 January 2026', (on) => {
  expect(newYearOf(yearOf(civilDate(on)))).toBe('2026-01-01');
});

test('the meetings of a year have one name in each bureau', () => {
  expect(yearKey('CQ', 2026)).toBe('year:CQ:2026');
});
