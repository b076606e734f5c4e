import { addDays, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Role } from '@lianban/domain/role';
import type { Pool } from 'pg';
import { personStream } from '../audit.ts';
import { lockStream } from '../locks.ts';
import { select } from '../queryable.ts';
import { endWithin } from '../sign-in/sessions.ts';
import { endBroken } from '../stand-in/over.ts';
import { refuseWithoutAdministrator } from './administrators.ts';
import { refusePast } from './days.ts';
import { administer, noteAct, type Administrator, type Administration } from './administration.ts';
import { endOf, grantPost, type AuthorityLetter } from './grant.ts';
import { handBack } from './hand-back.ts';
import { otherPost, type PresentPost } from './staff.ts';
import { refuseUnowned } from './unowned.ts';

/** What a post's end brings with it. */
export interface Loss {
  /** Duties that went back to their pool. */
  readonly handedBack: number;
  readonly endedSessions: number;
}

/** A post is to end on its last day, or at once for null. */
export interface PostEnd {
  readonly postId: string;
  readonly lastDay: CivilDate | null;
  readonly reason: string;
  /** Even if open duties are nobody's then. */
  readonly confirmed: boolean;
}

/**
 * Ends a post. What was taken in it goes back to the pool, and sessions in it end, in the same transaction, or on the day.
 * @throws LianbanError NO_SUCH_POST, OWN_RIGHTS, DAYS_UNFIT, LAST_ADMINISTRATOR; LEFT_WITHOUT_OWNER unless confirmed.
 */
export const endPost = (
  pool: Pool,
  administrator: Administrator,
  { postId, lastDay, reason, confirmed }: PostEnd,
): Promise<Loss> =>
  administer(pool, { ...administrator, movesDuties: true }, async (administration) => {
    const post = await otherPost(administration, postId);
    const { until, from } = endOf(post, lastDay, administration.today);
    if (post.until !== null && post.until <= until) throw new LianbanError('NOTHING_TO_CHANGE');
    const loss = await lose(administration, post, { until, from, confirmed });
    await noteAct(administration, 'endPost', { ...detailOf(post), until, reason, ...loss });
    return loss;
  });

/** A post is to be continued in another unit or another role from that day on. */
export interface PostMove {
  readonly postId: string;
  readonly unitId: string;
  readonly role: Exclude<Role, 'APP' | 'DIST' | 'CLK'>;
  readonly from: CivilDate;
  readonly reason: string;
  readonly confirmed: boolean;
}

/**
 * Ends a post in a unit and gives another in its place, so that history keeps both. Gives the new one.
 * @throws LianbanError PLACE_UNFIT for a post of an enterprise, and what {@link endPost} and {@link grantPost} refuse.
 */
export const movePost = (
  pool: Pool,
  administrator: Administrator,
  { postId, unitId, role, from, reason, confirmed }: PostMove,
): Promise<Loss & { readonly postId: string }> =>
  administer(pool, { ...administrator, movesDuties: true }, async (administration) => {
    const post = await otherPost(administration, postId);
    if (post.unitId === null) throw new LianbanError('PLACE_UNFIT');
    if (post.unitId === unitId && post.role === role) throw new LianbanError('NOTHING_TO_CHANGE');
    refusePast({ since: from, until: post.until }, administration.today);
    if (from < post.since) throw new LianbanError('DAYS_UNFIT', { since: from, until: post.until });
    const grant = { place: { kind: 'unit', unitId, role }, since: from, until: post.until } as const;
    await endOn(administration, postId, addDays(from, -1)); // what may not be held beside it may be held after it
    const moved = await grantPost(administration, post.personId, grant);
    const loss = await lose(administration, post, { until: addDays(from, -1), from, confirmed });
    await noteAct(administration, 'movePost', {
      ...detailOf(post),
      to: { post: moved, unit: unitId, role },
      from,
      reason,
      ...loss,
    });
    return { postId: moved, ...loss };
  });

/**
 * Somebody who acts for an enterprise goes on under a new letter: the post under the old one ends, so that history keeps both.
 * @throws LianbanError PLACE_UNFIT for a post of a unit, and what {@link endPost} and {@link grantPost} refuse.
 */
export const renewLetter = (
  pool: Pool,
  administrator: Administrator,
  { postId, letter }: { readonly postId: string; readonly letter: AuthorityLetter },
): Promise<{ readonly postId: string }> =>
  administer(pool, { ...administrator, movesDuties: true }, async (administration) => {
    const post = await otherPost(administration, postId);
    if (post.enterpriseId === null || post.capacity === 'legalRepresentative') throw new LianbanError('PLACE_UNFIT');
    const first = post.since > administration.today ? post.since : administration.today;
    const since = letter.from > first ? letter.from : first;
    const { enterpriseId, capacity } = post;
    const place = { kind: 'enterprise', enterpriseId, capacity: capacity ?? 'agent', letter } as const;
    await lose(administration, post, { until: addDays(since, -1), from: since, confirmed: true });
    const renewed = await grantPost(administration, post.personId, { place, since, until: post.until });
    await noteAct(administration, 'renewLetter', { ...detailOf(post), to: { post: renewed, letter }, from: since });
    return { postId: renewed };
  });

interface Losing {
  readonly until: CivilDate;
  /** First day without the post. */
  readonly from: CivilDate;
  readonly confirmed: boolean;
}

async function lose(
  administration: Administration,
  post: PresentPost,
  { until, from, confirmed }: Losing,
): Promise<Loss> {
  const { client, by, now } = administration;
  await endOn(administration, post.postId, until);
  if (post.role === 'ADM') await refuseWithoutAdministrator(administration, from);
  await refuseUnowned(administration, [{ ...post, from }], confirmed);
  await endBroken(client, { province: administration.province, by, at: now });
  const handedBack = await handBack(client, { of: post.personId, by, at: now });
  await select(client, { text: lockStream(personStream(post.personId)) });
  const endedSessions = await endWithin(client, post.personId, { which: { over: true }, action: 'session.end', by });
  return { handedBack, endedSessions };
}

async function endOn({ client }: Administration, postId: string, until: CivilDate): Promise<void> {
  await select(client, { text: 'UPDATE post SET until = $2 WHERE id = $1', values: [postId, until] });
}

const detailOf = ({ postId, personId, personName, role, unitId, enterpriseId }: PresentPost) => ({
  person: { personId, name: personName },
  ...{ post: postId, role, ...(unitId === null ? { enterprise: enterpriseId } : { unit: unitId }) },
});
