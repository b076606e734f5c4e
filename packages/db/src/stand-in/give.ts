import type { CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { mayBeEntered, unfit, type Absence, type Matter } from '@lianban/domain/stand-in';
import type { Pool } from 'pg';
import { mannedPostsOn } from '../organisation/acting-posts.ts';
import { handBack } from '../organisation/hand-back.ts';
import { refusing } from '../organisation/violation.ts';
import { selectFirst, selectOne } from '../queryable.ts';
import { candidates, type KnownCandidate } from './candidates.ts';
import { giving, noteGiving, type Giver, type Giving } from './giving.ts';
import { principalOf, type Principal } from './principal.ts';
import { tellOfDelegation } from './tell.ts';

/** An absence that is to be entered, with the deputy if there is to be one; a case is named by its number. */
export interface AbsenceAsked extends Absence {
  readonly postId: string;
  /** The post of the deputy; null where colleagues of the same role do the work. */
  readonly deputyPostId: string | null;
  readonly matter: Exclude<Matter, { kind: 'case' }> | { readonly kind: 'case'; readonly number: string };
  readonly reason: string;
}

/**
 * Enters that somebody is away, and who acts in their post meanwhile. By its holder or by whoever answers for it.
 * @throws LianbanError NO_SUCH_POST also for one that is not theirs to name a deputy for, DAYS_UNFIT, DEPUTY_UNFIT with the reason,
 * ALREADY_AWAY, STANDS_IN when the principal stands in for somebody on one of these days, NOBODY_ELSE when there is no deputy and no
 * colleague, UNKNOWN_ITEM, NO_SUCH_CASE.
 */
export const enterAbsence = (
  pool: Pool,
  giver: Giver,
  asked: AbsenceAsked,
): Promise<{ readonly delegationId: string }> =>
  giving(pool, giver, async (act) => {
    const principal = await principalOf(act.client, act, asked);
    refuseDays(principal, asked, act.today);
    const matter = await matterOf(act, asked);
    await refuseTwice(act, asked);
    if (matter.kind === 'post') await refuseChain(act, principal, asked);
    const deputy = await deputyOf(act, principal, asked);
    const delegationId = await insert(act, asked, matter);
    await noteGiving(act, 'standIn.give', {
      person: { personId: principal.personId, name: principal.name },
      ...{ delegation: delegationId, post: asked.postId, from: asked.from, to: asked.to, reason: asked.reason, matter },
      deputy: deputy === null ? null : { personId: deputy.personId, name: deputy.name, post: deputy.postId },
    });
    await tellOfDelegation(act.client, delegationId, { news: 'named', at: act.now, by: act.by });
    // Who is away without a deputy leaves what they have taken to their colleagues.
    if (deputy === null) await handBack(act.client, { of: principal.personId, by: act.by, at: act.now });
    return { delegationId };
  });

function refuseDays({ since, until }: Principal, { from, to }: Absence, today: CivilDate): void {
  const holdsThroughout = since <= from && (until === null || to <= until);
  if (!mayBeEntered({ from, to }, today) || !holdsThroughout)
    throw new LianbanError('DAYS_UNFIT', { since: from, until: to });
}

async function matterOf({ client, place }: Giving, { matter }: AbsenceAsked): Promise<Matter> {
  if (matter.kind === 'item') {
    const text = 'SELECT FROM item WHERE code = $1 AND province = $2 LIMIT 1';
    const known = await selectFirst(client, { text, values: [matter.item, place.province] });
    if (known === undefined) throw new LianbanError('UNKNOWN_ITEM', { item: matter.item });
  }
  if (matter.kind !== 'case') return matter;
  const text = `SELECT case_id AS "caseId" FROM case_file WHERE number = $1 AND province = $2`;
  const known = await selectFirst<{ caseId: string }>(client, { text, values: [matter.number, place.province] });
  if (known === undefined) throw new LianbanError('NO_SUCH_CASE', { number: matter.number });
  return { kind: 'case', caseId: known.caseId };
}

/** The whole post takes in every matter, so it has another deputy neither beside it nor under it. */
async function refuseTwice({ client }: Giving, { postId, matter, from, to }: AbsenceAsked): Promise<void> {
  const known = await selectFirst(client, {
    text: `SELECT FROM delegation WHERE post_id = $1 AND ended_at IS NULL AND from_on <= $4 AND to_on >= $3 AND (kind = 'post' OR $2 = 'post')`,
    values: [postId, matter.kind, from, to],
  });
  if (known !== undefined) throw new LianbanError('ALREADY_AWAY');
}

/** Nobody is away while they stand in for somebody, or that one would have no deputy without knowing. */
async function refuseChain({ client }: Giving, { personId }: Principal, { from, to }: Absence): Promise<void> {
  const standing = await selectFirst<{ name: string }>(client, {
    text: `SELECT p.name FROM delegation g JOIN post d ON d.id = g.deputy_post_id JOIN post o ON o.id = g.post_id JOIN person p ON p.id = o.person_id
      WHERE d.person_id = $1 AND g.ended_at IS NULL AND g.from_on <= $3 AND g.to_on >= $2 ORDER BY g.from_on, g.id LIMIT 1`,
    values: [personId, from, to],
  });
  if (standing !== undefined) throw new LianbanError('STANDS_IN', { principal: standing.name });
}

async function deputyOf(
  { client, by, place: { province } }: Giving,
  principal: Principal,
  { postId, deputyPostId, from, to }: AbsenceAsked,
): Promise<KnownCandidate | null> {
  if (deputyPostId === null) {
    await refuseAlone(client, principal, { postId, from, to });
    return null;
  }
  const [candidate] = await candidates(client, { province, from, to, postId: deputyPostId, limit: 1 });
  if (candidate === undefined) throw new LianbanError('NO_SUCH_POST', { postId: deputyPostId });
  const reason = unfit(candidate, { from, to, principalId: principal.personId, giverId: by.personId });
  if (reason !== null) throw new LianbanError('DEPUTY_UNFIT', { reason, name: candidate.name });
  return candidate;
}

/** Without a deputy there is somebody else of the role in the unit on every day, who is there or stood in for. */
async function refuseAlone(
  client: Giving['client'],
  { role, unitId }: Principal,
  { postId, from, to }: Absence & { readonly postId: string },
): Promise<void> {
  const alone = await selectFirst<{ day: CivilDate }>(client, {
    text: `SELECT d::date AS day FROM generate_series($4::date, $5::date, interval '1 day') d WHERE NOT EXISTS (
        SELECT FROM ${mannedPostsOn('d::date')} o WHERE o.unit_id = $1 AND o.role = $2 AND o.id <> $3) ORDER BY d LIMIT 1`,
    values: [unitId, role, postId, from, to],
  });
  if (alone !== undefined) throw new LianbanError('NOBODY_ELSE', { on: alone.day });
}

async function insert(act: Giving, asked: AbsenceAsked, matter: Matter): Promise<string> {
  const { client, by, now, place } = act;
  const { postId, deputyPostId, from, to, reason } = asked;
  const { id } = await refusing(
    'overlap',
    'ALREADY_AWAY',
    selectOne<{ id: string }>(client, {
      text: `INSERT INTO delegation (post_id, deputy_post_id, province, kind, item, procedure, case_id, from_on, to_on, reason, given_by, given_by_name, given_at)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, p.id, p.name, $12 FROM person p WHERE p.id = $11 RETURNING id`,
      values: [
        ...[postId, deputyPostId, place.province, matter.kind],
        matter.kind === 'item' ? matter.item : null,
        matter.kind === 'procedure' ? matter.procedure : null,
        matter.kind === 'case' ? matter.caseId : null,
        ...[from, to, reason, by.personId, now],
      ],
    }),
  );
  return id;
}
