import type { WorkingCalendar } from '@lianban/domain/calendar';
import { addDays, civilDateOf, weekday, type CivilDate, type Instant } from '@lianban/domain/civil-date';

/** The days that lights and groups turn on; computed once per request, so that one page has one now. */
export interface Horizon {
  readonly now: Instant;
  readonly today: CivilDate;
  /** Sunday of the present week. */
  readonly weekEnd: CivilDate;
  /** First day that is yellow and no longer orange. */
  readonly yellowFrom: CivilDate;
  /** First day that is green. */
  readonly greenFrom: CivilDate;
  /** Last of the next ten working days. */
  readonly soonUntil: CivilDate;
}

/** The thresholds are those of `lightOf` in the domain, turned from days left into days. */
export function horizonOf(now: Instant, calendar: WorkingCalendar): Horizon {
  const today = civilDateOf(now);
  return {
    now,
    today,
    weekEnd: addDays(today, 7 - weekday(today)),
    yellowFrom: calendar.addWorkingDays(today, 2),
    greenFrom: calendar.addWorkingDays(today, 4),
    soonUntil: calendar.addWorkingDays(today, 10),
  };
}
