import type { Ask } from './ask.ts';
import { isWorked, type WorkingCalendar } from './calendar.ts';
import { epochDay, type CivilDate } from './civil-date.ts';
import { spanDays } from './span-days.ts';

/** Working days that a clock has used up to the end of `today`: those after its start outside its spans. Never negative. */
export function consumed(ask: Pick<Ask, 'startOn' | 'spans'>, today: CivilDate, calendar: WorkingCalendar): number {
  const spans = spanDays(ask.spans);
  let count = 0;
  for (let day = epochDay(ask.startOn) + 1, last = epochDay(today); day <= last; day += 1) {
    if (!spans.excludes(day) && isWorked(calendar.dayNumbered(day))) count += 1;
  }
  return count;
}

/** Working days a clock allows, extensions included; null when any part of it is not counted in working days. */
export function allowance({ limit, extensions }: Pick<Ask, 'limit' | 'extensions'>): number | null {
  let days = 0;
  for (const part of [limit, ...extensions]) {
    if (!('workingDays' in part)) return null;
    days += part.workingDays;
  }
  return days;
}

/** Working days left after `today`: 0 on the last day, negative when overdue; null as for {@link allowance}. */
export function remaining(ask: Ask, today: CivilDate, calendar: WorkingCalendar): number | null {
  const allowed = allowance(ask);
  return allowed === null ? null : allowed - consumed(ask, today, calendar);
}
