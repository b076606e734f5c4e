import type { Instant } from '@lianban/domain/civil-date';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import { tellPosts } from '../ladder/recipients.ts';
import { NOTICE_CHANNEL } from '../notice.ts';
import { standIns } from '../organisation/acting-posts.ts';
import { heldPosts } from '../organisation/held-posts.ts';
import { select, type Queryable } from '../queryable.ts';
import type { Because } from './over.ts';

/** What there is to say of a delegation: that it was entered, or why it ended before its last day. */
export type DelegationNews = 'named' | Because;

// The head of the unit may be away as well; then whoever stands in for the whole post is told in their own.
const TELL = `
WITH given AS (
  SELECT g.id, g.deputy_post_id, o.id AS principal_post_id, o.unit_id, o.province FROM delegation g JOIN post o ON o.id = g.post_id WHERE g.id = $1
), concerned AS (
  SELECT h.id AS post_id, h.person_id FROM given g JOIN ${heldPosts} h ON h.id IN (g.deputy_post_id, g.principal_post_id)
    OR (h.unit_id = g.unit_id AND h.province = g.province AND h.role = 'SEC')
), told AS (
  SELECT post_id, person_id, NULL::uuid AS for_post_id FROM concerned
  UNION
  SELECT s.own_post_id, s.deputy_id, c.post_id FROM concerned c JOIN ${standIns} s ON s.post_id = c.post_id, given g
  WHERE s.matters IS NULL AND c.post_id IS DISTINCT FROM g.principal_post_id
), noted AS (
  SELECT DISTINCT ON (post_id) post_id, for_post_id FROM told WHERE person_id IS DISTINCT FROM $4::uuid ORDER BY post_id, for_post_id NULLS FIRST
), written AS (
  INSERT INTO message (post_id, delegation_id, news, at, for_post_id) SELECT post_id, $1, $2, $3, for_post_id FROM noted
), notified AS (${tellPosts(NOTICE_CHANNEL)})
SELECT count(*) FROM notified`;

/**
 * Tells of a delegation the deputy, whoever is away, and the head of their unit, each once and in their own post, in the
 * transaction that enters or ends it; who acts does not tell themselves.
 */
export async function tellOfDelegation(
  db: Queryable,
  delegationId: string,
  { news, at, by }: { readonly news: DelegationNews; readonly at: Instant; readonly by: Actor | null },
): Promise<void> {
  await select(db, { name: 'delegation-tell', text: TELL, values: [delegationId, news, at, by?.personId ?? null] });
}
