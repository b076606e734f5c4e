import { addDays, isCivilDate, startOfDay, type CivilDate } from './civil-date.ts';
import type { WorkingCalendar } from './calendar.ts';
import { dueOf } from './due.ts';
import { LianbanError } from './error.ts';
import type { Field } from './field.ts';
import type { Terms } from './rule.ts';

/** When a form is received: the day, the calendar of the province and the limits of the case. */
export interface Occasion {
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
  readonly terms: Terms;
}

/** The fields whose days come too early, as that of a promise or a hearing may not. @throws LianbanError INTERNAL when the case has no such limit. */
export const earlyDays = (
  fields: readonly Field[],
  form: Readonly<Record<string, unknown>>,
  occasion: Occasion,
): readonly string[] =>
  fields.flatMap(({ name, after }) => {
    const value = form[name];
    if (after === undefined || typeof value !== 'string' || !isCivilDate(value)) return [];
    return value < firstDayAfter(after, occasion) ? [name] : [];
  });

/** The first day that a field so marked takes. @throws LianbanError INTERNAL when the case has no such limit. */
export function firstDayAfter(after: NonNullable<Field['after']>, { today, calendar, terms }: Occasion): CivilDate {
  if (after === 'today') return addDays(today, 1);
  const limit = terms[after]?.limit;
  if (limit === undefined) throw new LianbanError('INTERNAL', { reason: 'no limit', rule: after });
  const count = { key: after, limit, extensions: [], startOn: today, startAt: startOfDay(today), spans: [] };
  return dueOf(count, calendar).on ?? today;
}
