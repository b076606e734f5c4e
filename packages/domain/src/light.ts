import type { WorkingCalendar } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';

/** How near a deadline is. Derived from the due date whenever it is shown, never stored. */
export type Light = 'green' | 'yellow' | 'orange' | 'red';

/** More than three working days left green, two or three yellow, one or none orange, past red; null without a date. */
export function lightOf(workingDaysLeft: number): Light;
export function lightOf(workingDaysLeft: number | null): Light | null;
export function lightOf(workingDaysLeft: number | null): Light | null {
  if (workingDaysLeft === null) return null;
  if (workingDaysLeft > 3) return 'green';
  if (workingDaysLeft > 1) return 'yellow';
  return workingDaysLeft >= 0 ? 'orange' : 'red';
}

/**
 * Working days after `today` up to the last day: 0 on the day itself, negative from the day after it, even when that is
 * a rest day. Null when there is no last day.
 */
export function workingDaysLeft(on: CivilDate, today: CivilDate, calendar: WorkingCalendar): number;
export function workingDaysLeft(on: CivilDate | null, today: CivilDate, calendar: WorkingCalendar): number | null;
export function workingDaysLeft(on: CivilDate | null, today: CivilDate, calendar: WorkingCalendar): number | null {
  if (on === null) return null;
  const days = calendar.workingDaysBetween(today, on);
  return today > on ? Math.min(days, -1) : days;
}
