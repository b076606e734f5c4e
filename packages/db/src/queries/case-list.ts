import type { Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Text } from '@lianban/domain/text';
import { planned, select, type Queryable } from '../queryable.ts';
import { cursorOf, instantPart, readCursor, uuidPart } from './cursor.ts';
import { deadlineColumns, holderColumns, holderJoins, type Deadline, type Holder } from './duty-columns.ts';
import { contains, Parameters } from './parameters.ts';
import { visibleCases, type Scope } from './scope.ts';

/** Which cases. */
export interface CaseListQuestion {
  readonly scope: Scope;
  readonly state: 'open' | 'closed' | 'all';
  /** Part of a number, of the enterprise's name or of the name of somebody who acted. */
  readonly search?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** A step that is open now. */
export interface OpenStep extends Deadline, Holder {
  readonly key: string;
  readonly step: string;
}

/** A case in a list. */
export interface CaseRow {
  readonly caseId: string;
  readonly number: string;
  readonly acceptanceNumber: string | null;
  readonly itemTitle: Text;
  readonly procedure: string;
  readonly edition: string;
  readonly enterprise: string;
  readonly province: Province;
  readonly state: 'open' | 'closed';
  readonly ending: string | null;
  readonly version: number;
  /** The most urgent first; rights are left out. */
  readonly steps: readonly OpenStep[];
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
}

/** A page of cases. */
export interface CasePageOfRows {
  readonly rows: readonly CaseRow[];
  readonly next: string | null;
}

/** Cases that the post may see, the latest change first. @throws LianbanError MALFORMED for a foreign cursor. */
export async function caseList(db: Queryable, question: CaseListQuestion): Promise<CasePageOfRows> {
  const parameters = new Parameters();
  const text = pageText(question, parameters);
  const found = await select<Omit<CaseRow, 'steps'>>(db, planned({ text, values: parameters.values }));
  const shown = found.slice(0, question.limit);
  const last = found.length > question.limit ? shown.at(-1) : undefined;
  const steps = await openSteps(
    db,
    shown.map(({ caseId }) => caseId),
  );
  return {
    rows: shown.map((row) => ({ ...row, steps: steps.get(row.caseId) ?? [] })),
    next: last === undefined ? null : cursorOf([last.updatedAt, last.caseId]),
  };
}

function pageText({ scope, state, search, cursor, limit }: CaseListQuestion, parameters: Parameters): string {
  const visible = visibleCases(scope, 'f', parameters);
  const inState = state === 'all' ? 'true' : `f.state = ${parameters.add(state)}`;
  const after = cursor === undefined ? 'true' : `(f.updated_at, f.case_id) < (${afterPlace(cursor, parameters)})`;
  const named = contains(['f.number', 'f.acceptance_number', 'e.name'], search, parameters);
  const acted = contains(['ev.person_name', 'ev.principal_name'], search, parameters);
  const found =
    named === 'true'
      ? 'true'
      : `(${named} OR EXISTS (SELECT FROM case_event ev WHERE ev.case_id = f.case_id AND ${acted}))`;
  return `
SELECT f.case_id AS "caseId", f.number, f.acceptance_number AS "acceptanceNumber", i.definition -> 'title' AS "itemTitle", f.procedure,
  f.edition, e.name AS enterprise, f.province, f.state, f.ending, f.version, f.opened_at AS "openedAt", f.updated_at AS "updatedAt"
FROM case_file f JOIN enterprise e ON e.id = f.enterprise_id
JOIN item i ON i.code = f.item AND i.province = f.province AND i.edition = f.item_edition
WHERE ${visible} AND ${inState} AND ${after} AND ${found}
ORDER BY f.updated_at DESC, f.case_id DESC LIMIT ${limit + 1}`;
}

function afterPlace(cursor: string, parameters: Parameters): string {
  const [updatedAt, caseId] = readCursor<readonly [string, string]>(cursor, [instantPart, uuidPart]);
  return `${parameters.add(updatedAt)}::timestamptz, ${parameters.add(caseId)}::uuid`;
}

/** The open duties of the cases, per case the most urgent first. */
export async function openSteps(
  db: Queryable,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OpenStep[]>> {
  const rows = await select<OpenStep & { readonly caseId: string }>(db, {
    name: 'open-steps',
    text: `SELECT d.case_id AS "caseId", d.key, d.step, ${deadlineColumns}, ${holderColumns} FROM duty d ${holderJoins}
      WHERE d.case_id = ANY($1::uuid[]) AND d.state = 'open' AND d.kind = 'duty'
      ORDER BY d.due_at NULLS LAST, d.opened_at, d.key`,
    values: [caseIds],
  });
  const steps = new Map<string, OpenStep[]>();
  for (const { caseId, ...step } of rows) steps.set(caseId, [...(steps.get(caseId) ?? []), step]);
  return steps;
}
