import type { CalendarYear } from '@lianban/domain/calendar';
import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { RestDay } from '@lianban/domain/festivals';
import type { Province } from '@lianban/domain/province';
import type { Shift } from '@lianban/domain/recount';
import type { Proposal, RevisionState } from '@lianban/domain/revision';
import type { Text } from '@lianban/domain/text';
import { readClosures } from '../calendar.ts';
import { select, selectFirst, selectOne, type Queryable } from '../queryable.ts';
import { cursorOf, instantPart, readCursor, textPart, uuidPart } from './cursor.ts';
import { contains, Parameters } from './parameters.ts';

/** Who did something, and when. */
interface Act {
  readonly at: Instant;
  readonly personId: string;
  readonly name: string;
}

/** A revision with what it changes, counted. */
export interface RevisionRow {
  readonly id: string;
  readonly province: Province | null;
  readonly proposal: Proposal;
  readonly reason: string;
  readonly state: RevisionState;
  readonly previewedAt: Instant;
  readonly proposed: Act;
  readonly decided: Act | null;
  readonly remark: string | null;
  /** The calendar has changed since the preview. */
  readonly stale: boolean;
  /** Cases of the reader's province that it concerns, and limits by what becomes of them. */
  readonly cases: number;
  readonly counts: Readonly<Partial<Record<Shift, number>>>;
}

/** Needs the province of the reader as $1; what the other one has open is in no number. */
const COLUMNS = `v.id, v.province, v.content AS proposal, v.reason, v.state, v.previewed_at AS "previewedAt", v.remark,
  jsonb_build_object('at', v.proposed_at, 'personId', v.proposed_by, 'name', v.proposer) AS proposed,
  CASE WHEN v.decided_at IS NOT NULL THEN jsonb_build_object('at', v.decided_at, 'personId', v.decided_by, 'name', v.decider) END AS decided,
  v.state = 'proposed' AND v.calendar_edition <> (SELECT sum(edition) FROM calendar) AS stale,
  (SELECT count(DISTINCT case_id) FROM revision_change c WHERE c.revision_id = v.id AND c.province = $1) AS cases,
  coalesce((SELECT jsonb_object_agg(shift, n) FROM (SELECT shift, count(*) AS n FROM revision_change c WHERE c.revision_id = v.id AND c.province = $1 GROUP BY shift) s), '{}') AS counts`;

/** Whose revisions somebody may see: those of both provinces, and their own. */
const VISIBLE = '(v.province IS NULL OR v.province = $1)';

/** Revisions of the calendar that concern the province, the latest first. @throws LianbanError MALFORMED for a foreign cursor. */
export async function revisions(
  db: Queryable,
  { province, cursor, limit }: { readonly province: Province; readonly cursor?: string; readonly limit: number },
): Promise<{ readonly rows: readonly RevisionRow[]; readonly next: string | null }> {
  const place = cursor === undefined ? null : readCursor<readonly [string, string]>(cursor, [instantPart, uuidPart]);
  const found = await select<RevisionRow>(db, {
    text: `SELECT ${COLUMNS} FROM revision v WHERE ${VISIBLE} AND ($2::timestamptz IS NULL OR (v.proposed_at, v.id) < ($2, $3::uuid))
      ORDER BY v.proposed_at DESC, v.id DESC LIMIT $4`,
    values: [province, place?.[0] ?? null, place?.[1] ?? null, limit + 1],
  });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : cursorOf([last.proposed.at, last.id]) };
}

/** Nothing, when the revision concerns the province. @throws LianbanError NO_SUCH_REVISION also for those of another province. */
export async function visibleRevision(db: Queryable, id: string, province: Province): Promise<void> {
  const text = `SELECT FROM revision v WHERE ${VISIBLE} AND v.id = $2`;
  if ((await selectFirst(db, { text, values: [province, id] })) === undefined)
    throw new LianbanError('NO_SUCH_REVISION', { revisionId: id });
}

/** One of them. @throws LianbanError NO_SUCH_REVISION also for those of another province. */
export async function revision(db: Queryable, id: string, province: Province): Promise<RevisionRow> {
  const text = `SELECT ${COLUMNS} FROM revision v WHERE ${VISIBLE} AND v.id = $2`;
  const found = await selectFirst<RevisionRow>(db, { text, values: [province, id] });
  if (found === undefined) throw new LianbanError('NO_SUCH_REVISION', { revisionId: id });
  return found;
}

/** How many cases and limits a revision changes. */
export const revisionCounts = (
  db: Queryable,
  id: string,
): Promise<{ readonly cases: number; readonly limits: number }> =>
  selectOne(db, {
    text: 'SELECT count(DISTINCT case_id) AS cases, count(*) AS limits FROM revision_change WHERE revision_id = $1',
    values: [id],
  });

/** The calendar that counts: the latest edition of each year, and the closures of the province. */
export interface CalendarInForce {
  readonly years: readonly CalendarYear[];
  readonly closures: readonly RestDay[];
}

/** What is in force for a province. */
export async function calendarInForce(db: Queryable, province: Province): Promise<CalendarInForce> {
  const [years, closures] = await Promise.all([
    select<CalendarYear>(db, {
      text: 'SELECT DISTINCT ON (year) year, edition, source, rest, work FROM calendar_year ORDER BY year, revision DESC',
    }),
    readClosures(db, province),
  ]);
  return { years, closures };
}

/** Which limits of a revision. */
export interface ChangesQuestion {
  readonly revisionId: string;
  readonly province: Province;
  readonly shift?: Shift;
  /** Unit that owes them; null for clocks and what enterprises owe. */
  readonly unitId?: string | null;
}

/** How many limits of a revision one unit owes that fare alike. */
export interface ChangeGroup {
  readonly shift: Shift;
  readonly unitId: string | null;
  readonly unit: Text | null;
  readonly count: number;
}

/** What a revision does to the limits of the province, by shift and unit. */
export const changeGroups = (
  db: Queryable,
  { revisionId, province }: Pick<ChangesQuestion, 'revisionId' | 'province'>,
): Promise<readonly ChangeGroup[]> =>
  select<ChangeGroup>(db, {
    text: `SELECT c.shift, c.unit_id AS "unitId", CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('zh', u.name_zh, 'en', u.name_en) END AS unit,
        count(*) AS count
      FROM revision_change c LEFT JOIN unit u ON u.id = c.unit_id WHERE c.revision_id = $1 AND c.province = $2
      GROUP BY c.shift, c.unit_id, u.id ORDER BY c.shift, count DESC, c.unit_id`,
    values: [revisionId, province],
  });

/** One limit that a revision changes. */
export interface ChangeRow {
  readonly caseId: string;
  readonly number: string;
  readonly procedure: string;
  readonly edition: string;
  readonly itemTitle: Text;
  readonly enterprise: string;
  readonly key: string;
  readonly step: string | null;
  readonly unit: Text | null;
  readonly shift: Shift;
  readonly from: { readonly on: CivilDate | null; readonly provisional: boolean };
  readonly to: { readonly on: CivilDate | null; readonly provisional: boolean };
}

/** A page of them. */
interface ChangesAsked extends ChangesQuestion {
  readonly search?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** The limits of the province that a revision changes, by number of the case. @throws LianbanError MALFORMED for a foreign cursor. */
export async function changes(
  db: Queryable,
  question: ChangesAsked,
): Promise<{ readonly rows: readonly ChangeRow[]; readonly next: string | null }> {
  const parameters = new Parameters();
  const found = await select<ChangeRow>(db, { text: changesText(question, parameters), values: parameters.values });
  const rows = found.slice(0, question.limit);
  const last = found.length > question.limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : cursorOf([last.number, last.key]) };
}

function changesText(
  { revisionId, province, shift, unitId, search, cursor, limit }: ChangesAsked,
  parameters: Parameters,
): string {
  const wanted = [
    `c.revision_id = ${parameters.add(revisionId)}`,
    `c.province = ${parameters.add(province)}`,
    ...(shift === undefined ? [] : [`c.shift = ${parameters.add(shift)}`]),
    ...(unitId === undefined ? [] : [`c.unit_id IS NOT DISTINCT FROM ${parameters.add(unitId)}`]),
    contains(['f.number', 'f.acceptance_number', 'e.name'], search, parameters),
  ];
  if (cursor !== undefined) {
    const [number, key] = readCursor<readonly [string, string]>(cursor, [textPart, textPart]);
    wanted.push(`(f.number, c.key) > (${parameters.add(number)}, ${parameters.add(key)})`);
  }
  return `
SELECT c.case_id AS "caseId", f.number, f.procedure, f.edition, i.definition -> 'title' AS "itemTitle", e.name AS enterprise, c.key, c.step,
  CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('zh', u.name_zh, 'en', u.name_en) END AS unit, c.shift,
  jsonb_build_object('on', c.from_on, 'provisional', c.from_provisional) AS "from",
  jsonb_build_object('on', c.to_on, 'provisional', c.to_provisional) AS "to"
FROM revision_change c JOIN case_file f USING (case_id) JOIN enterprise e ON e.id = f.enterprise_id
JOIN item i ON i.code = f.item AND i.province = f.province AND i.edition = f.item_edition LEFT JOIN unit u ON u.id = c.unit_id
WHERE ${wanted.join(' AND ')} ORDER BY f.number, c.key LIMIT ${limit + 1}`;
}
