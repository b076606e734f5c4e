import type { WorkingCalendar } from './calendar.ts';
import { addDays, addHours, civilDateOf, startOfDay, type CivilDate, type Instant } from './civil-date.ts';

const CLOSING_HOUR = 17.5;

/** When the offices close on a working day: at 17:30. Our own default, not law. */
export const closingTime = (on: CivilDate): Instant => addHours(startOfDay(on), CLOSING_HOUR);

/**
 * The day on which something filed at that instant counts as received, for limits that begin with receipt. What comes in
 * after closing at 17:30 or on a rest day is received on the next working day; what comes in before opening at 9:00, when
 * the office opens. Limits on the applicant run to 24:00 and do not ask for this day.
 */
export function receivedOn(at: Instant, calendar: WorkingCalendar): CivilDate {
  const on = civilDateOf(at);
  return calendar.nextWorkingDay(at < closingTime(on) ? on : addDays(on, 1));
}
