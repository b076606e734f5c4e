import { liaisonUnits, type LiaisonUnit } from '@lianban/db/liaison/units';
import type { CaseRecord } from '@lianban/db/queries/case-page';
import { Parameters } from '@lianban/db/queries/parameters';
import { visibleCases, type Scope } from '@lianban/db/queries/scope';
import { selectFirst, type Queryable } from '@lianban/db/queryable';
import { LianbanError } from '@lianban/domain/error';
import type { Field } from '@lianban/domain/field';
import type { FormValue, FormValues } from '@lianban/domain/form-schema';
import type { Province } from '@lianban/domain/province';
import { readerOf } from '../presentation/catalogue.ts';
import { isOwn, type Reader } from '../presentation/owner.ts';

/** Whether somebody who fills in such a form names a unit. */
const namesUnit = ({ kind }: Field): boolean =>
  kind.type === 'unit' || (kind.type === 'rows' && kind.columns.some((column) => column.kind.type === 'unit'));

/** The units that may be named in the forms of what the reader has open; none where no form asks for one. */
export async function unitsFor(
  db: Queryable,
  { head, duties }: Pick<CaseRecord, 'head' | 'duties'>,
  reader: Reader,
): Promise<readonly LiaisonUnit[]> {
  const catalogue = readerOf(head.procedure, head.edition);
  const asks = duties.some(
    (duty) =>
      duty.state === 'open' &&
      isOwn(duty, reader) &&
      Object.values(catalogue.spec(duty.step).outcomes).some(({ form = [] }) => form.some(namesUnit)),
  );
  return asks ? liaisonUnits(db, head.province) : [];
}

/** The case whose form it is, as whoever fills it in sees it. */
interface Subject {
  readonly caseId: string;
  readonly province: Province;
  readonly scope: Scope;
}

/**
 * What a form names is there: units with somebody for liaison, other cases that are open and that whoever answers sees.
 * @throws LianbanError MALFORMED naming the fields.
 */
export async function refuseUnknownNames(
  db: Queryable,
  { fields, values }: { readonly fields: readonly Field[]; readonly values: FormValues },
  subject: Subject,
): Promise<void> {
  const known = fields.some(namesUnit)
    ? new Set((await liaisonUnits(db, subject.province)).map(({ id }) => id))
    : new Set<string>();
  const wrong: string[] = [];
  for (const field of fields) {
    const value = values[field.name];
    if (namesUnit(field) && !unitsIn(field, value).every((unit) => known.has(unit))) wrong.push(field.name);
    if (field.kind.type === 'caseNumber' && typeof value === 'string') {
      const { procedure } = field.kind;
      if (!(await isOpenCase(db, { number: value, procedure }, subject))) wrong.push(field.name);
    }
  }
  if (wrong.length > 0) throw new LianbanError('MALFORMED', { fields: wrong });
}

/** The units that the value of the field names. */
function unitsIn({ kind }: Field, value: FormValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (kind.type !== 'rows' || typeof value !== 'object') return [];
  const columns = kind.columns.flatMap(({ name, kind: { type } }) => (type === 'unit' ? [name] : []));
  const named: string[] = [];
  for (const row of value) if (typeof row !== 'string') named.push(...columns.flatMap((name) => row[name] ?? []));
  return named;
}

async function isOpenCase(
  db: Queryable,
  { number, procedure }: { readonly number: string; readonly procedure: string },
  { caseId, scope }: Subject,
): Promise<boolean> {
  const parameters = new Parameters();
  const text = `SELECT FROM case_file f WHERE f.number = ${parameters.add(number)} AND f.procedure = ${parameters.add(procedure)}
    AND f.case_id <> ${parameters.add(caseId)}::uuid AND f.state = 'open' AND ${visibleCases(scope, 'f', parameters)}`;
  return (await selectFirst(db, { text, values: parameters.values })) !== undefined;
}
