import { isCivilDate, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Field } from '@lianban/domain/field';
import { formSchema, type FormValues } from '@lianban/domain/form-schema';
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

/** Refuses the days of the form that would have to be later ones, as a promise has to be; null when there are none. */
export function earlyDays(fields: readonly Field[], form: Form, today: CivilDate): LianbanError | null {
  const early = fields.filter(({ name, after }) => after === 'today' && isNotAfter(form[name], today));
  return early.length === 0 ? null : new LianbanError('MALFORMED', { fields: early.map(({ name }) => name) });
}

const isNotAfter = (value: unknown, day: CivilDate): boolean =>
  typeof value === 'string' && isCivilDate(value) && value <= day;

/** The version of the notice is that of the item and the rules which were frozen into the case. */
function givenTo(fields: readonly Field[], { item, opening }: ReachedDuty): FormValues {
  const version = noticeOf(item, opening.terms)?.version;
  if (version === undefined) return {};
  return Object.fromEntries(fields.flatMap(({ name, given }) => (given === undefined ? [] : [[name, version]])));
}
