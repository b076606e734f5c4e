import { earlyDays } from '@lianban/domain/early-days';
import { LianbanError } from '@lianban/domain/error';
import type { Field } from '@lianban/domain/field';
import { formSchema, type FormValues } from '@lianban/domain/form-schema';
import { caseHead, type CaseHead } from '@lianban/db/queries/case-page';
import type { Scope } from '@lianban/db/queries/scope';
import type { Pool } from 'pg';
import { presently } from '../presentation/as-of.ts';
import { askedOf } from '../presentation/asked-fields.ts';
import { noticeOf } from '../presentation/notice.ts';
import { foreignMaterials } from './curable-materials.ts';

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
  if (fields.every(isSelfContained)) return { early: null, values: () => formSchema(fields).parse(form) };
  const head = await caseHead(pool, subject.caseId, subject.scope);
  if (head === null) throw new LianbanError('NO_SUCH_CASE', { caseId: subject.caseId });
  const occasion = { ...(await presently(pool, head.province)), terms: head.opening.terms };
  return {
    early: refusalOf([...earlyDays(fields, form, occasion), ...foreignMaterials(fields, form, head.opening.curable)]),
    values: () => ({ ...formSchema(askedOf(fields, head.item)).parse(form), ...givenTo(fields, head) }),
  };
}

const isSelfContained = ({ where, given, after, kind }: Field): boolean =>
  where === undefined && given === undefined && after === undefined && kind.type !== 'materials';

const refusalOf = (early: readonly string[]): LianbanError | null =>
  early.length === 0 ? null : new LianbanError('MALFORMED', { fields: early });

/** The version of the notice is that of the item and the rules which were frozen into the case. */
function givenTo(fields: readonly Field[], { item, opening }: CaseHead): FormValues {
  const version = noticeOf(item, opening.terms)?.version;
  if (version === undefined) return {};
  return Object.fromEntries(fields.flatMap(({ name, given }) => (given === undefined ? [] : [[name, version]])));
}
