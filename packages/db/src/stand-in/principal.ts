import type { CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { standsIn, type PlaceOfPost } from '@lianban/domain/stand-in';
import { TODAY } from '../organisation/held-posts.ts';
import { selectFirst, type Queryable } from '../queryable.ts';
import { mayNameFor, type Giver } from './giving.ts';

/** Whoever is away, in the post that they are away from. */
export interface Principal extends PlaceOfPost {
  readonly personId: string;
  readonly name: string;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
}

/**
 * The post for which somebody names a deputy.
 * @throws LianbanError NO_SUCH_POST also for one in which nobody stands in, and for one that is not theirs to name a deputy for.
 */
export async function principalOf(
  db: Queryable,
  giver: Giver,
  { postId }: { readonly postId: string },
): Promise<Principal> {
  const post = await selectFirst<Principal>(db, {
    text: `SELECT o.person_id AS "personId", p.name, o.role, o.province, o.unit_id AS "unitId", o.since, o.until
      FROM post o JOIN person p ON p.id = o.person_id
      WHERE o.id = $1 AND (o.until IS NULL OR o.until >= ${TODAY}) AND p.disabled_at IS NULL`,
    values: [postId],
  });
  if (post === undefined || !standsIn(post.role) || !mayNameFor(giver, post))
    throw new LianbanError('NO_SUCH_POST', { postId });
  return post;
}
