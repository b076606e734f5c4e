import type { WorkingCalendar } from '@lianban/domain/calendar';
import { addDays, type CivilDate } from '@lianban/domain/civil-date';
import { festivalTitle } from '@lianban/domain/festivals';
import { z } from 'zod';
import { civilDateView, textView } from '../views/basics.ts';

/** A day of the working calendar. */
export const calendarDay = z.object({
  on: civilDateView,
  kind: z.enum(['workday', 'makeup', 'weekend', 'holiday']),
  /** Of the festival. */
  name: textView.nullable(),
  /** The notice of its year is not out. */
  provisional: z.boolean(),
});

/** The days from the first to the last. @throws LianbanError CALENDAR_GAP before the first year that is known. */
export function calendarDays(calendar: WorkingCalendar, from: CivilDate, to: CivilDate): z.infer<typeof calendarDay>[] {
  const days: z.infer<typeof calendarDay>[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const day = calendar.dayOf(on);
    const name = day.kind === 'holiday' ? festivalTitle(day.name) : null;
    days.push({ on, kind: day.kind, name, provisional: day.provisional });
  }
  return days;
}
