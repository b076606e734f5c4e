import type { WorkingCalendar } from './calendar.ts';
import { addDays, addMonths, epochDay, type CivilDate } from './civil-date.ts';
import { LianbanError } from './error.ts';
import type { Item } from './item.ts';
import type { Limit } from './limit.ts';

/** Both ends of a window, counted back from one day. */
export interface WindowLimits {
  readonly earliest: Limit;
  readonly latest: Limit;
}

/** The first and the last day of a window. */
export interface Window {
  readonly opensOn: CivilDate;
  readonly closesOn: CivilDate;
  /** The count touches a year without a State Council notice: 预计. */
  readonly provisional: boolean;
}

/**
 * The days between two limits before `on`, which is not counted. Natural days and months are not moved off a rest day;
 * a given day is as it is. @throws LianbanError MALFORMED for a window in hours, CALENDAR_GAP when working days before the
 * first known year would have to be judged.
 */
export function windowBefore(on: CivilDate, { earliest, latest }: WindowLimits, calendar: WorkingCalendar): Window {
  const [opensOn, closesOn] = [dayBefore(earliest, on, calendar), dayBefore(latest, on, calendar)];
  const isExpected = (limit: Limit, first: CivilDate): boolean =>
    'workingDays' in limit && isProvisional(first, on, calendar);
  return { opensOn, closesOn, provisional: isExpected(earliest, opensOn) || isExpected(latest, closesOn) };
}

/** Whether any day from `first` up to the day before `on` is judged without a notice. */
function isProvisional(first: CivilDate, on: CivilDate, calendar: WorkingCalendar): boolean {
  for (let day = epochDay(first); day < epochDay(on); day += 1) {
    if (calendar.dayNumbered(day).provisional) return true;
  }
  return false;
}

/**
 * The first and the last day on which a renewal may be applied for, counted back from the expiry of the old licence; null
 * for items without a window. @throws LianbanError as {@link windowBefore}.
 */
export const applicationWindow = (
  item: Pick<Item, 'window'>,
  oldLicenceExpiresOn: CivilDate,
  calendar: WorkingCalendar,
): Window | null => (item.window === null ? null : windowBefore(oldLicenceExpiresOn, item.window, calendar));

function dayBefore(limit: Limit, on: CivilDate, calendar: WorkingCalendar): CivilDate {
  if ('workingDays' in limit) return calendar.subtractWorkingDays(on, limit.workingDays);
  if ('calendarDays' in limit) return addDays(on, -limit.calendarDays);
  if ('months' in limit) return addMonths(on, -limit.months);
  if ('until' in limit) return limit.until;
  if ('onTheSpot' in limit) return on;
  throw new LianbanError('MALFORMED', { window: limit });
}
