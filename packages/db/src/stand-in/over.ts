import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, personStream } from '../audit.ts';
import { lockCalendar, lockStream } from '../locks.ts';
import { organisationStream } from '../organisation/administration.ts';
import { postsHeldOn, TODAY } from '../organisation/held-posts.ts';
import { select, selectFirst } from '../queryable.ts';
import { endWithin } from '../sign-in/sessions.ts';
import { inTransaction } from '../transaction.ts';
import { tellOfDelegation } from './tell.ts';

/** Why a delegation ends before its last day: somebody ended it, the deputy fell away, or the principal lost the post. */
export type Because = 'ended' | 'deputyGone' | 'postGone';

/** A delegation that ends. */
export interface Ending {
  readonly delegationId: string;
  readonly because: Because;
  /** Null where a post was lost. */
  readonly by: Actor | null;
  readonly at: Instant;
  readonly reason: string | null;
}

interface Ended {
  readonly deputyId: string | null;
}

const END = `
UPDATE delegation g SET ended_at = $2, ended_because = $3, ended_by = $4, ended_by_name = (SELECT name FROM person WHERE id = $4), end_reason = $5
WHERE g.id = $1 RETURNING (SELECT d.person_id FROM post d WHERE d.id = g.deputy_post_id) AS "deputyId"`;

// Whoever was away from the whole post still is: the check of duties without an owner is to find them.
const GO_ON = `
INSERT INTO delegation (post_id, province, kind, from_on, to_on, reason, given_at)
SELECT post_id, province, kind, greatest(from_on, ${TODAY}), to_on, reason, $2 FROM delegation WHERE id = $1 AND kind = 'post'`;

/**
 * Ends a delegation at once: sessions in which somebody stood in by it end, live events too, and where the deputy falls
 * away the absence goes on without one. The transaction holds {@link lockCalendar}.
 */
export async function endDelegation(client: PoolClient, ending: Ending): Promise<void> {
  const { delegationId, because, by, at, reason } = ending;
  const values = [delegationId, at, because, by?.personId ?? null, reason];
  const ended = await selectFirst<Ended>(client, { text: END, values });
  await tellOfDelegation(client, delegationId, { news: because, at, by });
  if (because === 'deputyGone') await select(client, { text: GO_ON, values: [delegationId, at] });
  const deputyId = ended?.deputyId ?? null;
  if (deputyId === null) return;
  await select(client, { text: lockStream(personStream(deputyId)) });
  await endWithin(client, deputyId, { which: { over: true }, action: 'session.end', by });
}

/** SQL: the post is held on the first day on which the delegation `g` matters from now on. */
const isHeld = (post: string): string =>
  `EXISTS (SELECT FROM ${postsHeldOn(`greatest(g.from_on, ${TODAY})`)} o WHERE o.id = ${post})`;

/** SQL: delegations `g` that have not run out and of which one side has lost the post. */
const BROKEN = `g.ended_at IS NULL AND g.to_on >= ${TODAY}
  AND (NOT ${isHeld('g.post_id')} OR (g.deputy_post_id IS NOT NULL AND NOT ${isHeld('g.deputy_post_id')}))`;

interface Broken {
  readonly id: string;
  readonly because: Because;
  readonly personId: string;
  readonly name: string;
  readonly postId: string;
  readonly toOn: CivilDate;
}

/**
 * Ends every delegation of the province of which one side no longer holds the post: the account was disabled, or the post
 * has ended or moved. The transaction holds {@link lockCalendar} and the chain of the province's organisation.
 */
export async function endBroken(
  client: PoolClient,
  { province, by, at }: { readonly province: Province; readonly by: Actor | null; readonly at: Instant },
): Promise<void> {
  const broken = await select<Broken>(client, {
    text: `SELECT g.id, g.post_id AS "postId", g.to_on AS "toOn", p.id AS "personId", p.name,
        CASE WHEN ${isHeld('g.post_id')} THEN 'deputyGone' ELSE 'postGone' END AS because
      FROM delegation g JOIN post o ON o.id = g.post_id JOIN person p ON p.id = o.person_id
      WHERE g.province = $1 AND ${BROKEN} ORDER BY g.id`,
    values: [province],
  });
  for (const { id, because, personId, name, postId, toOn } of broken) {
    await endDelegation(client, { delegationId: id, because, by, at, reason: null });
    const detail = { person: { personId, name }, delegation: id, post: postId, to: toOn, because };
    await appendAudit(client, { stream: organisationStream(province), at, action: 'standIn.over', by, detail });
  }
}

/** Ends those of which one side has lost the post by a day that has come. */
export async function endBrokenByDay(pool: Pool, at: Instant): Promise<void> {
  const text = `SELECT DISTINCT g.province FROM delegation g WHERE ${BROKEN} ORDER BY g.province`;
  for (const { province } of await select<{ province: Province }>(pool, { name: 'delegations-broken', text }))
    await inTransaction(pool, `${lockCalendar}; ${lockStream(organisationStream(province))}`, (client) =>
      endBroken(client, { province, by: null, at }),
    );
}
