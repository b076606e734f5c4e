import type { Ask, Due, Span } from './ask.ts';
import { isWorked, type WorkingCalendar } from './calendar.ts';
import { addDays, epochDay, type CivilDate } from './civil-date.ts';
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

/**
 * The place in the list of the first span that opened when the clock had already run out; null when there is none. Whoever
 * stops a clock on its last day, so that the span begins on the day after, has stopped it in time.
 */
export function lateSpan(spans: readonly Span[], { on }: Pick<Due, 'on'>): number | null {
  if (on === null) return null;
  const late = spans.findIndex(({ from }) => epochDay(from) > epochDay(on) + 1);
  return late < 0 ? null : late;
}

/**
 * Working days that each span takes out of a clock, in the order of the spans; an open one up to `today`. A day of several
 * spans counts for the one that began first, so that the sum is that of their union.
 */
export function workingDaysTakenOut(
  { startOn, spans }: Pick<Ask, 'startOn' | 'spans'>,
  today: CivilDate,
  calendar: WorkingCalendar,
): readonly number[] {
  const days = spans.map(() => 0);
  let seen = startOn;
  for (const [at, { from, to }] of [...spans.entries()].sort(([, a], [, b]) => (a.from < b.from ? -1 : 1))) {
    const before = from > seen ? addDays(from, -1) : seen;
    const last = to ?? today;
    if (last <= before) continue;
    days[at] = calendar.workingDaysBetween(before, last);
    seen = last;
  }
  return days;
}
