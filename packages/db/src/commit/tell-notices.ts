import type { Turn } from '@lianban/workflows/kernel/turn';
import { tellPosts, withDeputies } from '../ladder/recipients.ts';
import { NOTICE_CHANNEL } from '../notice.ts';
import { heldPosts } from '../organisation/held-posts.ts';
import { select, type Queryable } from '../queryable.ts';
import type { Filing } from './standing.ts';

/** SQL: writes what `sent (message, case_id, version, at, notice, unit_id, role, enterprise_id)` says to the posts it names. */
const write = `told AS (
  SELECT s.message, s.case_id, o.id AS post_id FROM sent s
  JOIN ${heldPosts} o ON o.enterprise_id = s.enterprise_id OR o.unit_id = s.unit_id AND o.role = s.role
  JOIN case_file f ON f.case_id = s.case_id
  WHERE f.secret_since IS NULL OR o.enterprise_id IS NOT NULL OR is_let_in(f.case_id, f.secret_by, o.person_id, o.role, o.unit_id)
), ${withDeputies}, noted AS (
  SELECT r.message, r.post_id, r.for_post_id FROM reached r
), written AS (
  INSERT INTO message (post_id, case_id, version, key, notice, at, for_post_id)
  SELECT n.post_id, s.case_id, s.version, s.message, s.notice, s.at, n.for_post_id FROM noted n JOIN sent s USING (message)
  ON CONFLICT DO NOTHING
), notified AS (${tellPosts(NOTICE_CHANNEL)})
SELECT count(*) FROM notified`;

const TELL = `WITH sent AS (
  SELECT 'notice:' || t.notice || ':' || t.nth AS message, e.case_id, e.version, e.at, t.notice, t.unit AS unit_id, t.role,
    CASE WHEN t.unit IS NULL THEN $4::uuid END AS enterprise_id
  FROM case_event e, jsonb_to_recordset($3) AS t (nth int, notice text, unit text, role text)
  WHERE e.case_id = $1 AND e.version = $2
), ${write}`;

// The other case is told by its own row of today: nothing of it changes.
const TELL_OTHER = `WITH merged AS (
  UPDATE case_file m SET merged_into = f.case_id FROM case_file f
  WHERE m.case_id = $1 AND f.number = $3 AND f.province = m.province AND f.procedure = m.procedure AND f.case_id <> m.case_id
  RETURNING f.case_id, f.version, f.enterprise_id
), sent AS (
  SELECT 'notice:merged:' || $1 AS message, m.case_id, m.version, e.at, 'requestMerged' AS notice, NULL::text AS unit_id, NULL::text AS role, m.enterprise_id
  FROM merged m, case_event e WHERE e.case_id = $1 AND e.version = $2
), ${write}`;

// Whoever owed the step by which the letter was sent: the answer was theirs.
const TELL_CHANGED = `WITH sent AS (
  SELECT 'letter:' || $3 AS message, f.case_id, f.version, date_trunc('milliseconds', clock_timestamp()) AS at, 'opinionChanged' AS notice,
    d.unit_id, d.role, NULL::uuid AS enterprise_id
  FROM case_file f JOIN letter_out o ON o.case_id = f.case_id AND o.sequence = $2 JOIN duty d ON d.case_id = o.case_id AND d.key = o.key
  WHERE f.case_id = $1
), ${write}`;

/** Tells whoever waited for the answer to that letter of the case that another one contradicts it. */
export async function tellOpinionChanged(
  db: Queryable,
  { caseId, regards, number }: { readonly caseId: string; readonly regards: number; readonly number: string },
): Promise<void> {
  await select(db, { name: 'opinion-tell', text: TELL_CHANGED, values: [caseId, regards, number] });
}

/**
 * Tells people what a turn has for them without asking anything, and those of the case in which a matter goes on. Within the
 * transaction of that turn; nothing for most turns.
 */
export async function tellNotices(db: Queryable, { caseId, version, entries }: Turn, filing: Filing): Promise<void> {
  const told = entries.flatMap((entry) => (entry.type === 'told' ? [entry] : []));
  if (told.length > 0) {
    const rows = told.map(({ notice, unit, role }, nth) => ({ nth, notice, unit, role }));
    const values = [caseId, version, JSON.stringify(rows), filing.enterpriseId];
    await select(db, { name: 'notices-tell', text: TELL, values });
  }
  const merged = entries.find((entry) => entry.type === 'merged');
  if (merged !== undefined)
    await select(db, { name: 'merger-tell', text: TELL_OTHER, values: [caseId, version, merged.into] });
}
