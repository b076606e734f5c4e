import type { CalendarYear } from './calendar.ts';
import { addDays, civilDate, daysBetween, type CivilDate } from './civil-date.ts';
import type { RestDay } from './festivals.ts';
import { text, type Text } from './text.ts';

/** Consecutive rest days of one festival, both ends included. */
function rest(name: string, first: CivilDate, last: CivilDate = first): readonly RestDay[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, after) => ({ on: addDays(first, after), name }));
}

/** Days of one year, written `MM-DD`. */
const daysOf =
  (year: number) =>
  (day: string): CivilDate =>
    civilDate(`${year}-${day}`);

/** What the notice of a year is called. */
export const noticeOf = (year: number): Text =>
  text(
    `国务院办公厅关于${year}年部分节假日安排的通知`,
    `Notice of the General Office of the State Council on the arrangement of holidays in ${year}`,
  );

const in2024 = daysOf(2024);
const in2025 = daysOf(2025);
const in2026 = daysOf(2026);

/** The years whose holidays the State Council has announced, as this installation knows them. */
export const calendarYears: readonly CalendarYear[] = [
  {
    year: 2024,
    edition: '2024#1',
    source: noticeOf(2024),
    rest: [
      ...rest('元旦', in2024('01-01')),
      ...rest('春节', in2024('02-10'), in2024('02-17')),
      ...rest('清明节', in2024('04-04'), in2024('04-06')),
      ...rest('劳动节', in2024('05-01'), in2024('05-05')),
      ...rest('端午节', in2024('06-10')),
      ...rest('中秋节', in2024('09-15'), in2024('09-17')),
      ...rest('国庆节', in2024('10-01'), in2024('10-07')),
    ],
    work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'].map(in2024),
  },
  {
    year: 2025,
    edition: '2025#1',
    source: noticeOf(2025),
    rest: [
      ...rest('元旦', in2025('01-01')),
      ...rest('春节', in2025('01-28'), in2025('02-04')),
      ...rest('清明节', in2025('04-04'), in2025('04-06')),
      ...rest('劳动节', in2025('05-01'), in2025('05-05')),
      ...rest('端午节', in2025('05-31'), in2025('06-02')),
      ...rest('国庆节、中秋节', in2025('10-01'), in2025('10-08')),
    ],
    work: ['01-26', '02-08', '04-27', '09-28', '10-11'].map(in2025),
  },
  {
    year: 2026,
    edition: '2026#1',
    source: noticeOf(2026),
    rest: [
      ...rest('元旦', in2026('01-01'), in2026('01-03')),
      ...rest('春节', in2026('02-15'), in2026('02-23')),
      ...rest('清明节', in2026('04-04'), in2026('04-06')),
      ...rest('劳动节', in2026('05-01'), in2026('05-05')),
      ...rest('端午节', in2026('06-19'), in2026('06-21')),
      ...rest('中秋节', in2026('09-25'), in2026('09-27')),
      ...rest('国庆节', in2026('10-01'), in2026('10-07')),
    ],
    work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'].map(in2026),
  },
];
