import type { Explanation, SpanKind } from '@lianban/domain/ask';
import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { LicenceState } from '@lianban/domain/contestable';
import type { DocumentType } from '@lianban/domain/document';
import type { Item } from '@lianban/domain/item';
import type { DutyLimit, Limit } from '@lianban/domain/limit';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { FiguresOfUnit } from '@lianban/domain/quarter-figures';
import type { Text } from '@lianban/domain/text';
import type { Entry } from '@lianban/workflows/kernel/entry';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { About } from '@lianban/workflows/vocabulary/proceeding';
import type { Principal } from '../audit.ts';
import { attachmentsOfCase, type AttachmentOfCase } from '../attachments/of-case.ts';
import { filesWaitingIn, type FileWaiting } from '../attachments/of-duty.ts';
import { coversCase, standIns } from '../organisation/acting-posts.ts';
import { planned, select, selectFirst, type Queryable } from '../queryable.ts';
import { deadlineColumns, dutyOfTurn, holderColumns, holderJoins, type Deadline, type Holder } from './duty-columns.ts';
import { lettersOfCase, type LetterOfCase } from './letters.ts';
import { Parameters } from './parameters.ts';
import { retracts } from './retracted.ts';
import { letInUntil, openFiles, visibleCases, type Scope } from './scope.ts';
import { termsNow } from './terms.ts';
import { trailsOf, type Trail } from './trail.ts';

/** The head of a case. */
export interface CaseHead {
  readonly caseId: string;
  readonly number: string;
  readonly acceptanceNumber: string | null;
  readonly procedure: string;
  readonly edition: string;
  readonly item: Item;
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly creditCode: string;
  readonly province: Province;
  readonly state: 'open' | 'closed';
  readonly ending: string | null;
  readonly version: number;
  readonly parentCaseId: string | null;
  /** The duty of the parent that waits for this case; null where it only continues the parent. */
  readonly parentDuty: string | null;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  /** Since when it is under secrecy, put there by whom and why; null for an ordinary case. */
  readonly secretSince: Instant | null;
  readonly secretBy: string | null;
  readonly secretReason: string | null;
  /** Until when the post may look at it in an emergency; null where it is open to the post. */
  readonly letInUntil: Instant | null;
  /** Whether the files of the application are open to the post. */
  readonly opensFiles: boolean;
  /** What the case started from, limits included. */
  readonly opening: Opening;
  /** The application as it was filled in. */
  readonly form: Readonly<Record<string, unknown>>;
}

/** A duty or right, open or over. */
export interface DutyRow extends Deadline, Holder {
  readonly key: string;
  readonly step: string;
  readonly kind: 'duty' | 'right';
  readonly policy: string;
  readonly lapses: boolean;
  readonly rule: string | null;
  readonly limit: DutyLimit | null;
  readonly clock: string | null;
  readonly startOn: CivilDate;
  readonly why: Explanation | null;
  readonly without: Readonly<Record<string, Text>>;
  /** What it is about, where several of its step stand beside each other. */
  readonly about: About | null;
  readonly blocked: Text | null;
  readonly state: 'open' | 'settled' | 'lapsed' | 'cancelled';
  readonly outcome: string | null;
  readonly openedAt: Instant;
  readonly openedVersion: number;
  readonly settledAt: Instant | null;
  readonly settledVersion: number | null;
}

/** A statutory clock with its spans. */
export interface ClockRow {
  readonly name: string;
  /** The turn in which it started. */
  readonly startedVersion: number;
  readonly rule: string;
  readonly limit: Limit;
  readonly startOn: CivilDate;
  readonly dueOn: CivilDate | null;
  readonly dueAt: Instant | null;
  readonly provisional: boolean;
  readonly why: Explanation | null;
  readonly stoppedOn: CivilDate | null;
  readonly spans: readonly {
    readonly from: CivilDate;
    readonly to: CivilDate | null;
    readonly kind: SpanKind;
    readonly reason: string;
    readonly title: Text;
    /** The turns that opened and closed it; what papers they made says by which document. */
    readonly openedVersion: number;
    readonly closedVersion: number | null;
  }[];
}

/** Who acted in a turn: name and place as they were, and for whom they stood in. */
export interface Doer {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly place: Text;
  readonly standingInFor: Principal | null;
}

/** A turn as the timeline shows it. */
export interface EventRow {
  readonly version: number;
  readonly at: Instant;
  readonly kind:
    'open' | 'answer' | 'lapse' | 'redate' | 'retract' | 'childEnded' | 'parentTold' | 'letterAnswered' | 'parentEnded';
  /** The duty that was answered or lapsed, or whose answer was taken back. */
  readonly duty: string | null;
  readonly step: string | null;
  readonly outcome: string | null;
  /** The day on which what came in counts as received; of an old case, that of its acceptance. Null for lapses and new dates. */
  readonly receivedOn: CivilDate | null;
  /** Null when the clock acted, another case or a letter. */
  readonly who: Doer | null;
  /** Number of the letter of the other bureau that did it; null for every other turn. */
  readonly letterNumber: string | null;
  readonly entries: readonly Entry[];
  /** The first late instants that the turn gave, by duty or `clock:<name>`; null where the clock stands still. */
  readonly dues: Readonly<Record<string, Instant | null>>;
  /** Why dates were revised, or an act taken back; null for every other turn. */
  readonly reason: string | null;
  /** Who took the act back, when and why; null while it stands. */
  readonly retracted: {
    readonly version: number;
    readonly at: Instant;
    readonly by: string;
    readonly reason: string;
  } | null;
  /** What was filled in with the act. */
  readonly form: Readonly<Record<string, unknown>> | null;
}

/** A document of the case. */
export interface DocumentOfCase {
  readonly id: string;
  readonly version: number;
  readonly type: DocumentType;
  readonly number: string | null;
  readonly duty: string | null;
  readonly issuedOn: CivilDate;
  readonly fields: DocumentFields;
  /** The act that made it was taken back; it stays in the file as it was written. */
  readonly isRetracted: boolean;
}

/** What a document speaks of, as it was when it was issued. */
export interface DocumentFields extends Readonly<Record<string, unknown>> {
  /** Last days that it tells, by key of the duty or `clock:<name>`. */
  readonly dates?: Readonly<Record<string, CivilDate>>;
  /** Those of them that were 预计. */
  readonly provisional?: readonly string[];
  /** Of the ledger of a quarter: what was counted from the record when it was made. */
  readonly figures?: readonly FiguresOfUnit[];
}

/** Everything on one case. */
export interface CaseRecord {
  readonly head: CaseHead;
  readonly duties: readonly DutyRow[];
  readonly clocks: readonly ClockRow[];
  readonly events: readonly EventRow[];
  readonly documents: readonly DocumentOfCase[];
  /** The files of the application and of answers; none where they are not open to the post. */
  readonly attachments: readonly AttachmentOfCase[];
  /** The files that wait for answers of the applicant; none for anybody else. */
  readonly waiting: readonly FileWaiting[];
  readonly licence: {
    readonly number: string;
    readonly state: LicenceState;
    readonly validFrom: CivilDate;
    readonly validTo: CivilDate;
  } | null;
  readonly related: readonly {
    readonly caseId: string;
    readonly number: string;
    readonly procedure: string;
    readonly edition: string;
    readonly relation: 'continues' | 'continuedBy' | 'openedBy' | 'opened' | 'contests' | 'contestedBy';
    /** Of a remedy: the execution of what it contests is stopped. */
    readonly executionStopped: boolean;
    readonly state: 'open' | 'closed';
    readonly ending: string | null;
    /** Of a case that this one opened: the duty that waits for it. */
    readonly duty: string | null;
    /** What the duty is about that opened it, where several of its step stand beside each other. */
    readonly about: About | null;
  }[];
  /** Letters between the bureaus; none for whoever is no official. */
  readonly letters: readonly LetterOfCase[];
  /** What was sent for the duties that are open, by key. */
  readonly trails: Readonly<Record<string, Trail>>;
  /** Who stands in today for whoever has taken an open duty, where this case is among the matters. */
  readonly deputies: readonly { readonly key: string; readonly name: string }[];
  /** Steps that people prepared for whoever answered them (委派). */
  readonly prepared: readonly { readonly personId: string; readonly step: string }[];
  readonly alarms: readonly { readonly id: string; readonly kind: string; readonly at: Instant }[];
}

/** The record of a case, or null when there is none that the post may see. */
export async function caseRecord(db: Queryable, caseId: string, scope: Scope): Promise<CaseRecord | null> {
  const head = await caseHead(db, caseId, scope);
  if (head === null) return null;
  const [
    duties,
    clocks,
    events,
    documents,
    attachments,
    waiting,
    licence,
    related,
    letters,
    trails,
    deputies,
    prepared,
    alarms,
  ] = await Promise.all([
    dutiesOf(db, caseId),
    clocksOf(db, caseId),
    eventsOf(db, caseId),
    documentsOf(db, caseId),
    head.opensFiles ? attachmentsOfCase(db, caseId) : [],
    scope.enterpriseId !== null ? filesWaitingIn(db, caseId) : [],
    licenceOf(db, caseId),
    relatedTo(db, head, scope),
    scope.enterpriseId === null ? lettersOfCase(db, caseId) : [],
    trailsOf(db, caseId),
    deputiesOf(db, caseId),
    preparedOf(db, caseId),
    alarmsOf(db, caseId),
  ]);
  const known = { head, duties, clocks, events, documents, attachments, waiting, licence: licence ?? null };
  return { ...known, related, letters, trails, deputies, prepared, alarms };
}

/** The head alone, with the same permission. */
export async function caseHead(db: Queryable, caseId: string, scope: Scope): Promise<CaseHead | null> {
  const parameters = new Parameters();
  const text = `
SELECT f.case_id AS "caseId", f.number, f.acceptance_number AS "acceptanceNumber", f.procedure, f.edition, i.definition AS item,
  f.enterprise_id AS "enterpriseId", e.name AS enterprise, e.credit_code AS "creditCode", f.province, f.state, f.ending, f.version,
  f.parent_case_id AS "parentCaseId", f.parent_duty AS "parentDuty", f.opened_at AS "openedAt", f.updated_at AS "updatedAt",
  f.secret_since AS "secretSince", sp.name AS "secretBy", f.secret_reason AS "secretReason",
  ${letInUntil(scope, 'f', parameters)} AS "letInUntil", ${openFiles(scope, 'f', parameters)} AS "opensFiles",
  jsonb_set(o.input -> 'opening', '{terms}', ${termsNow}) AS opening,
  coalesce(s.form, '{}') AS form
FROM case_file f JOIN enterprise e ON e.id = f.enterprise_id
JOIN item i ON i.code = f.item AND i.province = f.province AND i.edition = f.item_edition
JOIN case_event o ON o.case_id = f.case_id AND o.version = 1
LEFT JOIN submission s ON s.request_id = o.request_id
LEFT JOIN person sp ON sp.id = f.secret_by
WHERE f.case_id = ${parameters.add(caseId)}::uuid AND ${visibleCases(scope, 'f', parameters)}`;
  return (await selectFirst<CaseHead>(db, planned({ text, values: parameters.values }))) ?? null;
}

/** All duties and rights of a case in the order in which they were opened. */
export const dutiesOf = (db: Queryable, caseId: string): Promise<readonly DutyRow[]> =>
  select<DutyRow>(db, {
    name: 'duties-of-case',
    text: `SELECT d.key, d.step, d.kind, d.policy, d.lapses, d.rule, d."limit", d.clock, d.start_on AS "startOn", d.why, d.without, d.about, d.blocked,
        d.state, d.outcome, d.opened_at AS "openedAt", d.opened_version AS "openedVersion", d.settled_at AS "settledAt",
        d.settled_version AS "settledVersion", ${deadlineColumns}, ${holderColumns}
      FROM duty d ${holderJoins} WHERE d.case_id = $1 ORDER BY d.opened_version, d.key`,
    values: [caseId],
  });

/** An extension as the ledger has it: what was lengthened (`clock:<name>` for a clock), by which rule, in which turn. */
export interface Lengthening {
  readonly key: string;
  readonly rule: string;
  readonly version: number;
}

/** The statutory clocks of a case in the order in which they started. */
export const clocksOf = (db: Queryable, caseId: string): Promise<readonly ClockRow[]> =>
  select<ClockRow>(db, {
    name: 'clocks-of-case',
    text: `SELECT c.name, c.started_version AS "startedVersion", c.rule, c."limit", c.start_on AS "startOn", c.due_on AS "dueOn", c.due_at AS "dueAt", c.provisional, c.why,
        c.stopped_on AS "stoppedOn", coalesce((SELECT jsonb_agg(jsonb_build_object('from', s.from_on, 'to', s.to_on, 'kind', s.kind,
          'reason', s.reason, 'title', s.title,
          'openedVersion', s.opened_version, 'closedVersion', s.closed_version) ORDER BY s.opened_version, s.span)
          FROM clock_span s WHERE s.case_id = c.case_id AND s.clock = c.name AND s.opened_version >= c.started_version
            AND (c.stopped_version IS NULL OR s.opened_version <= c.stopped_version)), '[]') AS spans
      FROM clock c WHERE c.case_id = $1 ORDER BY c.started_version, c.name`,
    values: [caseId],
  });

/** SQL: what opened the case or answered it says so in the ledger; which letter recalled what it asked, only the letter does. */
const letterOfTurn = `coalesce(ev.input #>> '{letter,number}', ev.input #>> '{opening,letter,number}', CASE ev.kind WHEN 'parentEnded' THEN
  (SELECT i.number FROM letter_in i WHERE i.case_id = ev.case_id AND i.kind = 'recall' AND i.state <> 'kept' ORDER BY i.received_at LIMIT 1) END)`;

const eventsOf = (db: Queryable, caseId: string): Promise<readonly EventRow[]> =>
  select<EventRow>(db, {
    name: 'events-of-case',
    text: `SELECT ev.version, ev.at, ev.kind, ${dutyOfTurn('ev')} AS duty, d.step,
        CASE ev.kind WHEN 'lapse' THEN 'lapsed' ELSE ev.input ->> 'outcome' END AS outcome,
        CASE WHEN ev.person_id IS NOT NULL THEN jsonb_build_object('personId', ev.person_id, 'name', ev.person_name, 'role', ev.role,
          'place', jsonb_build_object('zh', ev.unit_name_zh, 'en', ev.unit_name_en), 'standingInFor', CASE WHEN ev.standing_in_for IS NOT NULL
            THEN jsonb_build_object('personId', ev.standing_in_for, 'name', ev.principal_name) END) END AS who,
        ${letterOfTurn} AS "letterNumber", ev.entries, ev.dues, s.form, coalesce(ev.input ->> 'reason', CASE ev.kind WHEN 'retract' THEN s.form ->> 'reason' END) AS reason,
        CASE WHEN r.version IS NOT NULL THEN jsonb_build_object('version', r.version, 'at', r.at, 'by', r.person_name, 'reason', rs.form ->> 'reason') END AS retracted,
        coalesce(ev.input ->> 'receivedOn', ev.input -> 'opening' ->> 'receivedOn') AS "receivedOn"
      FROM case_event ev LEFT JOIN duty d ON d.case_id = ev.case_id AND d.key = ${dutyOfTurn('ev')}
      LEFT JOIN submission s ON s.request_id = ev.request_id AND s.case_id = ev.case_id
      LEFT JOIN case_event r ON ${retracts('r', 'ev')}
      LEFT JOIN submission rs ON rs.request_id = r.request_id AND rs.case_id = r.case_id
      WHERE ev.case_id = $1 ORDER BY ev.version`,
    values: [caseId],
  });

/** The documents of a case as they were issued. */
const documentsOf = (db: Queryable, caseId: string): Promise<readonly DocumentOfCase[]> =>
  select<DocumentOfCase>(db, {
    name: 'documents-of-case',
    text: `SELECT d.id, d.version, d.type, d.number, d.duty, d.issued_on AS "issuedOn", d.fields,
        EXISTS (SELECT FROM case_event r WHERE ${retracts('r', 'd')}) AS "isRetracted"
      FROM document d WHERE d.case_id = $1 ORDER BY d.version, d.position`,
    values: [caseId],
  });

const licenceOf = (db: Queryable, caseId: string): Promise<CaseRecord['licence'] | undefined> =>
  selectFirst(db, {
    name: 'licence-of-case',
    text: 'SELECT number, state, valid_from AS "validFrom", valid_to AS "validTo" FROM licence WHERE case_id = $1',
    values: [caseId],
  });

/** The cases before and after it, those around it, and what a ruling on a remedy against it led to, that the post may see too. */
function relatedTo(
  db: Queryable,
  { caseId, procedure, parentCaseId, parentDuty }: CaseHead,
  scope: Scope,
): Promise<CaseRecord['related']> {
  const parameters = new Parameters();
  const [own, parent] = [`${parameters.add(caseId)}::uuid`, `${parameters.add(parentCaseId)}::uuid`];
  const toParent = parentDuty !== null ? 'openedBy' : procedure === 'remedy' ? 'contests' : 'continues';
  const text = `SELECT f.case_id AS "caseId", f.number, f.procedure, f.edition, f.state, f.ending,
      CASE WHEN f.case_id <> ${parent} IS NOT FALSE THEN f.parent_duty END AS duty,
      (SELECT d.about FROM duty d WHERE d.case_id = f.parent_case_id AND d.key = f.parent_duty) AS about,
      CASE WHEN f.case_id = ${parent} THEN ${parameters.add(toParent)} WHEN f.procedure = 'remedy' THEN 'contestedBy'
        WHEN f.parent_duty IS NULL THEN 'continuedBy' ELSE 'opened' END AS relation,
      f.procedure = 'remedy' AND EXISTS (SELECT FROM duty d WHERE d.case_id = f.case_id AND d.step = 'resumeExecution' AND d.state = 'open') AS "executionStopped"
    FROM case_file f WHERE f.case_id = ANY (ARRAY(
        SELECT ${parent} UNION SELECT c.case_id FROM case_file c WHERE c.parent_case_id = ${own}
        UNION SELECT c.case_id FROM case_file r JOIN case_file c ON c.parent_case_id = r.case_id WHERE r.parent_case_id = ${own} AND r.procedure = 'remedy'))
      AND ${visibleCases(scope, 'f', parameters)}
    ORDER BY f.opened_at, f.number`;
  return select(db, planned({ text, values: parameters.values }));
}

const deputiesOf = (db: Queryable, caseId: string): Promise<CaseRecord['deputies']> =>
  select(db, {
    name: 'deputies-of-case',
    text: `SELECT d.key, p.name FROM duty d JOIN case_file f USING (case_id) JOIN ${standIns} s ON s.post_id = d.claimed_by_post
      JOIN person p ON p.id = s.deputy_id
      WHERE d.case_id = $1 AND d.state = 'open' AND ${coversCase('s.matters', 'f')} ORDER BY d.key, p.name, p.id`,
    values: [caseId],
  });

const preparedOf = (db: Queryable, caseId: string): Promise<CaseRecord['prepared']> =>
  select(db, {
    name: 'prepared-of-case',
    text: `SELECT i.person_id AS "personId", d.step FROM involvement i JOIN duty d USING (case_id, key)
      WHERE i.case_id = $1 AND i.kind = 'delegate' AND i.state IN ('open', 'answered')`,
    values: [caseId],
  });

const alarmsOf = (db: Queryable, caseId: string): Promise<CaseRecord['alarms']> =>
  select(db, {
    name: 'alarms-of-case',
    text: 'SELECT id, kind, at FROM alarm WHERE case_id = $1 AND resolved_at IS NULL ORDER BY at',
    values: [caseId],
  });
