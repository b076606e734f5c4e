import { expect, test } from 'vitest';
import { civilDate } from './civil-date.ts';
import { lightOf, workingDaysLeft } from './light.ts';
import { published } from './testing/arbitraries.ts';

test.each([
  [4, 'green'],
  [3, 'yellow'],
  [2, 'yellow'],
  [1, 'orange'],
  [0, 'orange'],
  [-1, 'red'],
  [null, null],
])('%j working days left are %s', (left, light) => {
  expect(lightOf(left)).toBe(light);
});

test.each([
  ['2026-06-30', 6],
  ['2026-07-07', 1],
  ['2026-07-08', 0],
  ['2026-07-09', -1],
])('on %s a deadline of Wednesday 2026-07-08 is %i working days away', (today, left) => {
  expect(workingDaysLeft(civilDate('2026-07-08'), civilDate(today), published)).toBe(left);
});

test('a deadline of Friday is overdue on Saturday already', () => {
  expect(workingDaysLeft(civilDate('2026-07-10'), civilDate('2026-07-11'), published)).toBe(-1);
  expect(workingDaysLeft(civilDate('2026-07-10'), civilDate('2026-07-13'), published)).toBe(-1);
  expect(workingDaysLeft(null, civilDate('2026-07-13'), published)).toBeNull();
});
