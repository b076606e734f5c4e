import type { WorkingCalendar } from '@lianban/domain/calendar';
import { addDays, type CivilDate } from '@lianban/domain/civil-date';
import { z } from 'zod';
import { civilDateView } from '../views/basics.ts';

/** A day of the working calendar. */
export const calendarDay = z.object({
  on: civilDateView,
  kind: z.enum(['workday', 'makeup', 'weekend', 'holiday']),
  /** Of the festival. */
  name: z.string().nullable(),
  /** The notice of its year is not out. */
  provisional: z.boolean(),
});

/** The days from the first to the last. @throws LianbanError CALENDAR_GAP before the first year that is known. */
export function calendarDays(calendar: WorkingCalendar, from: CivilDate, to: CivilDate): z.infer<typeof calendarDay>[] {
  const days: z.infer<typeof calendarDay>[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const day = calendar.dayOf(on);
    days.push({ on, kind: day.kind, name: day.kind === 'holiday' ? day.name : null, provisional: day.provisional });
  }
  return days;
}
