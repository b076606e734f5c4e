import type { Instant } from '@lianban/domain/civil-date';
import type { PoolClient } from 'pg';
import { tellPosts, withDeputies } from '../ladder/recipients.ts';
import { NOTICE_CHANNEL } from '../notice.ts';
import { heldPosts } from '../organisation/held-posts.ts';
import { select } from '../queryable.ts';

/** What there is to say of an involvement. */
export type News = 'asked' | 'answered' | 'takenBack' | 'vacant' | 'agreed' | 'refused' | 'handedOn';

/** Who is told: whoever is asked, the unit when it is a unit, whoever holds the duty, or whoever held it in that post until now. */
export interface Telling {
  readonly involvementId: string;
  readonly news: News;
  readonly to: 'asked' | 'owner' | { readonly postId: string };
}

// Of a duty in its pool everybody is told who may take it.
const TELL = `
WITH news AS (
  SELECT i.*, n.news, n."to", i.id || ' ' || n.news AS message FROM jsonb_to_recordset($1) AS n ("involvementId" uuid, news text, "to" jsonb)
  JOIN involvement i ON i.id = n."involvementId"
), concerned AS (
  SELECT n.message, n.case_id, o.id AS post_id FROM news n JOIN ${heldPosts} o ON o.id = n.post_id
    OR (n.post_id IS NULL AND o.unit_id = n.unit_id AND (n.kind = 'copy' OR o.role = n.role))
  WHERE n."to" = '"asked"'
  UNION
  SELECT n.message, n.case_id, o.id FROM news n JOIN duty d ON d.case_id = n.case_id AND d.key = n.key
  JOIN ${heldPosts} o ON o.id = d.claimed_by_post OR (d.claimed_by_post IS NULL AND o.unit_id = d.unit_id AND o.role = d.role)
  WHERE n."to" = '"owner"'
  UNION
  SELECT n.message, n.case_id, o.id FROM news n JOIN ${heldPosts} o ON o.id = (n."to" ->> 'postId')::uuid
), told AS (
  SELECT message, case_id, post_id FROM concerned WHERE post_id IS DISTINCT FROM $3::uuid
), ${withDeputies}, noted AS (
  SELECT DISTINCT r.post_id, r.for_post_id, n.id, n.news FROM reached r JOIN news n USING (message)
), written AS (
  INSERT INTO message (post_id, involvement_id, news, at, for_post_id) SELECT post_id, id, news, $2, for_post_id FROM noted
), notified AS (${tellPosts(NOTICE_CHANNEL)})
SELECT count(*) FROM notified`;

/** Puts the news into the messages of those whom they concern and of who stands in for them; who acts does not tell themselves. */
export async function tellNews(
  client: PoolClient,
  tellings: readonly Telling[],
  { at, except }: { readonly at: Instant; readonly except: string | null },
): Promise<void> {
  if (tellings.length === 0) return;
  await select(client, { name: 'involvement-tell', text: TELL, values: [JSON.stringify(tellings), at, except] });
}
