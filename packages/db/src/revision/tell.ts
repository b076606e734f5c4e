import type { Instant } from '@lianban/domain/civil-date';
import { recipients, tellPosts, withDeputies } from '../ladder/recipients.ts';
import { NOTICE_CHANNEL } from '../notice.ts';
import { select, type Queryable } from '../queryable.ts';

// A day that stays, though counted otherwise, asks nothing of anybody.
const TEXT = `
WITH sent AS (
  SELECT DISTINCT case_id AS message, case_id, key, 'owner' AS told FROM revision_change WHERE revision_id = $1 AND shift IN ('later', 'earlier')
), ${recipients}, ${withDeputies}, concerned AS (
  SELECT message, post_id, for_post_id FROM reached
  UNION
  SELECT s.case_id, h.id, NULL FROM sent s JOIN case_file f USING (case_id) JOIN held h ON h.enterprise_id = f.enterprise_id
), noted AS (
  INSERT INTO message (post_id, revision_id, at, cases, case_id, for_post_id)
  SELECT post_id, $1, $2, count(*), CASE WHEN count(*) = 1 THEN min(message::text)::uuid END,
    CASE WHEN count(*) = count(for_post_id) THEN min(for_post_id::text)::uuid END FROM concerned GROUP BY post_id
  RETURNING post_id
)
${tellPosts(NOTICE_CHANNEL)}`;

/**
 * Tells once each of the posts whose cases an applied revision moved: those that owe something whose day moved, who stands in
 * for them, and the enterprises of the cases.
 */
export async function tellOfRevision(db: Queryable, revisionId: string, at: Instant): Promise<void> {
  await select(db, { text: TEXT, values: [revisionId, at] });
}
