import { AUDIT_COLUMNS } from '../audit.ts';
import { CASE_PLACE, LICENCE_PLACE, numberAt, numberAtDocument, numberAtLetter, numberParts } from './numbers.ts';
import { part, type Part } from './part.ts';
import type { DutyRows } from './duties.ts';
import type { TurnRows } from './rows.ts';

/**
 * The parts that this turn needs; what it leaves alone costs nothing. Everything hangs on the ledger row: `event` is
 * empty when somebody else's row stands there, and then nothing is written. Parts of one statement do not see each
 * other's rows, so no row is both inserted and updated here.
 */
export function partsOf(rows: TurnRows): readonly Part[] {
  return [
    part('head', `SELECT * FROM jsonb_populate_record(NULL::case_event, {event})`, { event: rows.event }),
    part('filed', `SELECT * FROM jsonb_populate_record(NULL::case_file, {file})`, { file: rows.file }),
    event,
    ...numberParts(rows.asked),
    rows.event['version'] === 1 ? openedFile(rows) : movedFile(rows),
    ...dutyParts(rows),
    ...clockParts(rows),
    ...paperParts(rows),
    ...dispatchParts(rows),
    recorded,
    part(
      'audited',
      `INSERT INTO audit (${AUDIT_COLUMNS})
  SELECT a.stream, a.position, a.at, a.action, a.person_id, a.post_id, a.role, a.who, a.detail, a.previous_hash, a.hash, a.hash_algorithm, a.province
  FROM event e, jsonb_populate_record(NULL::audit, {audit}) a`,
      { audit: rows.audit },
    ),
  ];
}

const event = part(
  'event',
  `INSERT INTO case_event (case_id, version, request_id, kind, at, person_id, post_id, role, standing_in_for, person_name, principal_name, unit_name_zh,
    unit_name_en, input, entries, dues, digest, previous_hash, hash, hash_algorithm)
  SELECT case_id, version, request_id, kind, at, person_id, post_id, role, standing_in_for, person_name, principal_name, unit_name_zh,
    unit_name_en, input, entries, dues, digest, previous_hash, hash, hash_algorithm
  FROM head h
  WHERE h.version = 1 OR EXISTS (SELECT FROM case_event e WHERE e.case_id = h.case_id AND e.version = h.version - 1)
  ON CONFLICT DO NOTHING
  RETURNING case_id, version, at`,
);

const openedFile = (rows: TurnRows): Part =>
  part(
    'file',
    `INSERT INTO case_file (case_id, number, acceptance_number, procedure, edition, item, item_edition, enterprise_id, province,
    state, ending, version, parent_case_id, parent_duty, letter, opened_at, updated_at, secret_since, secret_by, secret_reason)
  SELECT e.case_id, ${numberAt(CASE_PLACE)}, ${acceptanceOf(rows)}, f.procedure, f.edition, f.item, f.item_edition, f.enterprise_id, f.province,
    f.state, f.ending, e.version, f.parent_case_id, f.parent_duty, f.letter, e.at, e.at,
    coalesce(p.secret_since, CASE WHEN f.secret_reason IS NOT NULL THEN e.at END), p.secret_by, coalesce(p.secret_reason, f.secret_reason)
  FROM event e, filed f
  -- What comes of a secret case is as secret as it is.
  LEFT JOIN case_file p ON p.case_id = f.parent_case_id
  RETURNING number, procedure, edition, item, province, CASE WHEN letter IS NULL THEN enterprise_id END AS enterprise_id, secret_since`,
  );

/** SQL: the turn puts the case under secrecy. */
const concealed = `
    secret_since = coalesce(c.secret_since, e.at), secret_by = coalesce(c.secret_by, (SELECT person_id FROM head)), secret_reason = coalesce(c.secret_reason, f.secret_reason),`;

const movedFile = (rows: TurnRows): Part =>
  part(
    'file',
    `UPDATE case_file c SET version = e.version, updated_at = e.at, state = f.state, ending = f.ending,${rows.file['secret_reason'] === null ? '' : concealed}
    acceptance_number = coalesce(c.acceptance_number, ${acceptanceOf(rows)})
  FROM event e, filed f WHERE c.case_id = e.case_id
  RETURNING c.number, c.procedure, c.edition, c.item, c.province, CASE WHEN c.letter IS NULL THEN c.enterprise_id END AS enterprise_id, c.secret_since`,
  );

/** SQL: the acceptance number that the turn gives the case, or that it brings along. */
const acceptanceOf = ({ acceptedBy }: TurnRows): string =>
  acceptedBy === null ? 'f.acceptance_number' : numberAt(acceptedBy);

const recorded = part(
  'recorded',
  `UPDATE submission s SET state = 'recorded', version = e.version, refusal = NULL
  FROM event e, head h WHERE s.request_id = h.request_id AND s.case_id = e.case_id`,
);

function* dutyParts({ duties }: TurnRows): Iterable<Part> {
  if (duties.opened.length > 0)
    yield {
      name: 'opened_duty',
      tells: true,
      sql: `INSERT INTO duty (case_id, key, step, kind, role, unit_id, enterprise_id, province, policy, lapses, rule, "limit", clock,
    start_on, due_on, due_at, provisional, why, without, about, blocked, state, opened_at, opened_version, settled_at, settled_version, outcome)
  SELECT e.case_id, d.key, d.step, d.kind, d.role, d.unit_id, d.enterprise_id, f.province, d.policy, d.lapses, d.rule,
    d."limit", d.clock, d.start_on, d.due_on, d.due_at, d.provisional, d.why, d.without, d.about,
    d.blocked, d.state, e.at, e.version,
    CASE WHEN d.state <> 'open' THEN e.at END, CASE WHEN d.state <> 'open' THEN e.version END, d.outcome
  FROM event e, filed f, jsonb_populate_recordset(NULL::duty, {openedDuties}) d
  RETURNING unit_id, role`,
      values: { openedDuties: duties.opened },
    };
  if (duties.changed.length > 0)
    yield {
      name: 'changed_duty',
      tells: true,
      changes: duties.changed.length,
      sql: `UPDATE duty d SET
    state = CASE WHEN x.ends THEN x.state ELSE d.state END,
    outcome = CASE WHEN x.ends THEN x.outcome END,
    settled_at = CASE WHEN x.ends THEN e.at END,
    settled_version = CASE WHEN x.ends THEN e.version END,
    due_on = CASE WHEN x.dated THEN x.due_on ELSE d.due_on END,
    due_at = CASE WHEN x.dated THEN x.due_at ELSE d.due_at END,
    provisional = CASE WHEN x.dated THEN x.provisional ELSE d.provisional END,
    why = CASE WHEN x.dated THEN x.why ELSE d.why END,
    blocked = CASE WHEN x.reblocked THEN x.blocked ELSE d.blocked END
  FROM event e, (
    -- The exercise of a right settles nothing: the right stays until it ends.
    SELECT c.*, c.state IS NOT NULL AND (c.state = 'cancelled' OR k.kind = 'duty') AS ends
    FROM jsonb_to_recordset({changedDuties}) AS c (key text, state text, outcome text, dated boolean, due_on date, due_at timestamptz,
      provisional boolean, why jsonb, reblocked boolean, blocked jsonb)
    JOIN duty k ON k.case_id = (SELECT case_id FROM head) AND k.key = c.key
  ) x
  WHERE d.case_id = e.case_id AND d.key = x.key AND d.state = 'open'
  RETURNING d.unit_id, d.role`,
      values: { changedDuties: duties.changed },
    };
  if (duties.reopened.length > 0) yield reopenedDuty(duties.reopened);
}

/** What it held before holds again; whoever opens it again keeps it if they had it, and nobody else does. */
const reopenedDuty = (reopened: DutyRows['reopened']): Part => ({
  name: 'reopened_duty',
  tells: true,
  changes: reopened.length,
  sql: `UPDATE duty d SET state = 'open', outcome = NULL, settled_at = NULL, settled_version = NULL,
    due_on = x.due_on, due_at = x.due_at, provisional = x.provisional, why = x.why, "limit" = CASE WHEN d."limit" IS NOT NULL THEN x."limit" END,
    claimed_by_person = CASE WHEN d.claimed_by_post = h.post_id THEN d.claimed_by_person END,
    claimed_by_post = CASE WHEN d.claimed_by_post = h.post_id THEN d.claimed_by_post END,
    claimed_at = CASE WHEN d.claimed_by_post = h.post_id THEN d.claimed_at END
  FROM event e, head h, jsonb_to_recordset({reopenedDuties}) AS x (key text, due_on date, due_at timestamptz, provisional boolean, why jsonb, "limit" jsonb)
  WHERE d.case_id = e.case_id AND d.key = x.key AND d.state <> 'open'
  RETURNING d.unit_id, d.role`,
  values: { reopenedDuties: reopened },
});

function* clockParts({ clocks }: TurnRows): Iterable<Part> {
  if (clocks.opened.length > 0)
    yield part(
      'opened_clock',
      `INSERT INTO clock (case_id, name, started_version, rule, "limit", start_on, due_on, due_at, provisional, why, started_at, stopped_on, stopped_version)
  SELECT e.case_id, c.name, e.version, c.rule, c."limit", c.start_on, c.due_on, c.due_at, c.provisional, c.why, e.at,
    c.stopped_on, CASE WHEN c.stopped_on IS NOT NULL THEN e.version END
  FROM event e, jsonb_populate_recordset(NULL::clock, {openedClocks}) c`,
      { openedClocks: clocks.opened },
    );
  if (clocks.changed.length > 0)
    yield {
      name: 'changed_clock',
      changes: clocks.changed.length,
      sql: `UPDATE clock c SET
    due_on = CASE WHEN x.dated THEN x.due_on ELSE c.due_on END,
    due_at = CASE WHEN x.dated THEN x.due_at ELSE c.due_at END,
    provisional = CASE WHEN x.dated THEN x.provisional ELSE c.provisional END,
    why = CASE WHEN x.dated THEN x.why ELSE c.why END,
    stopped_on = x.stopped_on,
    stopped_version = CASE WHEN x.stopped_on IS NOT NULL THEN e.version END
  FROM event e, jsonb_to_recordset({changedClocks}) AS x (name text, dated boolean, due_on date, due_at timestamptz, provisional boolean, why jsonb, stopped_on date)
  WHERE c.case_id = e.case_id AND c.name = x.name AND c.stopped_version IS NULL
  RETURNING 1`,
      values: { changedClocks: clocks.changed },
    };
  if (clocks.spansOpened.length > 0)
    yield part(
      'opened_span',
      `INSERT INTO clock_span (case_id, clock, span, opened_version, kind, reason, title, from_on, to_on, closed_version)
  SELECT e.case_id, s.clock, s.span, e.version, s.kind, s.reason, s.title, s.from_on, s.to_on, CASE WHEN s.to_on IS NOT NULL THEN e.version END
  FROM event e, jsonb_populate_recordset(NULL::clock_span, {openedSpans}) s`,
      { openedSpans: clocks.spansOpened },
    );
  if (clocks.spansClosed.length > 0)
    yield {
      name: 'closed_span',
      changes: clocks.spansClosed.length,
      sql: `UPDATE clock_span s SET to_on = x.to_on, closed_version = e.version
  FROM event e, jsonb_to_recordset({closedSpans}) AS x (span text, to_on date)
  WHERE s.case_id = e.case_id AND s.span = x.span AND s.closed_version IS NULL
  RETURNING 1`,
      values: { closedSpans: clocks.spansClosed },
    };
}

/** What is written to systems outside. */
function* dispatchParts({ dispatches }: TurnRows): Iterable<Part> {
  if (dispatches.length > 0)
    yield part(
      'dispatched',
      `INSERT INTO platform_message (case_id, version, channel, dispatch, at)
  SELECT e.case_id, e.version, x.channel, x.dispatch, e.at FROM event e, jsonb_populate_recordset(NULL::platform_message, {dispatches}) x`,
      { dispatches },
    );
}

function* paperParts(rows: TurnRows): Iterable<Part> {
  const { asked, documents, issuedOn, licence, breaches, letters, messages } = rows;
  if (documents.length > 0)
    yield part(
      'issued',
      `INSERT INTO document (case_id, version, position, type, number, duty, at, issued_on, fields)
  SELECT e.case_id, e.version, d.position, d.type, ${asked.length === 0 ? 'NULL' : numberAtDocument('d.position')}, d.duty, e.at, ({issuedOn} #>> '{}')::date, d.fields
  FROM event e, jsonb_populate_recordset(NULL::document, {documents}) d`,
      { issuedOn, documents },
    );
  if (licence?.granted === true)
    yield part(
      'granted',
      `INSERT INTO licence (number, enterprise_id, item, province, case_id, state, valid_from, valid_to, changed_at)
  SELECT ${numberAt(LICENCE_PLACE)}, l.enterprise_id, l.item, l.province, e.case_id, l.state, l.valid_from, l.valid_to, e.at
  FROM event e, jsonb_populate_record(NULL::licence, {licence}) l`,
      { licence: licence.columns },
    );
  if (licence?.granted === false)
    yield {
      name: 'changed_licence',
      changes: 1,
      sql: `UPDATE licence c SET state = l.state, changed_at = e.at
  FROM event e, jsonb_populate_record(NULL::licence, {licence}) l WHERE c.case_id = e.case_id
  RETURNING 1`,
      values: { licence: licence.columns },
    };
  if (breaches.length > 0)
    yield part(
      'credited',
      `INSERT INTO credit_record (enterprise_id, kind, ground, since, until, bars_commitment, case_id, version)
  SELECT f.enterprise_id, 'breach', r.ground, r.since, r.until, r.ground <> 'rectificationOverdue', e.case_id, e.version
  FROM event e, filed f, jsonb_populate_recordset(NULL::credit_record, {breaches}) r`,
      { breaches },
    );
  if (letters.length > 0) yield writtenLetters(letters);
  if (messages.length > 0)
    yield part(
      'sent',
      `INSERT INTO outbox (kind, case_id, version, payload) SELECT m.kind, e.case_id, e.version, m.payload
  FROM event e, jsonb_to_recordset({messages}) AS m (kind text, payload jsonb)`,
      { messages },
    );
}

const writtenLetters = (letters: TurnRows['letters']): Part =>
  part(
    'written_letter',
    `INSERT INTO letter_out (case_id, sequence, version, kind, number, key, letter)
  SELECT e.case_id, l.sequence, e.version, l.kind, n.number, l.key, l.letter || jsonb_build_object('number', n.number, 'caseNumber', f.number)
  FROM event e, file f, jsonb_to_recordset({letters}) AS l (sequence int, kind text, key text, letter jsonb),
    LATERAL (SELECT ${numberAtLetter('l.sequence')} AS number) n`,
    { letters },
  );
