import type { WorkingCalendar } from './calendar.ts';
import { addDays, addMonths, type CivilDate } from './civil-date.ts';
import { LianbanError } from './error.ts';
import type { Item } from './item.ts';
import type { Limit } from './limit.ts';

/**
 * The first and the last day on which a renewal may be applied for, counted back from the expiry of the old licence; null
 * for items without a window. @throws LianbanError MALFORMED for a window in hours.
 */
export function applicationWindow(
  item: Pick<Item, 'window'>,
  oldLicenceExpiresOn: CivilDate,
  calendar: WorkingCalendar,
): { readonly opensOn: CivilDate; readonly closesOn: CivilDate } | null {
  if (item.window === null) return null;
  const before = (limit: Limit): CivilDate => dayBefore(limit, oldLicenceExpiresOn, calendar);
  return { opensOn: before(item.window.earliest), closesOn: before(item.window.latest) };
}

function dayBefore(limit: Limit, on: CivilDate, calendar: WorkingCalendar): CivilDate {
  if ('workingDays' in limit) return calendar.subtractWorkingDays(on, limit.workingDays);
  if ('calendarDays' in limit) return addDays(on, -limit.calendarDays);
  if ('months' in limit) return addMonths(on, -limit.months);
  if ('until' in limit) return limit.until;
  if ('onTheSpot' in limit) return on;
  throw new LianbanError('MALFORMED', { window: limit });
}
