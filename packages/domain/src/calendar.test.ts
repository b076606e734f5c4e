import { describe, expect, test } from 'vitest';
import { workingCalendar } from './calendar.ts';
import { calendarYears } from './calendar-years.ts';
import { addDays, civilDate, weekday } from './civil-date.ts';
import { LianbanError } from './error.ts';
import { published } from './testing/arbitraries.ts';

const day = civilDate;

describe('published years', () => {
  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    expect(published.workingDaysBetween(day(`${year}-01-01`), day(`${year}-12-31`))).toBe(count);
    expect(published.isWorkingDay(day(`${year}-01-01`))).toBe(false);
  });

  test('announced workdays are weekend days, and no day is both worked and free', () => {
    for (const { year, rest, work } of calendarYears) {
      expect(work.every((on) => weekday(on) > 5 && on.startsWith(String(year)))).toBe(true);
      expect(rest.filter(({ on }) => work.includes(on) || !on.startsWith(String(year)))).toEqual([]);
    }
  });

  test('a day is told with its kind, and a festival with its name', () => {
    expect(published.dayOf(day('2026-02-13'))).toEqual({ kind: 'workday', provisional: false, edition: '2026#1' });
    expect(published.dayOf(day('2026-02-14'))).toEqual({ kind: 'makeup', provisional: false, edition: '2026#1' });
    expect(published.dayOf(day('2026-02-15'))).toEqual({
      kind: 'holiday',
      name: '春节',
      provisional: false,
      edition: '2026#1',
    });
    expect(published.dayOf(day('2026-03-01'))).toEqual({ kind: 'weekend', provisional: false, edition: '2026#1' });
  });

  test('the next working day is the day itself when it is worked', () => {
    expect(published.nextWorkingDay(day('2026-02-14'))).toBe('2026-02-14');
    expect(published.nextWorkingDay(day('2026-02-15'))).toBe('2026-02-24');
  });
});

describe('years without a notice', () => {
  test('are Monday to Friday without the statutory festivals, provisional', () => {
    expect(published.dayOf(day('2027-01-01'))).toEqual({
      kind: 'holiday',
      name: '元旦',
      provisional: true,
      edition: '2027#0',
    });
    expect(published.dayOf(day('2027-02-08'))).toEqual({
      kind: 'holiday',
      name: '春节',
      provisional: true,
      edition: '2027#0',
    });
    expect(published.dayOf(day('2027-02-09'))).toEqual({ kind: 'workday', provisional: true, edition: '2027#0' });
    expect(published.dayOf(day('2027-02-13'))).toEqual({ kind: 'weekend', provisional: true, edition: '2027#0' });
  });

  test('lose the mark once their notice is loaded', () => {
    const source = { zh: '通知', en: 'Notice' };
    const loaded = workingCalendar([
      ...calendarYears,
      { year: 2027, edition: '2027#1', source, rest: [], work: [day('2027-02-13')] },
    ]);
    expect(loaded.dayOf(day('2027-02-13'))).toEqual({ kind: 'makeup', provisional: false, edition: '2027#1' });
    expect(loaded.dayOf(day('2027-02-08'))).toEqual({ kind: 'workday', provisional: false, edition: '2027#1' });
  });

  test('before the first known year nothing is said at all', () => {
    expect(() => published.dayOf(day('2023-12-31'))).toThrow(LianbanError);
    expect(() => published.subtractWorkingDays(day('2024-01-02'), 1)).toThrow('CALENDAR_GAP');
    expect(() => workingCalendar([]).dayOf(day('2026-01-01'))).toThrow('CALENDAR_GAP');
  });

  test.each(['0001-01-01', '0001-12-31', '0099-03-01', '1900-02-28', '2019-05-06', '2023-12-31'])(
    '%s is named itself as the day that nothing is known of',
    (on) => {
      expect(() => published.dayOf(day(on))).toThrow(expect.objectContaining({ code: 'CALENDAR_GAP', detail: { on } }));
    },
  );
});

describe('editions and closures', () => {
  test('of two editions of a year the later in the list counts alone', () => {
    const [first] = calendarYears.filter(({ year }) => year === 2026);
    if (first === undefined) throw new Error('2026 is published');
    const corrected = workingCalendar([...calendarYears, { ...first, edition: '2026#2', work: [] }]);
    expect(corrected.isWorkingDay(day('2026-02-14'))).toBe(false);
    expect(corrected.dayOf(day('2026-02-14')).edition).toBe('2026#2');
  });

  test('a closure of the province is a rest day even where the notice says work', () => {
    const closed = workingCalendar(calendarYears, [{ on: day('2026-02-14'), name: '停止对外办公' }]);
    expect(closed.dayOf(day('2026-02-14'))).toEqual({
      kind: 'holiday',
      name: '停止对外办公',
      provisional: false,
      edition: '2026#1',
    });
    expect(closed.addWorkingDays(day('2026-02-12'), 5)).toBe('2026-02-27');
    expect(addDays(closed.nextWorkingDay(day('2027-05-06')), 0)).toBe('2027-05-06');
  });
});
