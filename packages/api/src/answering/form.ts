import { addDays, isCivilDate, startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import { LianbanError } from '@lianban/domain/error';
import type { Field } from '@lianban/domain/field';
import { formSchema, type FormValues } from '@lianban/domain/form-schema';
import type { Terms } from '@lianban/domain/rule';
import { caseHead, type CaseHead } from '@lianban/db/queries/case-page';
import type { Scope } from '@lianban/db/queries/scope';
import type { Pool } from 'pg';
import { presently, type AsOf } from '../presentation/as-of.ts';
import { askedOf } from '../presentation/asked-fields.ts';
import { noticeOf } from '../presentation/notice.ts';

/** A form as it was sent. */
type Form = Readonly<Record<string, unknown>>;

/** The case that a form belongs to, as the sender may see it. */
interface Subject {
  readonly caseId: string;
  readonly scope: Scope;
}

/** A form that has been looked at: its values, and why it may not be taken on this day. */
export interface CheckedForm {
  readonly early: LianbanError | null;
  /** The values with what the system fills in itself. @throws ZodError naming the fields at fault. */
  readonly values: () => FormValues;
}

/**
 * Checks a form against its fields; the case is read only where a field asks for what was frozen into it.
 * @throws LianbanError NO_SUCH_CASE when it is read and the sender sees no such case.
 */
export async function checkForm(
  pool: Pool,
  subject: Subject,
  sent: { fields: readonly Field[]; form: Form },
): Promise<CheckedForm> {
  const { fields, form } = sent;
  if (fields.every(({ where, given, after }) => where === undefined && given === undefined && after === undefined))
    return { early: null, values: () => formSchema(fields).parse(form) };
  const head = await caseHead(pool, subject.caseId, subject.scope);
  if (head === null) throw new LianbanError('NO_SUCH_CASE', { caseId: subject.caseId });
  const occasion = { ...(await presently(pool, head.province)), terms: head.opening.terms };
  return {
    early: earlyDays(fields, form, occasion),
    values: () => ({ ...formSchema(askedOf(fields, head.item)).parse(form), ...givenTo(fields, head) }),
  };
}

/** When a form is received: the day, the calendar of the province and the limits of the case. */
interface Occasion extends Pick<AsOf, 'today' | 'calendar'> {
  readonly terms: Terms;
}

/** Refuses the days of the form that come too early, as a promise or a hearing may not; null when there are none. */
function earlyDays(fields: readonly Field[], form: Form, occasion: Occasion): LianbanError | null {
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
function givenTo(fields: readonly Field[], { item, opening }: CaseHead): FormValues {
  const version = noticeOf(item, opening.terms)?.version;
  if (version === undefined) return {};
  return Object.fromEntries(fields.flatMap(({ name, given }) => (given === undefined ? [] : [[name, version]])));
}
