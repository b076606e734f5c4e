import { describe, expect, test } from 'vitest';
import type { Limit } from './limit.ts';
import { workingCalendar } from './calendar.ts';
import { calendarYears } from './calendar-years.ts';
import { civilDate, instant } from './civil-date.ts';
import { dueOf } from './due.ts';
import { askOf, published, spanOf } from './testing/arbitraries.ts';

const day = civilDate;
const span = (from: string, to: string | null) => spanOf(day(from), to === null ? null : day(to));
const dueOn = (start: string, limit: Limit) => dueOf(askOf(day(start), limit), published).on;

describe('the test vectors of the specification', () => {
  test.each([
    ['2026-02-12', 5, '2026-02-26', 'counts Sat 2/14, skips 2/15-23'],
    ['2026-02-12', 20, '2026-03-18', 'also counts Sat 2/28'],
    ['2026-02-14', 1, '2026-02-24', 'starts on a weekend workday'],
    ['2026-02-13', 15, '2026-03-12', 'from Friday before the festival'],
    ['2026-04-30', 3, '2026-05-08', 'skips 5/1-5, does not reach 5/9'],
    ['2026-06-18', 10, '2026-07-03', 'skips 端午'],
    ['2026-09-18', 5, '2026-09-24', 'counts Sun 9/20'],
    ['2026-09-18', 20, '2026-10-22', 'two holidays and Sat 10/10'],
    ['2026-09-30', 5, '2026-10-13', 'skips 国庆'],
    ['2025-09-26', 10, '2025-10-16', 'counts Sun 9/28 and Sat 10/11'],
    ['2025-12-31', 2, '2026-01-05', 'counts Sun 1/4'],
  ])('%s and %i working days end on %s: %s', (start, workingDays, on) => {
    expect(dueOn(start, { workingDays })).toBe(on);
  });

  test.each([
    ['2026-02-08', 7, '2026-02-24', '2026-02-15'],
    ['2026-09-21', 15, '2026-10-08', '2026-10-06'],
    ['2026-07-10', 90, '2026-10-08', null],
    ['2026-04-26', 7, '2026-05-06', '2026-05-03'],
    ['2026-02-07', 7, '2026-02-14', null],
  ])('%s and %i natural days end on %s, rolled from %s (民法典203)', (start, calendarDays, on, rolledFrom) => {
    const due = dueOf(askOf(day(start), { calendarDays }), published);
    expect([due.on, due.why.rolledFrom]).toEqual([on, rolledFrom]);
  });

  test('a window of two months from 2026-02-12 ends on Sunday 04-12 and is shown as Monday', () => {
    const due = dueOf(askOf(day('2026-02-12'), { months: 2 }), published);
    expect([due.on, due.why.rolledFrom]).toEqual(['2026-04-13', '2026-04-12']);
  });
});

describe('edge case 35: the day of a ledger, the 20th of March, June, September and December', () => {
  const ledger = { dayOf: { day: 20, months: [3, 6, 9, 12] } } as const;

  test.each<[string, string, string | null, string]>([
    ['2026-01-05', '2026-03-20', null, 'is a Friday'],
    ['2026-03-20', '2026-06-18', '2026-06-20', 'falls into 端午 of 6/19-21: the Thursday before'],
    ['2026-06-18', '2026-09-20', null, 'is a Sunday that is worked'],
    ['2026-09-20', '2026-12-18', '2026-12-20', 'is a Sunday: the Friday before'],
    ['2026-06-19', '2026-09-20', null, 'is not due before the ledger begins'],
    ['2026-12-18', '2027-03-19', '2027-03-20', 'of a year without a notice is a Saturday'],
  ])('after %s it is due on %s, from %s: %s', (start, on, rolledFrom) => {
    const due = dueOf(askOf(day(start), ledger), published);
    expect([due.on, due.why.rolledFrom]).toEqual([on, rolledFrom]);
    expect(due.provisional).toBe(on.startsWith('2027'));
  });

  test('is passed over in the months that have no such day', () => {
    const last = { dayOf: { day: 31, months: [2, 3] } };
    expect(dueOn('2026-01-05', last)).toBe('2026-03-31');
  });
});

describe('a due date', () => {
  test('runs to 24:00 of its day in Shanghai', () => {
    expect(dueOf(askOf(day('2026-02-12'), { workingDays: 5 }), published).at).toBe('2026-02-26T16:00:00.000Z');
  });

  test('that is given stays, be it a rest day; on the spot is the day itself', () => {
    expect(dueOn('2026-02-12', { until: day('2026-02-15') })).toBe('2026-02-15');
    expect(dueOn('2026-02-15', { onTheSpot: true })).toBe('2026-02-15');
  });

  test('in hours is an instant, and midnight belongs to the day it ends', () => {
    const at = (startAt: string) =>
      dueOf(askOf(day('2026-02-13'), { hours: 24 }, { startAt: instant(startAt) }), published);
    expect(at('2026-02-13T09:30:00+08:00')).toMatchObject({
      on: '2026-02-14',
      at: '2026-02-14T01:30:00.000Z',
      provisional: false,
    });
    expect(at('2026-02-13T00:00:00+08:00')).toMatchObject({ on: '2026-02-13', at: '2026-02-13T16:00:00.000Z' });
  });

  test.each<[Limit, Limit, string, string | null]>([
    [{ workingDays: 20 }, { workingDays: 10 }, '2026-04-01', null],
    [{ calendarDays: 7 }, { calendarDays: 7 }, '2026-03-03', null],
    [{ workingDays: 5 }, { until: day('2026-03-08') }, '2026-03-08', null],
    [{ months: 1 }, { calendarDays: 2 }, '2026-03-16', '2026-03-14'],
    [{ hours: 24 }, { workingDays: 1 }, '2026-02-13', null],
  ])('of %j extended by %j is counted from the end of what came before', (limit, extension, on, rolledFrom) => {
    const due = dueOf(askOf(day('2026-02-12'), limit, { extensions: [extension] }), published);
    expect([due.on, due.why.rolledFrom]).toEqual([on, rolledFrom]);
  });
});

describe('days that are not counted', () => {
  test('the reference picture: 20 days from 2026-04-28 with 28 working days of testing end on 07-08', () => {
    const due = dueOf(
      askOf(day('2026-04-28'), { workingDays: 20 }, { spans: [span('2026-05-13', '2026-06-22')] }),
      published,
    );
    expect(due).toMatchObject({ on: '2026-07-08', at: '2026-07-08T16:00:00.000Z', provisional: false });
    expect(due.why).toMatchObject({
      excludedWorkingDays: 28,
      makeupDays: ['2026-05-09'],
      calendar: ['2026#1'],
      rolledFrom: null,
    });
    const names = due.why.holidays.map(({ name }) => name);
    expect(names).toEqual([...Array<string>(5).fill('劳动节'), ...Array<string>(3).fill('端午节')]);
  });

  test('a pause inside a pause counts once and ends with the last (edge case 7)', () => {
    const spans = [
      span('2026-05-13', '2026-06-22'),
      span('2026-05-20', '2026-05-29'),
      span('2026-06-10', '2026-06-22'),
    ];
    const due = dueOf(askOf(day('2026-04-28'), { workingDays: 20 }, { spans }), published);
    expect([due.on, due.why.excludedWorkingDays]).toEqual(['2026-07-08', 28]);
  });

  test('while a pause is open there is no last day, even when it began on the last one', () => {
    const standing = { on: null, at: null, why: { rolledFrom: null } };
    const open = (from: string) =>
      dueOf(askOf(day('2026-04-28'), { workingDays: 3 }, { spans: [span(from, null)] }), published);
    expect(open('2026-04-30')).toMatchObject(standing);
    expect(open('2026-05-07')).toMatchObject(standing);
  });

  test('a pause that opens after the last day revives nothing (edge case 8)', () => {
    const spans = [span('2026-05-09', null)];
    expect(dueOf(askOf(day('2026-04-28'), { workingDays: 3 }, { spans }), published).on).toBe('2026-05-06');
  });

  test('a pause that ended on the day it began takes out nothing', () => {
    const spans = [span('2026-05-07', '2026-05-06')];
    expect(dueOf(askOf(day('2026-04-28'), { workingDays: 3 }, { spans }), published).on).toBe('2026-05-06');
  });

  test('natural days and months shift by the natural days of the pause, then roll', () => {
    const spans = [span('2026-03-02', '2026-03-06')];
    const dueWith = (limit: Limit) => dueOf(askOf(day('2026-02-27'), limit, { spans }), published);
    expect(dueWith({ calendarDays: 10 })).toMatchObject({
      on: '2026-03-16',
      why: { rolledFrom: '2026-03-14', excludedWorkingDays: 5 },
    });
    expect(dueWith({ months: 1 }).on).toBe('2026-04-01');
  });

  test('hours, given days and acts on the spot know no pause', () => {
    const spans = [span('2026-02-13', null)];
    const on = (limit: Limit) => dueOf(askOf(day('2026-02-12'), limit, { spans }), published).on;
    expect([on({ hours: 48 }), on({ until: day('2026-02-20') }), on({ onTheSpot: true })]).toEqual([
      '2026-02-13',
      '2026-02-20',
      '2026-02-12',
    ]);
  });
});

describe('a limit that runs into a year without a notice (edge case 9)', () => {
  test('is provisional as soon as one of its days lies there', () => {
    const into2027 = dueOf(askOf(day('2026-12-21'), { workingDays: 10 }), published);
    expect(into2027).toMatchObject({ on: '2027-01-05', provisional: true, why: { calendar: ['2026#1', '2027#0'] } });
    expect(dueOf(askOf(day('2026-12-21'), { workingDays: 8 }), published)).toMatchObject({
      on: '2026-12-31',
      provisional: false,
    });
  });

  test('is provisional in natural days only where the notice decides: on the last day', () => {
    expect(dueOf(askOf(day('2026-12-01'), { calendarDays: 30 }), published)).toMatchObject({
      on: '2026-12-31',
      provisional: false,
    });
    expect(dueOf(askOf(day('2026-12-01'), { calendarDays: 31 }), published)).toMatchObject({
      on: '2027-01-04',
      provisional: true,
    });
    expect(dueOf(askOf(day('2026-12-01'), { until: day('2027-01-03') }), published).provisional).toBe(false);
  });

  test('is recomputed with the notice', () => {
    const rest = [
      { on: day('2027-01-01'), name: '元旦' },
      { on: day('2027-01-04'), name: '元旦' },
    ];
    const year2027 = { year: 2027, edition: '2027#1', source: { zh: '通知', en: 'Notice' }, rest, work: [] };
    const due = dueOf(askOf(day('2026-12-21'), { workingDays: 10 }), workingCalendar([...calendarYears, year2027]));
    expect(due).toMatchObject({ on: '2027-01-06', provisional: false, why: { calendar: ['2026#1', '2027#1'] } });
  });
});
