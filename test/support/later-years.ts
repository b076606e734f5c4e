import { workingCalendar, type CalendarYear, type WorkingCalendar } from '@lianban/domain/calendar';
import { calendarYears } from '@lianban/domain/calendar-years';
import { addDays, civilDate, type CivilDate } from '@lianban/domain/civil-date';
import { text } from '@lianban/domain/text';
import type { Scenario } from '@lianban/workflows/testing/scenario';

/** 52 weeks: weekdays stay what they are. */
const WEEKS_DAYS = 364;

/** How many days a scenario has to be moved so that it begins after `today`, in whole weeks. */
export function daysAhead(receivedOn: string, today: CivilDate): number {
  let days = 0;
  while (addDays(civilDate(receivedOn), days) <= today) days += WEEKS_DAYS;
  return days;
}

/** The published years, moved by so many days: the same working days and festivals, in a future that timers can reach. */
export function movedCalendar(days: number): WorkingCalendar {
  const rest = calendarYears.flatMap((year) => year.rest.map(({ on, name }) => ({ on: addDays(on, days), name })));
  const work = calendarYears.flatMap((year) => year.work.map((on) => addDays(on, days)));
  const numbers = new Set([...rest.map(({ on }) => on), ...work].map((on) => Number(on.slice(0, 4))));
  const inYear = (on: CivilDate, year: number): boolean => Number(on.slice(0, 4)) === year;
  return workingCalendar(
    [...numbers].sort().map((year): CalendarYear => {
      const its = { rest: rest.filter(({ on }) => inYear(on, year)), work: work.filter((on) => inYear(on, year)) };
      return { year, edition: `${year}#1`, source: text('推移', 'moved'), ...its };
    }),
  );
}

/** The same life, every day of it moved. */
export function moved(scenario: Scenario, days: number): Scenario {
  const written = JSON.stringify(scenario).replace(/"(\d{4}-\d{2}-\d{2})"/g, (_, on: string) =>
    JSON.stringify(addDays(civilDate(on), days)),
  );
  return JSON.parse(written) as Scenario; // the same shape with other days
}
