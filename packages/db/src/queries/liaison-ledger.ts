import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { LedgerCut, RequestCategory, RequestLevel, RequestSource } from '@lianban/domain/liaison';
import type { Text } from '@lianban/domain/text';
import { planned, select, selectOne, type Queryable } from '../queryable.ts';
import { openSteps, type OpenStep } from './case-list.ts';
import { cursorOf, instantPart, readCursor, uuidPart } from './cursor.ts';
import { contains, Parameters } from './parameters.ts';
import { retracts } from './retracted.ts';
import { visibleCases, type Scope } from './scope.ts';

/** What of a ledger is looked for. */
export interface LedgerFilters {
  readonly state?: 'open' | 'closed';
  readonly district?: string;
  readonly category?: RequestCategory;
  /** How high it has climbed. */
  readonly level?: RequestLevel;
  readonly receivedFrom?: CivilDate;
  readonly receivedTo?: CivilDate;
  /** Part of the number, of what is asked, or of the name of whoever asks. */
  readonly search?: string;
}

/** Which ledger, and which of its rows. */
export interface LedgerQuestion {
  readonly scope: Scope;
  readonly cut: LedgerCut;
  readonly filters: LedgerFilters;
  readonly cursor?: string;
  readonly limit: number;
}

/** A row of a ledger: one request as its record tells it. */
export interface LedgerRow {
  readonly caseId: string;
  readonly number: string;
  readonly procedure: string;
  readonly edition: string;
  readonly district: Text;
  /** The enterprise it is about; null when it is about none. */
  readonly enterprise: string | null;
  readonly category: RequestCategory;
  readonly source: RequestSource;
  readonly sensitive: boolean;
  /** What is asked, in one line. */
  readonly subject: string;
  readonly receivedOn: CivilDate;
  /** Who accepted it and tells the requester, who works on it, and who has helped. */
  readonly acceptingUnit: Text | null;
  readonly handlingUnit: Text | null;
  readonly helpers: readonly Text[];
  readonly level: RequestLevel;
  /** It was referred to somebody outside. */
  readonly wentOutside: boolean;
  /** Last day of the handling; null while its limit stands still, and once it is answered. */
  readonly dueOn: CivilDate | null;
  readonly isProvisional: boolean;
  readonly ending: string | null;
  readonly repliedOn: CivilDate | null;
  /** What the requester thought of the last answer; `lapsed` where they said nothing. */
  readonly rating: 'satisfied' | 'dissatisfied' | 'lapsed' | null;
  /** When policy is looked at again; null where it is not followed. */
  readonly policyReviewOn: CivilDate | null;
  readonly steps: readonly OpenStep[];
  readonly openedAt: Instant;
}

/** A page of a ledger; `total` counts all rows that the filters leave. */
export interface LedgerPage {
  readonly rows: readonly LedgerRow[];
  readonly next: string | null;
  readonly total: number;
}

const OWN_STEPS = `('accept', 'signTransfer', 'handle', 'coordinate')`;
const nameOf = (unit: string): string =>
  `(SELECT jsonb_build_object('zh', u.name_zh, 'en', u.name_en) FROM unit u WHERE u.id = ${unit})`;
/** SQL: the unit of the duty of these steps that was opened last. */
const lastUnit = (steps: string): string =>
  nameOf(
    `(SELECT d.unit_id FROM stood d WHERE d.case_id = f.case_id AND d.step IN (${steps}) ORDER BY d.opened_version DESC LIMIT 1)`,
  );
const dayOf = (steps: string, outcomes: string): string =>
  `(SELECT (max(d.settled_at) AT TIME ZONE 'Asia/Shanghai')::date FROM stood d
    WHERE d.case_id = f.case_id AND d.step = '${steps}' AND d.outcome = '${outcomes}')`;
const stoodAt = (step: string): string =>
  `EXISTS (SELECT FROM stood d WHERE d.case_id = f.case_id AND d.step = '${step}')`;

// An act that was taken back opened nothing that counts.
const STOOD = `stood AS (
  SELECT d.case_id, d.step, d.unit_id, d.state, d.outcome, d.due_on, d.opened_version, d.settled_at FROM duty d JOIN asked USING (case_id)
  JOIN case_event turn ON turn.case_id = d.case_id AND turn.version = d.opened_version
  WHERE NOT EXISTS (SELECT FROM case_event r WHERE ${retracts('r', 'turn')})
)`;

const COLUMNS = `f.case_id AS "caseId", f.number, f.procedure, f.edition, f.ending, f.opened_at AS "openedAt",
  (SELECT jsonb_build_object('zh', x.name_zh, 'en', x.name_en) FROM district x WHERE x.id = f.request ->> 'district') AS district,
  coalesce(nullif(f.form ->> 'enterprise', ''), CASE WHEN e.kind = 'enterprise' THEN e.name END) AS enterprise,
  coalesce((SELECT ev.input #>> '{flow,category}' FROM case_event ev WHERE ev.case_id = f.case_id AND ev.kind = 'answer'
      AND ev.input ->> 'outcome' = 'acceptOwn' AND NOT EXISTS (SELECT FROM case_event r WHERE ${retracts('r', 'ev')})
    ORDER BY ev.version DESC LIMIT 1), f.request ->> 'category') AS category,
  f.request ->> 'source' AS source, (f.request ->> 'sensitive')::boolean AS sensitive, f.form ->> 'subject' AS subject, f.received_on AS "receivedOn",
  ${lastUnit(`'accept', 'signTransfer', 'giveReply', 'reviewPolicy'`)} AS "acceptingUnit", ${lastUnit(`'handle', 'coordinate'`)} AS "handlingUnit",
  coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('zh', u.name_zh, 'en', u.name_en)) FROM stood d JOIN unit u ON u.id = d.unit_id
    WHERE d.case_id = f.case_id AND d.step = 'assist'), '[]') AS helpers,
  CASE WHEN ${stoodAt('deliberate')} THEN 'meeting' WHEN ${stoodAt('instruct')} THEN 'deputy' WHEN ${stoodAt('dispatch')} THEN 'office' ELSE 'unit' END AS level,
  (${stoodAt('awaitPlatform')} OR ${stoodAt('awaitAssistance')}) AS "wentOutside",
  c.due_on AS "dueOn", coalesce(c.provisional, false) AS "isProvisional",
  ${dayOf('giveReply', 'reply')} AS "repliedOn",
  (SELECT d.outcome FROM stood d WHERE d.case_id = f.case_id AND d.step IN ('rate', 'recordRating') AND d.outcome IS NOT NULL
    ORDER BY d.settled_at DESC LIMIT 1) AS rating,
  (SELECT d.due_on FROM stood d WHERE d.case_id = f.case_id AND d.step = 'reviewPolicy' AND d.state = 'open') AS "policyReviewOn"`;

/** A page of a ledger, the latest request first. Everything in it is told from the record. @throws LianbanError MALFORMED for a foreign cursor. */
export async function liaisonLedger(db: Queryable, question: LedgerQuestion): Promise<LedgerPage> {
  const { cursor, limit } = question;
  const parameters = new Parameters();
  const rows = rowsOf(question, parameters);
  const after = cursor === undefined ? 'true' : `(r."openedAt", r."caseId") < (${afterPlace(cursor, parameters)})`;
  const page = `${rows} SELECT * FROM told r WHERE ${after} ORDER BY r."openedAt" DESC, r."caseId" DESC LIMIT ${limit + 1}`;
  const counted = new Parameters();
  const count = `${rowsOf(question, counted)} SELECT count(*)::int AS total FROM told`;
  const [found, { total }] = await Promise.all([
    select<Omit<LedgerRow, 'steps'>>(db, planned({ text: page, values: parameters.values })),
    selectOne<{ total: number }>(db, planned({ text: count, values: counted.values })),
  ]);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  const steps = await openSteps(
    db,
    shown.map(({ caseId }) => caseId),
  );
  return {
    rows: shown.map((row) => ({ ...row, steps: steps.get(row.caseId) ?? [] })),
    next: last === undefined ? null : cursorOf([last.openedAt, last.caseId]),
    total,
  };
}

/** SQL: the rows that the question is about, as `told`. */
function rowsOf({ scope, cut, filters }: LedgerQuestion, parameters: Parameters): string {
  const { level } = filters;
  return `WITH asked AS (
  SELECT f.case_id, f.number, f.procedure, f.edition, f.ending, f.opened_at, f.enterprise_id, o.input #> '{opening,request}' AS request,
    (o.input #>> '{opening,receivedOn}')::date AS received_on, coalesce(s.form, '{}') AS form
  FROM case_file f JOIN case_event o ON o.case_id = f.case_id AND o.version = 1 LEFT JOIN submission s ON s.request_id = o.request_id
  JOIN enterprise e ON e.id = f.enterprise_id
  WHERE f.procedure = 'liaison-request' AND ${visibleCases(scope, 'f', parameters)} AND ${withinCut(scope, cut, parameters)}
    AND ${filtered(filters, parameters)}
), ${STOOD}, told AS (
  SELECT * FROM (SELECT ${COLUMNS} FROM asked f JOIN enterprise e ON e.id = f.enterprise_id
    LEFT JOIN clock c ON c.case_id = f.case_id AND c.name = 'handling' AND c.stopped_version IS NULL) r
  WHERE ${level === undefined ? 'true' : `r.level = ${parameters.add(level)}`}
)`;
}

function withinCut({ unitIds }: Scope, cut: LedgerCut, parameters: Parameters): string {
  if (cut === 'bureau') return 'true';
  const units = `${parameters.add(unitIds)}::text[]`;
  if (cut === 'region') return `o.input #>> '{opening,request,regionalUnit}' = ANY(${units})`;
  return `EXISTS (SELECT FROM duty own WHERE own.case_id = f.case_id AND own.step IN ${OWN_STEPS} AND own.unit_id = ANY(${units}))`;
}

function filtered(filters: LedgerFilters, parameters: Parameters): string {
  const { state, district, category, receivedFrom, receivedTo, search } = filters;
  const received = `(o.input #>> '{opening,receivedOn}')`;
  const conditions = [
    state === undefined ? 'true' : `f.state = ${parameters.add(state)}`,
    district === undefined ? 'true' : `o.input #>> '{opening,request,district}' = ${parameters.add(district)}`,
    category === undefined ? 'true' : `o.input #>> '{opening,request,category}' = ${parameters.add(category)}`,
    receivedFrom === undefined ? 'true' : `${received} >= ${parameters.add(receivedFrom)}`,
    receivedTo === undefined ? 'true' : `${received} <= ${parameters.add(receivedTo)}`,
    contains(
      ['f.number', 'e.name', `s.form ->> 'subject'`, `coalesce(s.form ->> 'enterprise', '')`],
      search,
      parameters,
    ),
  ];
  return conditions.join(' AND ');
}

function afterPlace(cursor: string, parameters: Parameters): string {
  const [openedAt, caseId] = readCursor<readonly [string, string]>(cursor, [instantPart, uuidPart]);
  return `${parameters.add(openedAt)}::timestamptz, ${parameters.add(caseId)}::uuid`;
}
