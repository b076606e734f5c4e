import { addDays, isCivilDate, startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import { LianbanError } from '@lianban/domain/error';
import type { Field } from '@lianban/domain/field';
import { formSchema, type FormValues } from '@lianban/domain/form-schema';
import type { Terms } from '@lianban/domain/rule';
import type { AsOf } from '../presentation/as-of.ts';
import { askedOf } from '../presentation/asked-fields.ts';
import { noticeOf } from '../presentation/notice.ts';
import type { ReachedDuty } from './reach.ts';

/** A form as it was sent. */
type Form = Readonly<Record<string, unknown>>;

/** The form checked, with what the system fills in itself. @throws ZodError naming the fields at fault. */
export const filledIn = (fields: readonly Field[], form: Form, reached: ReachedDuty): FormValues => ({
  ...formSchema(askedOf(fields, reached.opening.item)).parse(form),
  ...givenTo(fields, reached),
});

/** When a form is received: the day, the calendar of the province and the limits of the case. */
interface Occasion extends Pick<AsOf, 'today' | 'calendar'> {
  readonly terms: Terms;
}

/** Refuses the days of the form that come too early, as a promise or a hearing may not; null when there are none. */
export function earlyDays(fields: readonly Field[], form: Form, occasion: Occasion): LianbanError | null {
  const early = fields.filter(({ name, after }) => {
    const value = form[name];
    return after !== undefined && typeof value === 'string' && isCivilDate(value) && value < earliest(after, occasion);
  });
  return early.length === 0 ? null : new LianbanError('MALFORMED', { fields: early.map(({ name }) => name) });
}

/** The first day that is not too early. @throws LianbanError INTERNAL when the case has no such limit. */
function earliest(after: NonNullable<Field['after']>, { today, calendar, terms }: Occasion): CivilDate {
  if (after === 'today') return addDays(today, 1);
  const limit = terms[after]?.limit;
  if (limit === undefined) throw new LianbanError('INTERNAL', { reason: 'no limit', rule: after });
  const count = { key: after, limit, extensions: [], startOn: today, startAt: startOfDay(today), spans: [] };
  return dueOf(count, calendar).on ?? today;
}

/** The version of the notice is that of the item and the rules which were frozen into the case. */
function givenTo(fields: readonly Field[], { item, opening }: ReachedDuty): FormValues {
  const version = noticeOf(item, opening.terms)?.version;
  if (version === undefined) return {};
  return Object.fromEntries(fields.flatMap(({ name, given }) => (given === undefined ? [] : [[name, version]])));
}
