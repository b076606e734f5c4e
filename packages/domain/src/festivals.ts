import { LunarDay, SolarDay, SolarTerm } from 'tyme4ts';
import { addDays, civilDate, civilDateOfEpochDay, type CivilDate } from './civil-date.ts';
import { text, type Text } from './text.ts';

/** A rest day with the name it is announced under, in Chinese as in the notices. */
export interface RestDay {
  readonly on: CivilDate;
  readonly name: string;
}

/** 清明 is the eighth of the solar terms, the first being the winter solstice of the year before. */
const QINGMING = 7;

/** Consecutive days of one festival, counted from the first. */
type Festival = readonly [name: string, first: CivilDate, count: number];

/**
 * The statutory festivals of a year by 全国年节及纪念日放假办法 Art. 2, before any exchange of days: as in force since 2025,
 * for earlier years as in force since 2014, without the eve of the lunar year and the second of May. One entry for each
 * day, in order; a day of two festivals carries both names: `国庆节、中秋节`. The lunar days are computed, not announced by
 * anybody.
 * @throws LianbanError NO_SUCH_DATE outside the years 0001 to 9999.
 */
export function statutoryFestivals(year: number): readonly RestDay[] {
  const names = new Map<CivilDate, string[]>();
  for (const [name, first, count] of festivalsOf(year)) {
    for (let after = 0; after < count; after += 1) {
      const on = addDays(first, after);
      names.set(on, [...(names.get(on) ?? []), name]);
    }
  }
  const days = [...names].map(([on, named]) => ({ on, name: named.join('、') }));
  return days.sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Of two that may fall together, the one with the fixed date first, as the notices name them. */
function festivalsOf(year: number): readonly Festival[] {
  const since2025 = year >= 2025;
  const fixed = (day: string): CivilDate => civilDate(`${String(year).padStart(4, '0')}-${day}`);
  const newYear = fixed('01-01');
  const lunarYear = lunar(year, 1, 1);
  return [
    ['元旦', newYear, 1],
    since2025 ? ['春节', addDays(lunarYear, -1), 4] : ['春节', lunarYear, 3],
    ['清明节', civilDateOf(SolarTerm.fromIndex(year, QINGMING).getSolarDay()), 1],
    ['劳动节', fixed('05-01'), since2025 ? 2 : 1],
    ['端午节', lunar(year, 5, 5), 1],
    ['国庆节', fixed('10-01'), 3],
    ['中秋节', lunar(year, 8, 15), 1],
  ];
}

const lunar = (year: number, month: number, day: number): CivilDate =>
  civilDateOf(LunarDay.fromYmd(year, month, day).getSolarDay());

/** The library's days are counted, not taken apart: before 1583 it writes them in the Julian calendar. */
const EPOCH = SolarDay.fromYmd(1970, 1, 1);
const civilDateOf = (day: SolarDay): CivilDate => civilDateOfEpochDay(day.subtract(EPOCH));

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
