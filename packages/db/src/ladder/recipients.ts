import { coversCase, standIns } from '../organisation/acting-posts.ts';
import { heldPosts } from '../organisation/held-posts.ts';

/**
 * SQL: CTEs that turn `sent (message, case_id, key, told)`, with one row per role that is to be told and each message about one
 * case, into `told (message, case_id, post_id)`: the posts held today by the owner, or by the role in the owner's unit, or else in the unit
 * that holds the role for the item there. The owner is who has taken the duty, otherwise everybody in its pool; of a
 * clock, whoever owes something in its case, and the case officers when nobody of the agency does. Of a secret case only
 * posts are told to which it is open.
 */
export const recipients = `
owed AS (
  SELECT DISTINCT s.message, s.case_id, s.told, f.province, f.item, d.enterprise_id, coalesce(d.role, 'OFF') AS role, d.claimed_by_post AS taken,
    coalesce(d.unit_id, CASE WHEN d.enterprise_id IS NULL THEN (SELECT u.unit_id FROM unit_duty u
      WHERE u.province = f.province AND u.role = 'OFF' AND (u.item IS NULL OR u.item = f.item) ORDER BY u.item NULLS LAST LIMIT 1) END) AS unit_id
  FROM sent s JOIN case_file f USING (case_id)
  LEFT JOIN duty d ON d.case_id = s.case_id AND d.state = 'open' AND d.kind = 'duty'
    AND (d.key = s.key OR s.key LIKE 'clock:%' AND d.unit_id IS NOT NULL)
), held AS (
  SELECT id, role, unit_id, enterprise_id FROM ${heldPosts} o
), placed AS (
  SELECT a.*, CASE WHEN EXISTS (SELECT FROM held h WHERE h.unit_id = a.unit_id AND h.role = a.told) THEN a.unit_id
    ELSE (SELECT u.unit_id FROM unit_duty u WHERE u.province = a.province AND u.role = a.told AND (u.item IS NULL OR u.item = a.item)
      ORDER BY u.item NULLS LAST LIMIT 1) END AS place
  FROM (SELECT DISTINCT province, item, unit_id, told FROM owed WHERE told <> 'owner') a
), meant AS (
  SELECT o.message, o.case_id, h.id AS post_id FROM owed o JOIN held h ON h.id = o.taken WHERE o.told = 'owner'
  UNION
  SELECT o.message, o.case_id, h.id FROM owed o JOIN held h ON h.unit_id = o.unit_id AND h.role = o.role OR h.enterprise_id = o.enterprise_id
  WHERE o.told = 'owner' AND NOT EXISTS (SELECT FROM held t WHERE t.id = o.taken)
  UNION
  SELECT o.message, o.case_id, h.id FROM owed o
  JOIN placed p ON p.told = o.told AND p.province = o.province AND p.item = o.item AND p.unit_id IS NOT DISTINCT FROM o.unit_id
  JOIN held h ON h.unit_id = p.place AND h.role = o.told
), told AS (
  SELECT m.message, m.case_id, m.post_id FROM meant m JOIN case_file f USING (case_id) JOIN post o ON o.id = m.post_id
  WHERE f.secret_since IS NULL OR o.enterprise_id IS NOT NULL OR is_let_in(f.case_id, f.secret_by, o.person_id, o.role, o.unit_id)
)`;

/**
 * SQL: CTE that adds to `told (message, case_id, post_id)` of {@link recipients} those who stand in today for the posts told, as far as
 * the case is among their matters: `reached (message, post_id, for_post_id)`. They are told in their own post, once; who is
 * told there already is not told again.
 */
export const withDeputies = `
deputised AS (
  SELECT DISTINCT ON (t.message, s.own_post_id) t.message, s.own_post_id AS post_id, t.post_id AS for_post_id
  FROM told t JOIN ${standIns} s ON s.post_id = t.post_id
  WHERE NOT EXISTS (SELECT FROM told own WHERE own.message = t.message AND own.post_id = s.own_post_id)
    AND EXISTS (SELECT FROM case_file f WHERE f.case_id = t.case_id AND ${coversCase('s.matters', 'f')})
  ORDER BY t.message, s.own_post_id, t.post_id
), reached AS (
  SELECT DISTINCT message, post_id, NULL::uuid AS for_post_id FROM told
  UNION ALL
  SELECT message, post_id, for_post_id FROM deputised
)`;

/** Posts per notice, so that none is longer than the server takes. */
const POSTS_PER_NOTICE = 100;

/** SQL: tells the browsers of the posts in `noted (post_id)`; needs to be selected from. */
export const tellPosts = (channel: string): string => `
SELECT pg_notify('${channel}', jsonb_build_object('posts', jsonb_agg(n.post_id))::text) FROM (
  SELECT post_id, row_number() OVER (ORDER BY post_id) / ${POSTS_PER_NOTICE} AS part FROM (SELECT DISTINCT post_id FROM noted) p
) n GROUP BY n.part`;
