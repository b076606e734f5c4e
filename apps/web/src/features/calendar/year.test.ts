import { expect, test } from 'vitest';
import { addDays } from '../../elements/dates.ts';
import { monthsOf, stretchesOf } from './year.ts';

const year = (first: string, days: number) =>
  Array.from({ length: days }, (_, after) => ({ on: addDays(first, after) }));

test('a year has twelve months of whole weeks that hold every day once, each under its weekday', () => {
  for (const [first, days] of [
    ['2026-01-01', 365],
    ['2028-01-01', 366],
  ] as const) {
    const months = monthsOf(year(first, days));
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const rows = months.flatMap(({ weeks }) => weeks);
    expect(rows.every((row) => row.length === 7)).toBe(true);
    expect(rows.flat().flatMap((day) => day?.on ?? [])).toEqual(year(first, days).map(({ on }) => on));
    const weekdays = rows.flatMap((row) => row.flatMap((day, at) => (day === null ? [] : [[day.on, at] as const])));
    expect(weekdays.filter(([on, at]) => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7 !== at)).toEqual([]);
  }
});

test('rest days of one festival are one stretch, and a gap parts them', () => {
  const rest = ['2026-05-01', '2026-05-02', '2026-05-04'].map((on) => ({ on, name: '劳动节' }));
  expect(stretchesOf([...rest, { on: '2026-05-05', name: '停止办公' }])).toEqual([
    { name: '劳动节', from: '2026-05-01', to: '2026-05-02', days: 2 },
    { name: '劳动节', from: '2026-05-04', to: '2026-05-04', days: 1 },
    { name: '停止办公', from: '2026-05-05', to: '2026-05-05', days: 1 },
  ]);
});
