import { addDays, civilDate, type CivilDate } from './civil-date.ts';
import { text, type Text } from './text.ts';

/** A rest day with the name it is announced under, in Chinese as in the notices. */
export interface RestDay {
  readonly on: CivilDate;
  readonly name: string;
}

/**
 * Spring Festival (first day of the lunar year), 清明, 端午 and 中秋 of years whose notice is not out yet, as month and
 * day. Computed from the lunisolar calendar, not announced by anybody.
 */
const computed: Readonly<
  Record<number, readonly [spring: string, qingming: string, duanwu: string, midAutumn: string]>
> = {
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
};

/**
 * The statutory festivals of a year by 全国年节及纪念日放假办法 Art. 2 as in force since 2025, before any exchange of days.
 * After 2030 only those with a fixed date: the lunar ones are not computed that far.
 */
export function statutoryFestivals(year: number): readonly RestDay[] {
  const fixed = [
    ...days(year, '01-01', 1, '元旦'),
    ...days(year, '05-01', 2, '劳动节'),
    ...days(year, '10-01', 3, '国庆节'),
  ];
  const lunar = computed[year];
  if (lunar === undefined) return fixed;
  const [spring, qingming, duanwu, midAutumn] = lunar;
  const eve = addDays(civilDate(`${year}-${spring}`), -1);
  return [
    ...fixed,
    ...[0, 1, 2, 3].map((after) => ({ on: addDays(eve, after), name: '春节' })),
    ...days(year, qingming, 1, '清明节'),
    ...days(year, duanwu, 1, '端午节'),
    ...days(year, midAutumn, 1, '中秋节'),
  ];
}

// eslint-disable-next-line max-params -- a row of a table
function days(year: number, first: string, count: number, name: string): readonly RestDay[] {
  const from = civilDate(`${year}-${first}`);
  return Array.from({ length: count }, (_, after) => ({ on: addDays(from, after), name }));
}

const titles: Readonly<Record<string, string>> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明节: 'Qingming',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

/** The name of a rest day in both languages; a name that is not a festival, such as a closure's, stays as it is. */
export const festivalTitle = (name: string): Text =>
  text(
    name,
    name
      .split('、')
      .map((part) => titles[part] ?? part)
      .join(', '),
  );
