import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { answersFor, type PlaceOfPost } from '@lianban/domain/stand-in';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit } from '../audit.ts';
import { lockCalendar, lockStream } from '../locks.ts';
import { organisationStream } from '../organisation/administration.ts';
import { heldPosts, TODAY } from '../organisation/held-posts.ts';
import { selectOne } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';

/** Who names a deputy or takes one back: somebody in a post of their own. */
export interface Giver {
  readonly by: Actor;
  readonly place: PlaceOfPost;
}

/** Such an act under way: its transaction, who acts, and when. */
export interface Giving extends Giver {
  readonly client: PoolClient;
  readonly now: Instant;
  readonly today: CivilDate;
}

/**
 * Runs `work` in one transaction, one act on the organisation of a province at a time; no turn is committed and nothing
 * claimed meanwhile.
 * @throws LianbanError FORBIDDEN for whoever stands in themselves, as nobody hands on what they were handed, and for whoever has lost the post.
 */
export function giving<T>(pool: Pool, giver: Giver, work: (act: Giving) => Promise<T>): Promise<T> {
  const { by, place } = giver;
  const locks = `${lockCalendar}; ${lockStream(organisationStream(place.province))}`;
  return inTransaction<T>(pool, locks, async (client) => {
    const { isHeld, ...moment } = await selectOne<{ now: Instant; today: CivilDate; isHeld: boolean }>(client, {
      text: `SELECT date_trunc('milliseconds', clock_timestamp()) AS now, ${TODAY} AS today,
        EXISTS (SELECT FROM ${heldPosts} o WHERE o.id = $1 AND o.person_id = $2) AS "isHeld"`,
      values: [by.postId, by.personId],
    });
    if (!isHeld) throw new LianbanError('FORBIDDEN');
    return work({ ...giver, client, ...moment });
  });
}

/** Whether somebody may name the deputy of that post: its holder, and whoever answers for it. */
export const mayNameFor = ({ by, place }: Giver, post: PlaceOfPost & { readonly personId: string }): boolean =>
  by.personId === post.personId || answersFor(place, post);

/** Writes the act into the audit, in the chain of the province's organisation. */
export const noteGiving = (
  { client, by, now, place }: Giving,
  action: 'standIn.give' | 'standIn.end',
  detail: Readonly<Record<string, unknown>>,
): Promise<void> => appendAudit(client, { stream: organisationStream(place.province), at: now, action, by, detail });
