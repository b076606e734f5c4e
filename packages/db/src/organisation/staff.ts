import type { CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Capacity } from '@lianban/domain/organisation';
import type { Role } from '@lianban/domain/role';
import { selectFirst } from '../queryable.ts';
import type { Administration } from './administration.ts';

/** Somebody of the province, as an act of administration finds them. */
export interface Member {
  readonly personId: string;
  readonly name: string;
  readonly isDisabled: boolean;
  /** Null for somebody who cannot sign in, such as an outside expert. */
  readonly user: string | null;
}

/** A post that has not ended. */
export interface PresentPost {
  readonly postId: string;
  readonly personId: string;
  readonly personName: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly enterpriseId: string | null;
  /** As what they act for the enterprise; null in a unit, and where it was not kept. */
  readonly capacity: Capacity | null;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
}

/** SQL: the person `p` belongs to the province `$2` and to no other: by posts, or by a pool. */
const OF_THE_PROVINCE = `(EXISTS (SELECT FROM post o WHERE o.person_id = p.id AND o.province = $2)
    OR EXISTS (SELECT FROM pool_member m WHERE m.person_id = p.id AND m.province = $2))
  AND NOT EXISTS (SELECT FROM post o WHERE o.person_id = p.id AND o.province <> $2)`;

/**
 * Somebody of the administrator's province, who is not the administrator.
 * @throws LianbanError NO_SUCH_PERSON, OWN_RIGHTS.
 */
export async function otherPerson({ client, by, province }: Administration, personId: string): Promise<Member> {
  const member = await selectFirst<Member>(client, {
    text: `SELECT p.id AS "personId", p.name, p.disabled_at IS NOT NULL AS "isDisabled", c.user_name AS user
      FROM person p LEFT JOIN credential c ON c.person_id = p.id WHERE p.id = $1 AND ${OF_THE_PROVINCE}`,
    values: [personId, province],
  });
  if (member === undefined) throw new LianbanError('NO_SUCH_PERSON', { personId });
  if (member.personId === by.personId) throw new LianbanError('OWN_RIGHTS');
  return member;
}

/**
 * A post of somebody else in the province that has not ended.
 * @throws LianbanError NO_SUCH_POST, OWN_RIGHTS.
 */
export async function otherPost({ client, by, province, today }: Administration, postId: string): Promise<PresentPost> {
  const post = await selectFirst<PresentPost>(client, {
    text: `SELECT o.id AS "postId", o.person_id AS "personId", p.name AS "personName", o.role, o.unit_id AS "unitId",
        o.enterprise_id AS "enterpriseId", o.capacity, o.since, o.until
      FROM post o JOIN person p ON p.id = o.person_id
      WHERE o.id = $1 AND o.province = $2 AND (o.until IS NULL OR o.until >= $3)`,
    values: [postId, province, today],
  });
  if (post === undefined) throw new LianbanError('NO_SUCH_POST', { postId });
  if (post.personId === by.personId) throw new LianbanError('OWN_RIGHTS');
  return post;
}
