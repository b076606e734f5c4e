import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarYears } from './calendar-years.ts';
import { addDays, civilDate, type CivilDate } from './civil-date.ts';
import { festivalTitle, statutoryFestivals } from './festivals.ts';
import { published } from './testing/arbitraries.ts';
import { lunarMonthOf, newMoon, solarLongitude } from './testing/sky.ts';

const firstDayNamed = (year: number, name: string): CivilDate => {
  const day = statutoryFestivals(year).find((festival) => festival.name.split('、').includes(name));
  if (day === undefined) throw new Error(`no ${name} in ${year}`);
  return day.on;
};

/** The sun reaches the longitude on that day. */
const reaches = (longitude: number, first: CivilDate, last: CivilDate = first): boolean =>
  solarLongitude(first) <= longitude && solarLongitude(addDays(last, 1)) > longitude;

test('the astronomy gives the festivals that were announced', () => {
  expect(lunarMonthOf(civilDate('2026-02-20')).first).toBe('2026-02-17');
  expect(lunarMonthOf(civilDate('2025-10-06')).first).toBe('2025-09-22');
  expect(reaches(15, civilDate('2026-04-05'))).toBe(true);
  expect(newMoon(0)).toBe('2000-01-07');
});

/** Months with two of the terms, or none although they are no leap months, put 2033, 2034 and 2053 outside the plain rule. */
const judged = Array.from({ length: 34 }, (_, after) => 2027 + after).filter(
  (year) => ![2033, 2034, 2053].includes(year),
);

describe.each(judged)('the festivals computed for %i', (year) => {
  test('begin the lunar year with the new moon of the month of 雨水 (330°), the eve before it', () => {
    const { first, last } = lunarMonthOf(addDays(firstDayNamed(year, '春节'), 1));
    expect(first).toBe(addDays(firstDayNamed(year, '春节'), 1));
    expect(reaches(330, first, last)).toBe(true);
  });

  test.each([
    ['端午节', '夏至', 90, 5],
    ['中秋节', '秋分', 180, 15],
  ])('put %s into the lunar month of %s (%i°), on day %i', (name, _term, longitude, day) => {
    const { first, last } = lunarMonthOf(firstDayNamed(year, name));
    expect(firstDayNamed(year, name)).toBe(addDays(first, day - 1));
    expect(reaches(longitude, first, last)).toBe(true);
  });

  test('put 清明 on the day on which the sun reaches 15°', () => {
    expect(reaches(15, firstDayNamed(year, '清明节'))).toBe(true);
  });
});

test.each([
  [2024, '02-10', '04-04', '06-10', '09-17'],
  [2025, '01-29', '04-04', '05-31', '10-06'],
  [2026, '02-17', '04-05', '06-19', '09-25'],
  [2027, '02-06', '04-05', '06-09', '09-15'],
  [2028, '01-26', '04-04', '05-28', '10-03'],
  [2029, '02-13', '04-04', '06-16', '09-22'],
  [2030, '02-03', '04-05', '06-05', '09-12'],
])('of %i: the lunar year begins on %s, 清明 is %s, 端午 %s, 中秋 %s', (year, ...days) => {
  const firstOfLunarYear = addDays(firstDayNamed(year, '春节'), year < 2025 ? 0 : 1);
  const others = ['清明节', '端午节', '中秋节'].map((name) => firstDayNamed(year, name));
  expect([firstOfLunarYear, ...others].map((on) => on.slice(5))).toEqual(days);
});

test('the months without a term of their own in 2033 and around 2053 move no festival', () => {
  expect(firstDayNamed(2033, '中秋节')).toBe('2033-09-08');
  expect(firstDayNamed(2034, '春节')).toBe('2034-02-18');
  expect(firstDayNamed(2053, '春节')).toBe('2053-02-18');
});

const someYear = fc.integer({ min: 2025, max: 2600 });

test('there are thirteen in every year since 2025, in order, each day told once', () => {
  const parts = { 元旦: 1, 春节: 4, 清明节: 1, 劳动节: 2, 端午节: 1, 国庆节: 3, 中秋节: 1 };
  fc.assert(
    fc.property(someYear, (year) => {
      const days = statutoryFestivals(year);
      const names = days.flatMap(({ name }) => name.split('、'));
      const tally = Object.fromEntries(
        Object.keys(parts).map((part) => [part, names.filter((name) => name === part).length]),
      );
      expect(tally).toEqual(parts);
      expect(names).toHaveLength(13);
      for (const [at, { on }] of days.entries()) {
        expect(Number(on.slice(0, 4))).toBe(year);
        expect(on > (days[at - 1]?.on ?? '')).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('every announced year gives all of them off', () => {
  for (const { year, rest } of calendarYears) {
    const off = new Set(rest.map(({ on }) => on));
    expect(statutoryFestivals(year).filter(({ on }) => !off.has(on))).toEqual([]);
  }
});

test('before 2025 there were eleven: neither the eve of the lunar year nor the second of May', () => {
  const of2024 = statutoryFestivals(2024).map(({ on, name }) => `${on} ${name}`);
  expect(of2024).toHaveLength(11);
  expect(of2024).toEqual(expect.arrayContaining(['2024-02-12 春节', '2024-05-01 劳动节']));
});

test.each([
  [2028, '10-03'],
  [2031, '10-01'],
])('中秋 within 国庆, as in %i, is one day with both names', (year, day) => {
  const festivals = statutoryFestivals(year);
  expect(festivals).toHaveLength(12);
  expect(festivals.filter(({ on }) => on === `${year}-${day}`)).toEqual([
    { on: `${year}-${day}`, name: '国庆节、中秋节' },
  ]);
  expect(published.dayOf(civilDate(`${year}-${day}`))).toMatchObject({ kind: 'holiday', name: '国庆节、中秋节' });
});

test('years that have no dates are refused', () => {
  expect(statutoryFestivals(9999)).toHaveLength(13);
  expect(() => statutoryFestivals(10_000)).toThrow('NO_SUCH_DATE');
  expect(() => statutoryFestivals(0)).toThrow('NO_SUCH_DATE');
});

test('every rest day that was announced or computed has an English name', () => {
  const names = [...calendarYears.flatMap(({ rest }) => rest), ...statutoryFestivals(2027)].map(({ name }) => name);
  expect(names.map(festivalTitle).filter(({ en }) => /\p{Script=Han}/u.test(en))).toEqual([]);
  expect(festivalTitle('国庆节、中秋节')).toEqual({ zh: '国庆节、中秋节', en: 'National Day, Mid-Autumn Festival' });
  expect(festivalTitle('停止对外办公').en).toBe('停止对外办公');
});
