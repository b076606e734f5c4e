import { LianbanError } from '@lianban/domain/error';
import { NOTICE_CHANNEL } from '../notice.ts';
import { selectOne, type Queryable } from '../queryable.ts';
import type { TurnRows } from './rows.ts';

// Everything hangs on the ledger row: `event` is empty when somebody else's row stands there, and then nothing is
// written. Parts of one statement do not see each other's rows, so no row is both inserted and updated here.
const TEXT = `
WITH head AS (
  SELECT * FROM jsonb_populate_record(NULL::case_event, $1)
), event AS (
  INSERT INTO case_event (case_id, version, request_id, kind, at, person_id, post_id, role, person_name, unit_name_zh,
    unit_name_en, input, entries, dues, digest, previous_hash, hash, hash_algorithm)
  SELECT case_id, version, request_id, kind, at, person_id, post_id, role, person_name, unit_name_zh,
    unit_name_en, input, entries, dues, digest, previous_hash, hash, hash_algorithm
  FROM head h
  WHERE h.version = 1 OR EXISTS (SELECT FROM case_event e WHERE e.case_id = h.case_id AND e.version = h.version - 1)
  ON CONFLICT DO NOTHING
  RETURNING case_id, version, at
), opened_file AS (
  INSERT INTO case_file (case_id, number, acceptance_number, procedure, edition, item, item_edition, enterprise_id, province,
    state, ending, version, parent_case_id, opened_at, updated_at)
  SELECT e.case_id, f.number, f.acceptance_number, f.procedure, f.edition, f.item, f.item_edition, f.enterprise_id, f.province,
    f.state, f.ending, e.version, f.parent_case_id, e.at, e.at
  FROM event e, jsonb_populate_record(NULL::case_file, $2) f WHERE e.version = 1
  RETURNING number, procedure, edition, province, enterprise_id
), moved_file AS (
  UPDATE case_file c SET version = e.version, updated_at = e.at, state = f.state, ending = f.ending,
    acceptance_number = coalesce(c.acceptance_number, f.acceptance_number)
  FROM event e, jsonb_populate_record(NULL::case_file, $2) f WHERE e.version > 1 AND c.case_id = e.case_id
  RETURNING c.number, c.procedure, c.edition, c.province, c.enterprise_id
), file AS (
  SELECT * FROM opened_file UNION ALL SELECT * FROM moved_file
), opened_duty AS (
  INSERT INTO duty (case_id, key, step, kind, role, unit_id, enterprise_id, province, policy, lapses, rule, "limit", clock,
    start_on, due_on, due_at, provisional, why, without, blocked, state, opened_at, opened_version, settled_at, settled_version, outcome)
  SELECT e.case_id, d.key, d.step, d.kind, d.role, d.unit_id, d.enterprise_id, f.province, d.policy, d.lapses, d.rule,
    d."limit", d.clock, d.start_on, d.due_on, d.due_at, d.provisional, d.why, d.without,
    d.blocked, d.state, e.at, e.version,
    CASE WHEN d.state <> 'open' THEN e.at END, CASE WHEN d.state <> 'open' THEN e.version END, d.outcome
  FROM event e, jsonb_populate_recordset(NULL::duty, $3) d, jsonb_populate_record(NULL::case_file, $2) f
  RETURNING unit_id, role
), changed_duty AS (
  UPDATE duty d SET
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
    FROM jsonb_to_recordset($4) AS c (key text, state text, outcome text, dated boolean, due_on date, due_at timestamptz,
      provisional boolean, why jsonb, reblocked boolean, blocked jsonb)
    JOIN duty k ON k.case_id = ($1 ->> 'case_id')::uuid AND k.key = c.key
  ) x
  WHERE d.case_id = e.case_id AND d.key = x.key AND d.state = 'open'
  RETURNING d.unit_id, d.role
), opened_clock AS (
  INSERT INTO clock (case_id, name, started_version, rule, "limit", start_on, due_on, due_at, provisional, why, started_at, stopped_on, stopped_version)
  SELECT e.case_id, c.name, e.version, c.rule, c."limit", c.start_on, c.due_on, c.due_at, c.provisional, c.why, e.at,
    c.stopped_on, CASE WHEN c.stopped_on IS NOT NULL THEN e.version END
  FROM event e, jsonb_populate_recordset(NULL::clock, $5) c
), changed_clock AS (
  UPDATE clock c SET
    due_on = CASE WHEN x.dated THEN x.due_on ELSE c.due_on END,
    due_at = CASE WHEN x.dated THEN x.due_at ELSE c.due_at END,
    provisional = CASE WHEN x.dated THEN x.provisional ELSE c.provisional END,
    why = CASE WHEN x.dated THEN x.why ELSE c.why END,
    stopped_on = x.stopped_on,
    stopped_version = CASE WHEN x.stopped_on IS NOT NULL THEN e.version END
  FROM event e, jsonb_to_recordset($6) AS x (name text, dated boolean, due_on date, due_at timestamptz, provisional boolean, why jsonb, stopped_on date)
  WHERE c.case_id = e.case_id AND c.name = x.name AND c.stopped_version IS NULL
  RETURNING 1
), opened_span AS (
  INSERT INTO clock_span (case_id, clock, span, opened_version, kind, reason, title, from_on, to_on, closed_version)
  SELECT e.case_id, s.clock, s.span, e.version, s.kind, s.reason, s.title, s.from_on, s.to_on, CASE WHEN s.to_on IS NOT NULL THEN e.version END
  FROM event e, jsonb_populate_recordset(NULL::clock_span, $7) s
), closed_span AS (
  UPDATE clock_span s SET to_on = x.to_on, closed_version = e.version
  FROM event e, jsonb_to_recordset($8) AS x (span text, to_on date)
  WHERE s.case_id = e.case_id AND s.span = x.span AND s.closed_version IS NULL
  RETURNING 1
), issued AS (
  INSERT INTO document (case_id, version, position, type, number, duty, at, issued_on, fields)
  SELECT e.case_id, e.version, d.position, d.type, d.number, d.duty, e.at, $14::date, d.fields
  FROM event e, jsonb_populate_recordset(NULL::document, $9) d
), granted AS (
  INSERT INTO licence (number, enterprise_id, item, province, case_id, state, valid_from, valid_to, changed_at)
  SELECT l.number, l.enterprise_id, l.item, l.province, e.case_id, l.state, l.valid_from, l.valid_to, e.at
  FROM event e, jsonb_populate_record(NULL::licence, $10) l WHERE l.number IS NOT NULL
), changed_licence AS (
  UPDATE licence c SET state = l.state, changed_at = e.at
  FROM event e, jsonb_populate_record(NULL::licence, $10) l WHERE l.state IS NOT NULL AND l.number IS NULL AND c.case_id = e.case_id
  RETURNING 1
), credited AS (
  INSERT INTO credit_record (enterprise_id, kind, ground, since, until, bars_commitment, case_id, version)
  SELECT f.enterprise_id, 'breach', r.ground, r.since, r.until, true, e.case_id, e.version
  FROM event e, jsonb_populate_recordset(NULL::credit_record, $11) r, jsonb_populate_record(NULL::case_file, $2) f
), sent AS (
  INSERT INTO outbox (kind, case_id, version, payload)
  SELECT 'openCase', e.case_id, e.version, $12 FROM event e WHERE $12::jsonb IS NOT NULL
), recorded AS (
  UPDATE submission s SET state = 'recorded', version = e.version, refusal = NULL
  FROM event e, head h WHERE s.request_id = h.request_id AND s.case_id = e.case_id
), audited AS (
  INSERT INTO audit (stream, position, at, action, person_id, post_id, role, detail, previous_hash, hash, hash_algorithm)
  SELECT a.stream, a.position, a.at, a.action, a.person_id, a.post_id, a.role, a.detail, a.previous_hash, a.hash, a.hash_algorithm
  FROM event e, jsonb_populate_record(NULL::audit, $13) a
), touched AS (
  SELECT * FROM opened_duty UNION SELECT * FROM changed_duty
)
SELECT
  (SELECT count(*) FROM event) AS appended,
  (SELECT count(*) FROM changed_duty) + (SELECT count(*) FROM changed_clock) + (SELECT count(*) FROM closed_span)
    + (SELECT count(*) FROM changed_licence) AS changed,
  (SELECT pg_notify('${NOTICE_CHANNEL}', jsonb_build_object(
     'caseId', e.case_id, 'version', e.version, 'number', f.number, 'procedure', f.procedure, 'edition', f.edition,
     'province', f.province, 'enterprise', f.enterprise_id,
     'units', (SELECT coalesce(jsonb_agg(DISTINCT t.unit_id), '[]') FROM touched t WHERE t.unit_id IS NOT NULL),
     'roles', (SELECT coalesce(jsonb_agg(DISTINCT t.role), '[]') FROM touched t),
     'by', h.person_id, 'byName', h.person_name, 'duty', h.input ->> 'duty', 'outcome', coalesce(h.input ->> 'outcome', h.kind))::text)
   FROM event e, head h, file f) AS told`;

/**
 * Writes the rows in one statement. False when a row already stands at that version; then nothing was written.
 * @throws LianbanError INTERNAL when the projections do not hold what the turn changes; the transaction must end.
 */
export async function writeTurn(db: Queryable, rows: TurnRows): Promise<boolean> {
  const { duties, clocks, licence, message } = rows;
  const changes = [
    ...[
      rows.event,
      rows.file,
      duties.opened,
      duties.changed,
      clocks.opened,
      clocks.changed,
      clocks.spansOpened,
      clocks.spansClosed,
    ],
    ...[rows.documents, licence ?? {}, rows.breaches, message, rows.audit],
  ].map((value) => (value === null ? null : JSON.stringify(value)));
  const values = [...changes, rows.issuedOn];
  const { appended, changed } = await selectOne<{ appended: number; changed: number }>(db, {
    name: 'commit-turn',
    text: TEXT,
    values,
  });
  if (appended === 0) return false;
  const expected =
    duties.changed.length +
    clocks.changed.length +
    clocks.spansClosed.length +
    (licence !== null && !('number' in licence) ? 1 : 0);
  if (changed !== expected)
    throw new LianbanError('INTERNAL', { reason: 'projection differs from ledger', expected, changed });
  return true;
}
