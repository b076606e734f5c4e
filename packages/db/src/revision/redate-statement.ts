import { AUDIT_COLUMNS } from '../audit.ts';
import { NOTICE_CHANNEL } from '../notice.ts';

/**
 * SQL: writes the re-dated rows `$1` and the dates `$2` of revision `$3`, and tells. How many cases and how many dates it
 * wrote says whether the projections hold what the ledger says.
 */
export const REDATE = `
WITH row AS (SELECT event, audit FROM jsonb_to_recordset($1::jsonb) AS r (event jsonb, audit jsonb)
), head AS (SELECT e.* FROM row r, jsonb_populate_record(NULL::case_event, r.event) e
), date AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS d (case_id uuid, key text, due_on date, due_at timestamptz, provisional boolean, why jsonb, "limit" jsonb)
), event AS (
  INSERT INTO case_event (case_id, version, request_id, kind, at, person_id, post_id, role, person_name, unit_name_zh, unit_name_en,
    input, entries, dues, digest, previous_hash, hash, hash_algorithm)
  SELECT case_id, version, request_id, kind, at, person_id, post_id, role, person_name, unit_name_zh, unit_name_en,
    input, entries, dues, digest, previous_hash, hash, hash_algorithm FROM head
  RETURNING case_id, version, at, person_id, person_name, role
), file AS (
  UPDATE case_file f SET version = e.version, updated_at = e.at FROM event e WHERE f.case_id = e.case_id AND f.state = 'open'
  RETURNING f.case_id, f.version, f.number, f.procedure, f.edition, f.item, f.province, f.enterprise_id, f.secret_since
), audited AS (
  INSERT INTO audit (${AUDIT_COLUMNS})
  SELECT a.stream, a.position, a.at, a.action, a.person_id, a.post_id, a.role, a.who, a.detail, a.previous_hash, a.hash, a.hash_algorithm, a.province
  FROM row r, jsonb_populate_record(NULL::audit, r.audit) a
), duties AS (
  UPDATE duty d SET due_on = x.due_on, due_at = x.due_at, provisional = x.provisional, why = x.why,
    "limit" = CASE WHEN d."limit" IS NOT NULL THEN x."limit" END
  FROM date x WHERE d.case_id = x.case_id AND d.key = x.key AND d.state = 'open'
  RETURNING d.case_id, d.unit_id, d.role
), clocks AS (
  UPDATE clock c SET due_on = x.due_on, due_at = x.due_at, provisional = x.provisional, why = x.why, "limit" = x."limit"
  FROM date x WHERE c.case_id = x.case_id AND 'clock:' || c.name = x.key AND c.stopped_version IS NULL
  RETURNING 1
), sent AS (
  INSERT INTO outbox (kind, case_id, version, payload)
  SELECT 'ledgerGrew', case_id, version, jsonb_build_object('revisionId', $3::text) FROM event ORDER BY case_id
), touched AS (
  SELECT case_id, jsonb_agg(DISTINCT unit_id) FILTER (WHERE unit_id IS NOT NULL) AS units, jsonb_agg(DISTINCT role) AS roles
  FROM duties GROUP BY case_id
), notified AS (
  SELECT pg_notify('${NOTICE_CHANNEL}', jsonb_build_object('caseId', f.case_id, 'version', f.version, 'number', f.number,
    'procedure', f.procedure, 'edition', f.edition, 'item', f.item, 'province', f.province, 'enterprise', f.enterprise_id,
    'secret', f.secret_since IS NOT NULL, 'units', coalesce(t.units, '[]'), 'roles', coalesce(t.roles, '[]'), 'by', e.person_id, 'byName', e.person_name, 'byRole', e.role,
    'duty', NULL, 'outcome', 'redate')::text)
  FROM file f JOIN event e USING (case_id) LEFT JOIN touched t USING (case_id)
)
SELECT (SELECT count(*) FROM file) AS cases, (SELECT count(*) FROM duties) + (SELECT count(*) FROM clocks) AS dates,
  (SELECT count(*) FROM notified) AS notices`;
