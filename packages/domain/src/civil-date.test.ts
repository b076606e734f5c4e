import { describe, expect, test } from 'vitest';
import {
  addDays,
  addHours,
  addMonths,
  civilDate,
  civilDateOf,
  daysBetween,
  endOfDay,
  epochMs,
  instant,
  isCivilDate,
  startOfDay,
  weekday,
} from './civil-date.ts';
import { LianbanError } from './error.ts';

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return error instanceof LianbanError ? error.code : String(error);
  }
  return undefined;
};

describe('civil dates', () => {
  test.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-02-12T00:00',
    ' 2026-02-12',
    '0000-01-01',
    '12026-01-01',
    '',
  ])('%j is no day', (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(codeOf(() => civilDate(text))).toBe('NO_SUCH_DATE');
  });

  test.each(['2024-02-29', '0001-01-01', '9999-12-31', '2026-12-31'])('%s is a day', (text) => {
    expect(civilDate(text)).toBe(text);
  });

  test('weeks begin on Monday', () => {
    expect(['2026-02-09', '2026-02-15', '1969-12-31', '1970-01-01'].map((on) => weekday(civilDate(on)))).toEqual([
      1, 7, 3, 4,
    ]);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-02-12', 2, '2026-04-12'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['0099-12-31', 2, '0100-02-28'],
  ])('%s and %i months end on the corresponding day or the last of the month: %s (民法典202)', (from, months, to) => {
    expect(addMonths(civilDate(from), months)).toBe(to);
  });

  test('counting past the year 9999 is refused', () => {
    expect(codeOf(() => addDays(civilDate('9999-12-31'), 1))).toBe('NO_SUCH_DATE');
    expect(codeOf(() => addDays(civilDate('2026-01-01'), Infinity))).toBe('NO_SUCH_DATE');
    expect(daysBetween(civilDate('2026-03-01'), civilDate('2026-02-01'))).toBe(-28);
  });
});

describe('instants', () => {
  test('the day in Shanghai begins at 16:00 UTC of the day before', () => {
    expect(startOfDay(civilDate('2026-02-12'))).toBe('2026-02-11T16:00:00.000Z');
    expect(endOfDay(civilDate('2026-02-12'))).toBe('2026-02-12T16:00:00.000Z');
    expect(civilDateOf(instant('2026-02-12T15:59:59.999Z'))).toBe('2026-02-12');
    expect(civilDateOf(instant('2026-02-12T16:00:00Z'))).toBe('2026-02-13');
  });

  test('text with an offset is read as the same point in time', () => {
    expect(instant('2026-02-12T09:00:00+08:00')).toBe('2026-02-12T01:00:00.000Z');
    expect(instant('2026-02-12T01:00Z')).toBe('2026-02-12T01:00:00.000Z');
    expect(epochMs(instant(1_770_000_000_000))).toBe(1_770_000_000_000);
  });

  test.each(['2026-02-12T01:00:00', '2026-02-12', 'now', '2026-02-12 01:00:00Z', '2026-02-12T25:00:00Z'])(
    '%s does not say when, and is refused',
    (text) => expect(codeOf(() => instant(text))).toBe('MALFORMED'),
  );

  test('a day that does not exist has no instants', () => {
    expect(codeOf(() => instant('2026-02-30T01:00:00Z'))).toBe('NO_SUCH_DATE');
    expect(codeOf(() => instant(Number.NaN))).toBe('MALFORMED');
  });

  test('hours run through nights and rest days', () => {
    expect(addHours(instant('2026-02-14T10:00:00Z'), 24)).toBe('2026-02-15T10:00:00.000Z');
  });
});
