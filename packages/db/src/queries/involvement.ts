import type { SigningRule, SheetVerdict, Verdict } from '@lianban/domain/countersign';
import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { InvolvementKind } from '@lianban/domain/involvement';
import type { Role } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import { planned, select, selectOne, type Queryable } from '../queryable.ts';
import { cursorOf, instantPart, readCursor, uuidPart } from './cursor.ts';
import { Parameters } from './parameters.ts';

/** Somebody with their post as it was; the name is null where a whole unit is meant. */
export interface Party {
  readonly personId: string | null;
  readonly name: string | null;
  readonly role: Role;
  readonly unit: Text;
  /** For whom they stood in when they asked; of whoever is asked null. */
  readonly principal: string | null;
}

/** A request among colleagues, a handing on, or a copy, with what became of it. */
export interface RequestRow {
  readonly id: string;
  readonly duty: string;
  readonly step: string;
  readonly kind: InvolvementKind;
  readonly sheetId: string | null;
  readonly position: number;
  readonly isAdded: boolean;
  readonly postId: string | null;
  readonly to: Party;
  readonly by: Party;
  readonly askedAt: Instant;
  readonly note: string | null;
  readonly dueOn: CivilDate | null;
  readonly dueAt: Instant | null;
  /** Working days by which it was counted; null where its last day is that of the duty. */
  readonly dueDays: number | null;
  readonly state: 'done' | 'open' | 'answered' | 'takenBack' | 'vacant' | 'ended';
  readonly verdict: Verdict | null;
  readonly outcome: string | null;
  readonly opinion: string | null;
  readonly closedAt: Instant | null;
  readonly closedByName: string | null;
  /** For whom whoever closed it stood in. */
  readonly closedByPrincipal: string | null;
  readonly closedReason: string | null;
}

/** A sheet with its draft. */
export interface SheetRow {
  readonly id: string;
  readonly duty: string;
  readonly step: string;
  readonly timing: 'before' | 'after';
  readonly rule: SigningRule;
  readonly outcome: string;
  readonly opinion: string;
  readonly state: SheetVerdict | 'lifted' | 'ended' | 'sent';
  readonly openedAt: Instant;
  readonly by: string;
  /** For whom they stood in. */
  readonly principal: string | null;
}

/** Everything that colleagues asked each other about the duties of a case, oldest first. */
export interface InvolvementOfCase {
  readonly requests: readonly RequestRow[];
  readonly sheets: readonly SheetRow[];
}

const PARTIES = `jsonb_build_object('personId', i.person_id, 'name', i.person_name, 'principal', NULL, 'role', i.role,
    'unit', jsonb_build_object('zh', i.unit_name_zh, 'en', i.unit_name_en)) AS "to",
  jsonb_build_object('personId', i.by_person_id, 'name', i.by_name, 'principal', i.by_principal_name, 'role', i.by_role,
    'unit', jsonb_build_object('zh', i.by_unit_name_zh, 'en', i.by_unit_name_en)) AS "by"`;

const REQUESTS = `SELECT i.id, i.key AS duty, d.step, i.kind, i.sheet_id AS "sheetId", i.position, i.is_added AS "isAdded", i.post_id AS "postId", ${PARTIES},
    i.asked_at AS "askedAt", i.note, i.due_on AS "dueOn", i.due_at AS "dueAt", i.due_days AS "dueDays", i.state, i.verdict, i.outcome, i.opinion,
    i.closed_at AS "closedAt", i.closed_by_name AS "closedByName", i.closed_by_principal_name AS "closedByPrincipal", i.closed_reason AS "closedReason"
  FROM involvement i JOIN duty d USING (case_id, key) WHERE i.case_id = $1 ORDER BY i.asked_at, i.position, i.id`;

const SHEETS = `SELECT s.id, s.key AS duty, d.step, s.timing, s.rule, s.outcome, s.opinion, s.state, s.opened_at AS "openedAt", p.name AS "by", w.name AS principal
  FROM sheet s JOIN duty d USING (case_id, key) JOIN person p ON p.id = s.person_id LEFT JOIN person w ON w.id = s.standing_in_for WHERE s.case_id = $1 ORDER BY s.opened_at, s.id`;

/** Reads {@link InvolvementOfCase}; the caller may see the case and is not its applicant. */
export async function involvementOf(db: Queryable, caseId: string): Promise<InvolvementOfCase> {
  const [requests, sheets] = await Promise.all([
    select<RequestRow>(db, { name: 'involvement-of-case', text: REQUESTS, values: [caseId] }),
    select<SheetRow>(db, { name: 'sheets-of-case', text: SHEETS, values: [caseId] }),
  ]);
  return { requests, sheets };
}

/** Something that is asked of a post. */
export interface AskedOfPost extends Pick<
  RequestRow,
  'id' | 'duty' | 'step' | 'kind' | 'isAdded' | 'by' | 'askedAt' | 'note' | 'dueOn' | 'dueAt' | 'dueDays'
> {
  readonly caseId: string;
  readonly number: string;
  readonly procedure: string;
  readonly edition: string;
  readonly itemTitle: Text;
  readonly enterprise: string;
  /** What is to be signed; null for an opinion. */
  readonly draft: { readonly outcome: string; readonly opinion: string } | null;
}

/** A page of them, the most urgent first, and how many there are. */
export interface AskedPage {
  readonly rows: readonly AskedOfPost[];
  readonly next: string | null;
  readonly count: number;
}

/** What is asked of the post and not answered yet. @throws LianbanError MALFORMED for a cursor that this query did not make. */
export async function askedOfPost(
  db: Queryable,
  { postId, cursor, limit }: { readonly postId: string; readonly cursor: string | undefined; readonly limit: number },
): Promise<AskedPage> {
  const parameters = new Parameters();
  const post = `${parameters.add(postId)}::uuid`;
  const after = cursor === undefined ? 'true' : afterPlace(cursor, parameters);
  const text = `SELECT i.id, i.key AS duty, d.step, i.kind, i.is_added AS "isAdded", ${PARTIES}, i.asked_at AS "askedAt", i.note,
      i.due_on AS "dueOn", i.due_at AS "dueAt", i.due_days AS "dueDays", i.case_id AS "caseId", f.number, f.procedure, f.edition,
      t.definition -> 'title' AS "itemTitle", e.name AS enterprise,
      CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('outcome', s.outcome, 'opinion', s.opinion) END AS draft
    FROM involvement i JOIN duty d USING (case_id, key) JOIN case_file f USING (case_id) JOIN enterprise e ON e.id = f.enterprise_id
    JOIN item t ON t.code = f.item AND t.province = f.province AND t.edition = f.item_edition
    LEFT JOIN sheet s ON s.id = i.sheet_id
    WHERE i.post_id = ${post} AND i.state = 'open' AND ${after}
    ORDER BY coalesce(i.due_at, 'infinity'), i.id LIMIT ${limit + 1}`;
  const [found, { count }] = await Promise.all([
    select<AskedOfPost>(db, planned({ text, values: parameters.values })),
    selectOne<{ count: number }>(db, {
      name: 'asked-count',
      text: `SELECT count(*) AS count FROM involvement WHERE post_id = $1 AND state = 'open'`,
      values: [postId],
    }),
  ]);
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, count, next: last === undefined ? null : cursorOf([last.dueAt ?? 'infinity', last.id]) };
}

function afterPlace(cursor: string, parameters: Parameters): string {
  const [due, id] = readCursor<readonly [string, string]>(cursor, [instantPart, uuidPart]);
  return `(coalesce(i.due_at, 'infinity'), i.id) > (${parameters.add(due)}::timestamptz, ${parameters.add(id)}::uuid)`;
}
