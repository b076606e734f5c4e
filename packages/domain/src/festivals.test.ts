import { describe, expect, test } from 'vitest';
import { calendarYears } from './calendar-years.ts';
import { addDays, civilDate, type CivilDate } from './civil-date.ts';
import { festivalTitle, statutoryFestivals } from './festivals.ts';
import { lunarMonthOf, newMoon, solarLongitude } from './testing/sky.ts';

const firstDayNamed = (year: number, name: string): CivilDate => {
  const day = statutoryFestivals(year).find((festival) => festival.name === name);
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

describe.each([2027, 2028, 2029, 2030])('the festivals computed for %i', (year) => {
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

  test('are the thirteen days of the measures in force since 2025', () => {
    expect(statutoryFestivals(year)).toHaveLength(13);
  });
});

test('after the computed years only the festivals with a fixed date remain', () => {
  expect(statutoryFestivals(2031).map(({ on }) => on.slice(5))).toEqual([
    '01-01',
    '05-01',
    '05-02',
    '10-01',
    '10-02',
    '10-03',
  ]);
});

test('every rest day that was announced or computed has an English name', () => {
  const names = [...calendarYears.flatMap(({ rest }) => rest), ...statutoryFestivals(2027)].map(({ name }) => name);
  expect(names.map(festivalTitle).filter(({ en }) => /\p{Script=Han}/u.test(en))).toEqual([]);
  expect(festivalTitle('国庆节、中秋节')).toEqual({ zh: '国庆节、中秋节', en: 'National Day, Mid-Autumn Festival' });
  expect(festivalTitle('停止对外办公').en).toBe('停止对外办公');
});
