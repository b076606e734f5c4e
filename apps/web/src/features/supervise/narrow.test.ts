import { describe, expect, test } from 'vitest';
import type { SoonRow } from './heat.ts';
import { narrowed, narrowingOf } from './narrow.ts';

const none = { zh: '', en: '' };
const row = (light: SoonRow['deadline']['light'], workingDaysLeft: number): SoonRow => ({
  caseId: `${light}`,
  duty: 'review',
  caseNumber: '',
  stepTitle: none,
  owner: { role: 'OFF', roleTitle: none, unit: none, province: 'CQ', person: null },
  deadline: { on: '2026-06-30', at: null, light, workingDaysLeft, provisional: false, clockStopped: false },
  cause: null,
  trail: { cards: [], urges: [], urgeAgainOn: null },
});
const rows = [row('orange', 0), row('orange', 1), row('yellow', 2)];

test('narrowingOf reads only what the page offers', () => {
  expect(narrowingOf('orange')).toBe('orange');
  expect(narrowingOf('red')).toBeNull();
  expect(narrowingOf('')).toBeNull();
});

describe('narrowed', () => {
  test('shows everything without a narrowing', () => {
    expect(narrowed(rows, null)).toBe(rows);
  });
  test('tells what is due today from what is due tomorrow, although their light is the same', () => {
    expect(narrowed(rows, 'due-today')).toEqual([rows[0]]);
    expect(narrowed(rows, 'orange')).toEqual([rows[0], rows[1]]);
  });
});
