import type { Instant } from '@lianban/domain/civil-date';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, caseStream } from '../audit.ts';
import { passOn } from '../involvement/pass-on.ts';
import { STRANDED, vacate } from '../involvement/vacate.ts';
import { lockCalendar } from '../locks.ts';
import { NOTICE_CHANNEL } from '../notice.ts';
import { select, selectFirst } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import { unmannedOn } from './acting-posts.ts';
import { heldPosts, TODAY } from './held-posts.ts';
import { hasLeftPool, isLiaisonRole } from './liaison-pool.ts';

/** Whose duties are handed back, or everybody's for null; who does it, null for nobody when a post ends by its day; and when. */
export interface HandingBack {
  readonly of: string | null;
  readonly by: Actor | null;
  readonly at: Instant;
}

interface HandedBack {
  readonly caseId: string;
  readonly duty: string;
  readonly personId: string;
  readonly postId: string;
  readonly name: string;
}

/** SQL: whoever took `d` has gone away since, and nobody stands in for them; what they take while they are away is theirs. */
export const LEFT_BEHIND = unmannedOn(
  TODAY,
  'd.claimed_by_post',
  `d.claimed_at < greatest(g.given_at, g.from_on::timestamp AT TIME ZONE 'Asia/Shanghai')`,
);

/** SQL: whoever took `d` as a liaison officer has left the pool of them. */
const LEFT_POOL = `${isLiaisonRole('d.role')} AND ${hasLeftPool('d.claimed_by_person')}`;

/** SQL: open duties `d` that were taken in a post in which nobody may act any more, or that is left behind, or by a liaison officer who has left the pool. */
const STRAY = `d.state = 'open' AND d.claimed_by_post IS NOT NULL
  AND (NOT EXISTS (SELECT FROM ${heldPosts} held WHERE held.id = d.claimed_by_post) OR ${LEFT_BEHIND} OR ${LEFT_POOL})`;

// Those who look at the pool see it at once.
const RETURN = `
WITH stray AS (
  SELECT d.case_id, d.key, d.claimed_by_person AS person, d.claimed_by_post AS post FROM duty d
  WHERE ${STRAY} AND ($1::uuid IS NULL OR d.claimed_by_person = $1)
), returned AS (
  UPDATE duty d SET claimed_by_person = NULL, claimed_by_post = NULL, claimed_at = NULL
  FROM stray s WHERE d.case_id = s.case_id AND d.key = s.key
  RETURNING d.case_id, d.key, d.unit_id, d.role, d.province, s.person, s.post
)
SELECT r.case_id AS "caseId", r.key AS duty, r.person AS "personId", r.post AS "postId", p.name,
  pg_notify('${NOTICE_CHANNEL}', jsonb_build_object('caseId', r.case_id, 'version', f.version, 'number', f.number, 'procedure', f.procedure,
    'edition', f.edition, 'item', f.item, 'province', r.province, 'enterprise', NULL, 'secret', f.secret_since IS NOT NULL,
    'units', jsonb_build_array(r.unit_id), 'roles', jsonb_build_array(r.role),
    'by', r.person, 'byName', p.name, 'duty', r.key, 'outcome', 'release')::text)
FROM returned r JOIN case_file f USING (case_id) JOIN person p ON p.id = r.person ORDER BY r.case_id, r.key`;

/**
 * Puts every duty that was taken in a post nobody may act in any more back into its pool, each with an entry in the audit of
 * its case, and gives what was asked in one back to whoever holds the duty. Gives how many duties. The transaction holds {@link lockCalendar}, so that nothing is claimed or committed meanwhile.
 */
export async function handBack(client: PoolClient, { of, by, at }: HandingBack): Promise<number> {
  const returned = await select<HandedBack>(client, { name: 'duties-hand-back', text: RETURN, values: [of] });
  for (const { caseId, duty, personId, postId, name } of returned) {
    const detail = { duty, from: { personId, postId, name } };
    await appendAudit(client, { stream: caseStream(caseId), at, action: 'duty.handBack', by, detail });
    await passOn(client, { caseId, duty, to: null, at });
  }
  // After the duties, so that whoever holds them now is told.
  await vacate(client, { of, by, at });
  return returned.length;
}

/** Hands back what was taken in posts and under letters that have ended by their day. Gives how many duties. */
export async function handBackEnded(pool: Pool, at: Instant): Promise<number> {
  const text = `SELECT FROM duty d WHERE ${STRAY} UNION ALL SELECT FROM involvement i WHERE ${STRANDED} LIMIT 1`;
  if ((await selectFirst(pool, { name: 'duties-stray', text })) === undefined) return 0;
  return inTransaction(pool, lockCalendar, (client) => handBack(client, { of: null, by: null, at }));
}
