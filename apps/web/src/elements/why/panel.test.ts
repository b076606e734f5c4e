import { describe, expect, test } from 'vitest';
import type { DayCell, DayPart } from './counting.ts';
import { editionOf, festivals, spansBeside, stretchesOf, weeksAround, weeksOf } from './panel.ts';

const cell = (on: string, part: DayPart, number: number | null = null, span: number | null = null): DayCell => ({
  on,
  kind: 'workday',
  name: null,
  provisional: false,
  part,
  number,
  unit: number === null ? null : 'workingDay',
  span,
});

describe('weeksAround', () => {
  test('begins on the Monday of the start and ends on the Sunday of the last day', () => {
    expect(weeksAround('2026-04-28', '2026-07-08', '2026-06-30')).toEqual({ from: '2026-04-27', to: '2026-07-12' });
    expect(weeksAround('2026-04-26', '2026-05-04', '2026-04-26')).toEqual({ from: '2026-04-20', to: '2026-05-10' });
  });
  test('goes two weeks beyond today while the clock stands still', () => {
    expect(weeksAround('2026-06-01', null, '2026-06-30')).toEqual({ from: '2026-06-01', to: '2026-07-19' });
  });
  test('is nothing when the days are more than the calendar gives at once', () => {
    expect(weeksAround('2026-06-01', '2029-06-01', '2026-06-30')).toBeNull();
  });
});

test('weeksOf names a month in the first row that begins in it', () => {
  const days = Array.from({ length: 14 }, (_, at) =>
    cell(`2026-${at < 4 ? '04' : '05'}-${String(at < 4 ? 27 + at : at - 3).padStart(2, '0')}`, 'counted'),
  );
  expect(weeksOf(days).map(({ month, days: row }) => [month, row.length])).toEqual([
    ['2026-04', 7],
    ['2026-05', 7],
  ]);
});

test('stretchesOf parts the count at spans, not at rest days', () => {
  const cells = [
    cell('2026-06-01', 'start'),
    cell('2026-06-02', 'counted', 1),
    cell('2026-06-03', 'rest'),
    cell('2026-06-04', 'counted', 2),
    cell('2026-06-05', 'excluded', null, 0),
    cell('2026-06-06', 'excluded', null, 0),
    cell('2026-06-07', 'counted', 3),
  ];
  expect(stretchesOf(cells)).toEqual([
    { kind: 'counted', from: '2026-06-02', to: '2026-06-04', first: 1, last: 2 },
    { kind: 'span', span: 0, workingDays: 2 },
    { kind: 'counted', from: '2026-06-07', to: '2026-06-07', first: 3, last: 3 },
  ]);
});

test('festivals are told with their days, those of another year by themselves', () => {
  const labour = { zh: '劳动节', en: 'Labour Day' };
  const newYear = { zh: '元旦', en: 'New Year' };
  const days = [
    { on: '2026-01-01', name: newYear },
    { on: '2026-05-01', name: labour },
    { on: '2026-05-02', name: labour },
    { on: '2027-01-01', name: newYear },
  ];
  expect(festivals(days)).toEqual([
    { name: newYear, from: '2026-01-01', to: '2026-01-01', days: 1 },
    { name: labour, from: '2026-05-01', to: '2026-05-02', days: 2 },
    { name: newYear, from: '2027-01-01', to: '2027-01-01', days: 1 },
  ]);
});

test('every span is told: with the count where it parts it, and beside it where it parts nothing', () => {
  const span = (from: string) => ({
    ...{ from, to: from, kind: 'excluded' as const, reason: 'hearing', title: { zh: '', en: '' } },
    ...{ workingDays: 0, basis: null, openedBy: null, closedBy: null },
  });
  const spans = [span('2026-06-05'), span('2026-06-06'), span('2026-07-01')];
  const cells = [cell('2026-06-04', 'counted', 1), cell('2026-06-05', 'excluded', null, 0)];
  expect(spansBeside(spans, cells)).toEqual([spans[1], spans[2]]);
  expect(spansBeside(spans, [])).toEqual(spans);
});

test('editionOf tells a year with a notice from one without', () => {
  expect(editionOf('2026#1')).toEqual({ year: '2026', edition: 1 });
  expect(editionOf('2027#0')).toEqual({ year: '2027', edition: 0 });
});
