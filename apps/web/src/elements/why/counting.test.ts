import type { Ask } from '@lianban/domain/ask';
import { addDays, civilDate, type CivilDate } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import type { Limit } from '@lianban/domain/limit';
import { askOf, publishedDay, published, spanOf, spansAfter } from '@lianban/domain/testing/arbitraries';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDay } from './views.ts';
import { countDays, type DayCount } from './counting.ts';

const day = civilDate;

function calendar(from: CivilDate, length: number): readonly CalendarDay[] {
  return Array.from({ length }, (_, at) => {
    const on = addDays(from, at);
    const found = published.dayOf(on);
    return {
      on,
      kind: found.kind,
      name: found.kind === 'holiday' ? { zh: found.name, en: found.name } : null,
      provisional: found.provisional,
    };
  });
}

function counted(ask: Ask & { readonly limit: Limit }, length = 400): DayCount {
  const days = calendar(ask.startOn, length);
  return countDays({ ...ask, extensions: [...ask.extensions] }, dueOf(ask, published).on, days);
}
const simply = (start: string, limit: Limit): DayCount => counted(askOf(day(start), limit));
const numbers = ({ cells }: DayCount) =>
  Object.fromEntries(cells.flatMap(({ on, number }) => (number === null ? [] : [[on, number]])));
const partOn = ({ cells }: DayCount, on: string) => cells.find((cell) => cell.on === on)?.part;

describe('working days', () => {
  test.each([
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-02-12', 20, '2026-03-18'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-13', 15, '2026-03-12'],
    ['2026-04-30', 3, '2026-05-08'],
    ['2026-06-18', 10, '2026-07-03'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-18', 20, '2026-10-22'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2025-09-26', 10, '2025-10-16'],
    ['2025-12-31', 2, '2026-01-05'],
  ])('from %s the day numbered %i is %s, and it is the last', (start, workingDays, on) => {
    const count = simply(start, { workingDays });
    expect([numbers(count)[on], count.end]).toEqual([workingDays, on]);
  });

  test('give no number to the start, to weekends and to festivals; a makeup day has one', () => {
    const count = simply('2026-02-12', { workingDays: 5 });
    expect(partOn(count, '2026-02-12')).toBe('start');
    expect(partOn(count, '2026-02-17')).toBe('rest');
    expect(numbers(count)).toEqual({
      '2026-02-13': 1,
      '2026-02-14': 2,
      '2026-02-24': 3,
      '2026-02-25': 4,
      '2026-02-26': 5,
    });
  });

  test('go on with the same numbers in an extension', () => {
    const count = counted(askOf(day('2026-06-01'), { workingDays: 2 }, { extensions: [{ workingDays: 2 }] }));
    expect(Object.values(numbers(count))).toEqual([1, 2, 3, 4]);
  });
});

describe('natural days', () => {
  test.each([
    ['2026-02-08', 7, '2026-02-15', '2026-02-24'],
    ['2026-09-21', 15, '2026-10-06', '2026-10-08'],
    ['2026-07-10', 90, '2026-10-08', '2026-10-08'],
    ['2026-04-26', 7, '2026-05-03', '2026-05-06'],
    ['2026-02-07', 7, '2026-02-14', '2026-02-14'],
  ])('from %s the day numbered %i is %s and the last day %s (民法典203)', (start, calendarDays, numbered, end) => {
    const count = simply(start, { calendarDays });
    expect([numbers(count)[numbered], count.end]).toEqual([calendarDays, end]);
  });

  test('that roll show the days over which they roll without a number', () => {
    const count = simply('2026-02-08', { calendarDays: 7 });
    expect([partOn(count, '2026-02-20'), partOn(count, '2026-02-24')]).toEqual(['rolled', 'rolled']);
    expect(numbers(count)['2026-02-16']).toBeUndefined();
  });
});

describe('months', () => {
  test('carry a number on corresponding days only and roll off a rest day', () => {
    const count = simply('2026-02-12', { months: 2 });
    expect(numbers(count)).toEqual({ '2026-03-12': 1, '2026-04-12': 2 });
    expect(count.end).toBe('2026-04-13');
  });

  test('end on the last day of a month without the corresponding one (民法典202)', () => {
    expect(numbers(simply('2025-12-31', { months: 2 }))).toEqual({ '2026-01-31': 1, '2026-02-28': 2 });
  });
});

describe('spans', () => {
  const paused = askOf(
    day('2026-04-28'),
    { workingDays: 20 },
    { spans: [spanOf(day('2026-05-13'), day('2026-06-22'))] },
  );

  test('take their days out: eight before, twelve after, none within', () => {
    const count = counted(paused);
    const all = numbers(count);
    expect([all['2026-05-09'], all['2026-05-12'], all['2026-06-23'], all['2026-07-08']]).toEqual([6, 8, 9, 20]);
    expect(count.cells.filter(({ part, number }) => part === 'excluded' && number !== null)).toEqual([]);
    expect(partOn(count, '2026-05-16')).toBe('excluded');
    expect(count.end).toBe('2026-07-08');
  });

  test('that are still open stop the count where they begin and cover the rest', () => {
    const count = counted({ ...paused, spans: [spanOf(day('2026-05-13'), null)] });
    expect(count.end).toBeNull();
    expect(Math.max(...Object.values(numbers(count)))).toBe(8);
    expect(count.cells.at(-1)?.part).toBe('excluded');
  });
});

test('days before the start are outside of the count', () => {
  const why = { ...askOf(day('2026-06-03'), { workingDays: 1 }), extensions: [], spans: [] };
  const { cells } = countDays(why, '2026-06-04', calendar(day('2026-06-01'), 7));
  expect(cells.map(({ part }) => part)).toEqual([
    ...['outside', 'outside', 'start', 'counted'],
    ...['outside', 'outside', 'outside'],
  ]);
});

test('a given day is reached without numbers, and on the spot nothing is counted', () => {
  const given = simply('2026-02-12', { until: day('2026-02-15') });
  expect([given.end, Object.keys(numbers(given))]).toEqual(['2026-02-15', []]);
  expect(simply('2026-02-15', { onTheSpot: true }).end).toBe('2026-02-15');
});

const someLimit = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((workingDays): Limit => ({ workingDays })),
  fc.integer({ min: 1, max: 90 }).map((calendarDays): Limit => ({ calendarDays })),
  fc.integer({ min: 1, max: 3 }).map((months): Limit => ({ months })),
);

/** The number on the last counted day, in the unit of the limit. */
function lastNumber(limit: Limit): number {
  if ('workingDays' in limit) return limit.workingDays;
  if ('calendarDays' in limit) return limit.calendarDays;
  if ('months' in limit) return limit.months;
  throw new Error('only these three are drawn');
}

test('the count ends on the day that the ledger would set, and its last number is the limit', () => {
  fc.assert(
    fc.property(
      publishedDay.chain((start) => fc.tuple(fc.constant(start), someLimit, spansAfter(start))),
      ([start, limit, spans]) => {
        const ask = askOf(start, limit, { spans });
        const count = counted(ask, 500);
        expect(count.end).toBe(dueOf(ask, published).on);
        expect(Math.max(...Object.values(numbers(count)))).toBe(lastNumber(limit));
      },
    ),
    { numRuns: 200 },
  );
});
