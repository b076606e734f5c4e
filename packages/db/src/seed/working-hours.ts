import type { WorkingCalendar } from '@lianban/domain/calendar';
import { epochMs, instant, startOfDay, type CivilDate, type Instant } from '@lianban/domain/civil-date';

const MINUTE_MS = 60_000;
/** Offices work from 9 to 12 and from 14 to 17. */
const [MORNING_FROM, MORNING_MINUTES, AFTERNOON_FROM, WORKED_MINUTES] = [9 * 60, 180, 14 * 60, 360] as const;
/** How long an act takes, so that the acts of a day follow each other. */
const MINUTES_PER_ACT = 33;

/** The working day so many before `today`, which need not be worked itself. @throws RangeError for today or later. */
export function workingDayBefore(calendar: WorkingCalendar, today: CivilDate, daysAgo: number): CivilDate {
  if (!(daysAgo >= 1)) throw new RangeError(`no day of the past: ${daysAgo} days ago`);
  return calendar.subtractWorkingDays(today, daysAgo);
}

/**
 * When the `nth` act of a day happens in the life of that number, counted from 0: within working hours, and lives do
 * not all act at the same minute. @throws RangeError when the day is too short.
 */
export function momentOfDay(on: CivilDate, life: number, nth: number): Instant {
  const worked = 4 + ((life * 17) % 60) + nth * MINUTES_PER_ACT;
  if (worked >= WORKED_MINUTES) throw new RangeError(`too much for one day: ${nth + 1} acts`);
  const minute = worked < MORNING_MINUTES ? MORNING_FROM + worked : AFTERNOON_FROM + worked - MORNING_MINUTES;
  const second = (life * 7 + nth * 11) % 60;
  return instant(epochMs(startOfDay(on)) + minute * MINUTE_MS + second * 1000);
}
