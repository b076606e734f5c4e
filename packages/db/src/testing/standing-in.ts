import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import type { Pool } from 'pg';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import { select } from '../queryable.ts';
import { people } from '../seed/people.ts';
import { enterAbsence, type AbsenceAsked } from '../stand-in/give.ts';
import type { Giver } from '../stand-in/giving.ts';

/** Somebody of the demonstration by account, in the post of that number. @throws RangeError */
export function inPost(user: string, nth = 0) {
  const person = people.find((known) => known.user === user);
  const post = person?.posts[nth];
  if (person === undefined || post === undefined) throw new RangeError(`nobody is called ${user}`);
  return { personId: person.id, postId: post.id, role: post.role, province: post.province, unitId: post.place };
}

/** The same as whoever names a deputy. */
export function giver(user: string, nth = 0): Giver {
  const { personId, postId, role, province, unitId } = inPost(user, nth);
  return { by: { personId, postId, role }, place: { role, province, unitId } };
}

/** A deputy as they act in the post of somebody else. */
export function standingIn(deputy: string, principal: string, nth = 0): Actor {
  const { postId, role, personId } = inPost(principal, nth);
  return { personId: inPost(deputy).personId, postId, role, standingInFor: personId };
}

/** Nobody has ever been away, and nobody was told of it. */
export async function forgetAbsences(pool: Pool): Promise<void> {
  await select(pool, { text: 'DELETE FROM message WHERE delegation_id IS NOT NULL' });
  await select(pool, { text: 'DELETE FROM delegation' });
}

/** Enters that somebody is away from their whole post for a week from today, unless said otherwise; by themselves. */
export function away(
  pool: Pool,
  [principal, deputy]: readonly [principal: string, deputy: string | null],
  changed: Partial<AbsenceAsked> = {},
  by = giver(principal),
): Promise<{ readonly delegationId: string }> {
  const today = civilDateOf(instant(Date.now()));
  const deputyPostId = deputy === null ? null : inPost(deputy).postId;
  const days = { from: today, to: addDays(today, 6) };
  return enterAbsence(pool, by, {
    ...{ postId: inPost(principal).postId, deputyPostId, matter: { kind: 'post' }, reason: '培训', ...days },
    ...changed,
  });
}
