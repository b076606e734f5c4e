import { addDays, isCivilDate, startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import { LianbanError } from '@lianban/domain/error';
import type { Field } from '@lianban/domain/field';
import type { Terms } from '@lianban/domain/rule';
import type { AsOf } from '../presentation/as-of.ts';

/** When a form is received: the day, the calendar of the province and the limits of the case. */
interface Occasion extends Pick<AsOf, 'today' | 'calendar'> {
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
    return value < earliest(after, occasion) ? [name] : [];
  });

/** The first day that is not too early. */
function earliest(after: NonNullable<Field['after']>, { today, calendar, terms }: Occasion): CivilDate {
  if (after === 'today') return addDays(today, 1);
  const limit = terms[after]?.limit;
  if (limit === undefined) throw new LianbanError('INTERNAL', { reason: 'no limit', rule: after });
  const count = { key: after, limit, extensions: [], startOn: today, startAt: startOfDay(today), spans: [] };
  return dueOf(count, calendar).on ?? today;
}
