import type { Turn } from '@lianban/workflows/kernel/turn';
import { tellPosts, withDeputies } from '../ladder/recipients.ts';
import { NOTICE_CHANNEL } from '../notice.ts';
import { heldPosts } from '../organisation/held-posts.ts';
import { select, type Queryable } from '../queryable.ts';

const TELL = `
WITH sent AS (
  SELECT d.key AS message, d.case_id, d.claimed_by_post FROM duty d WHERE d.case_id = $1 AND d.key = ANY ($3::text[]) AND d.claimed_by_post IS NOT NULL
), told AS (
  SELECT s.message, s.case_id, o.id AS post_id FROM sent s JOIN ${heldPosts} o ON o.id = s.claimed_by_post WHERE o.id <> $4
), ${withDeputies}, noted AS (
  SELECT r.message, r.post_id, r.for_post_id FROM reached r
), written AS (
  INSERT INTO message (post_id, case_id, version, key, at, for_post_id)
  SELECT n.post_id, e.case_id, e.version, n.message, e.at, n.for_post_id FROM noted n JOIN case_event e ON e.case_id = $1 AND e.version = $2
), notified AS (${tellPosts(NOTICE_CHANNEL)})
SELECT count(*) FROM notified`;

/**
 * Tells those who had taken what an act had opened, and who stands in for them, that the act was taken back: the step is on
 * their list no more. Within the transaction of that turn; nothing for any other turn.
 */
export async function tellOfRetraction(db: Queryable, { caseId, version, input, entries }: Turn): Promise<void> {
  if (input.kind !== 'retract') return;
  const gone = entries.flatMap((entry) => (entry.type === 'cancelled' ? [entry.key] : []));
  if (gone.length === 0) return;
  const values = [caseId, version, gone, input.by.postId];
  await select(db, { name: 'retraction-tell', text: TELL, values });
}
