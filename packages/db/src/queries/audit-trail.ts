import { actionsOf, type AuditKind } from '@lianban/domain/audit-action';
import { addDays, startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import { hashOfAudit, AUDIT_COLUMNS, type AuditRow } from '../audit.ts';
import { select, type Queryable } from '../queryable.ts';
import { cursorOf, instantPart, numberPart, readCursor, textPart } from './cursor.ts';
import { contains, Parameters } from './parameters.ts';

/** Which rows of the trail an auditor looks for. */
export interface TrailFilters {
  readonly from?: CivilDate;
  /** Last day. */
  readonly to?: CivilDate;
  readonly kind?: AuditKind;
  /** Part of a name, as it was when its person acted. */
  readonly person?: string;
  /** Number of a case, or anything else that a row names. */
  readonly subject?: string;
  readonly outcome?: 'refused' | 'done';
}

/** Whose rows, and which of them. */
export interface TrailQuestion {
  readonly province: Province;
  readonly filters: TrailFilters;
  readonly cursor?: string;
  readonly limit: number;
}

/** A row of the trail as an auditor reads it. */
export interface TrailRow extends AuditRow {
  /** Of the case that the row is about. */
  readonly caseNumber: string | null;
  /** Where the chain of its stream ends now. */
  readonly endsAt: number;
  /** The row has the hash that its content makes. */
  readonly isSound: boolean;
  /** It is about a secret case that is not for the reader: that something was done is shown, and not about which case. */
  readonly isHidden: boolean;
}

/** Rows of the province that fit, the latest first. @throws LianbanError MALFORMED for a foreign cursor. */
export async function auditTrail(
  db: Queryable,
  question: TrailQuestion,
): Promise<{ readonly rows: readonly TrailRow[]; readonly next: string | null }> {
  const { filters, province, limit } = question;
  const cases = filters.subject === undefined ? [] : await casesNamed(db, province, filters.subject);
  const parameters = new Parameters();
  const text = trailText(question, cases, parameters);
  const found = await select<Unchecked>(db, { text, values: parameters.values });
  const rows = found.slice(0, limit).map((row) => ({ ...row, isSound: isSound(row) }));
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : cursorOf([last.at, last.stream, last.position]) };
}

function isSound({ caseNumber: _, endsAt: __, isHidden: ___, hash, hash_algorithm: ____, ...row }: Unchecked): boolean {
  return hashOfAudit(row) === hash;
}

type Unchecked = Omit<TrailRow, 'isSound'>;

/** Cases beyond these are found by the whole of their number. */
const MOST_CASES = 50;

async function casesNamed(db: Queryable, province: Province, words: string): Promise<readonly string[]> {
  const parameters = new Parameters();
  const named = contains(['f.number', 'f.acceptance_number'], words, parameters);
  const text = `SELECT f.case_id AS "caseId" FROM case_file f WHERE ${named} AND f.province = ${parameters.add(province)}
    ORDER BY f.updated_at DESC LIMIT ${MOST_CASES}`;
  return (await select<{ caseId: string }>(db, { text, values: parameters.values })).map(({ caseId }) => caseId);
}

// Rows from before the province was kept are those of their case, their post or the person they are about; what is
// nobody's, such as attempts on accounts that do not exist, both bureaus read.
const idOf = (kind: 'case' | 'person'): string =>
  `CASE WHEN a.stream ~ '^${kind}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN split_part(a.stream, ':', 2)::uuid END`;
const DERIVED = `coalesce((SELECT f.province FROM case_file f WHERE f.case_id = ${idOf('case')}),
  (SELECT o.province FROM post o WHERE o.id = a.post_id),
  (SELECT o.province FROM post o WHERE o.person_id = ${idOf('person')} ORDER BY o.since DESC, o.id LIMIT 1))`;

const NAMED = `CASE WHEN a.detail ->> 'caseId' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (a.detail ->> 'caseId')::uuid END`;
const HIDDEN = `coalesce(coalesce(${idOf('case')}, ${NAMED}) = ANY ((SELECT hidden_cases(false))::uuid[]), false)`;
// What somebody tried at a secret case stands in their own chain as they asked for it, like everything that does not exist; and
// whose case it is, the acts of its applicant would tell.
const TELLS_WHICH = `(a.action = 'access.refused' OR a.role IS NOT DISTINCT FROM 'APP') AND a.stream LIKE 'case:%' AND ${HIDDEN}`;

function trailText(
  { province, filters, cursor, limit }: TrailQuestion,
  cases: readonly string[],
  parameters: Parameters,
): string {
  const own = parameters.add(province);
  const after = cursor === undefined ? 'true' : `(a.at, a.stream, a.position) < (${placeIn(cursor, parameters)})`;
  const fits = [after, `NOT (${TELLS_WHICH})`, ...conditions(filters, cases, parameters)].join(' AND ');
  const part = (whose: string): string =>
    `(SELECT a.* FROM audit a WHERE ${whose} AND ${fits} ORDER BY a.at DESC, a.stream DESC, a.position DESC LIMIT ${limit + 1})`;
  const columns = AUDIT_COLUMNS.split(', ').map((column) => `a.${column}`);
  return `
SELECT ${columns.join(', ')}, h.position AS "endsAt", f.number AS "caseNumber", ${HIDDEN} AS "isHidden"
FROM (${part(`a.province = ${own}`)} UNION ALL ${part(`a.province IS NULL AND coalesce(${DERIVED} = ${own}, true)`)}) a
LEFT JOIN audit_head h ON h.stream = a.stream
LEFT JOIN case_file f ON f.province = ${own} AND f.case_id = coalesce(${idOf('case')}, ${NAMED})
ORDER BY a.at DESC, a.stream DESC, a.position DESC LIMIT ${limit + 1}`;
}

function placeIn(cursor: string, parameters: Parameters): string {
  const [at, stream, position] = readCursor<readonly [string, string, number]>(cursor, [
    instantPart,
    textPart,
    numberPart,
  ]);
  return `${parameters.add(at)}::timestamptz, ${parameters.add(stream)}::text, ${parameters.add(position)}::int`;
}

function conditions(
  { from, to, kind, person, subject, outcome }: TrailFilters,
  cases: readonly string[],
  parameters: Parameters,
): readonly string[] {
  const among = (actions: readonly string[]): string => `a.action = ANY(${parameters.add(actions)}::text[])`;
  const ofCases = (): string => {
    const ids = parameters.add(cases);
    return `a.stream IN (SELECT 'case:' || id FROM unnest(${ids}::text[]) id) OR a.detail ->> 'caseId' = ANY(${ids}::text[])`;
  };
  return [
    ...(from === undefined ? [] : [`a.at >= ${parameters.add(startOfDay(from))}::timestamptz`]),
    ...(to === undefined ? [] : [`a.at < ${parameters.add(startOfDay(addDays(to, 1)))}::timestamptz`]),
    ...(kind === undefined ? [] : [among(actionsOf(kind))]),
    ...(outcome === undefined ? [] : [`${outcome === 'done' ? 'NOT ' : ''}${among(actionsOf('refusal'))}`]),
    contains([`a.who ->> 'name'`, `a.who #>> '{standingInFor,name}'`], person, parameters),
    ...(subject === undefined
      ? []
      : [`NOT ${HIDDEN} AND (${ofCases()} OR ${contains(['a.detail::text'], subject, parameters)})`]),
  ];
}
