import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Relations } from '@lianban/domain/interest';
import { ownerIn, type Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, caseStream } from './audit.ts';
import { passOn } from './involvement/pass-on.ts';
import { holdCalendar, lockCase } from './locks.ts';
import { NOTICE_CHANNEL } from './notice.ts';
import { actingPosts, coversCase } from './organisation/acting-posts.ts';
import { TODAY } from './organisation/held-posts.ts';
import { hasLeftPool, isLiaisonRole } from './organisation/liaison-pool.ts';
import { select, selectFirst } from './queryable.ts';
import { refuseConflict, relationsOfActor } from './separation/relations.ts';
import { teamMembers } from './team/team-members.ts';
import { inTransaction } from './transaction.ts';

/** A duty in a case, and who reaches for it. */
export interface Reach {
  readonly caseId: string;
  readonly duty: string;
  readonly by: Actor;
}

interface Held {
  readonly state: string;
  readonly outcome: string | null;
  readonly holder: string | null;
  readonly holderName: string | null;
  /** Whoever reaches for it may act in their post still. */
  readonly isHeld: boolean;
  readonly relations: readonly Relations[];
  /** The duty has a team, and whoever reaches for it is not in it. */
  readonly isOthers: boolean;
  /** Whoever owns what is taken has left the pool of liaison officers, whose duty it is. */
  readonly hasLeftPool: boolean;
  readonly now: Instant;
  readonly today: CivilDate;
}

/**
 * Takes an open duty from its pool; taking what one holds already changes nothing.
 * @throws LianbanError CLAIMED_BY_OTHER naming the holder, STALE_DUTY, NO_SUCH_DUTY; FORBIDDEN when the post has just
 * been lost, RECUSED for whoever has an interest in the applicant, NOT_IN_TEAM where a team was drawn, LEFT_POOL for a liaison officer
 * who is one no more.
 */
export function claim(pool: Pool, reach: Reach): Promise<void> {
  return change(pool, reach, async (client, held) => {
    if (!held.isHeld) throw new LianbanError('FORBIDDEN');
    refuseConflict(held.relations, held.today);
    if (held.hasLeftPool) throw new LianbanError('LEFT_POOL', { duty: reach.duty });
    if (held.isOthers) throw new LianbanError('NOT_IN_TEAM', { duty: reach.duty });
    const person = ownerIn(reach.by);
    if (held.holder === person) return;
    if (held.holder !== null) throw new LianbanError('CLAIMED_BY_OTHER', { duty: reach.duty, holder: held.holderName });
    await passOn(client, { ...reach, to: person, at: held.now });
    await holdDuty(client, reach, { person, post: reach.by.postId, at: held.now });
    await note(client, reach, { action: 'duty.claim', at: held.now });
  });
}

/** Gives a duty back to its pool. @throws LianbanError NOT_CLAIMED when somebody else or nobody holds it, STALE_DUTY, NO_SUCH_DUTY. */
export function release(pool: Pool, reach: Reach): Promise<void> {
  return change(pool, reach, async (client, held) => {
    if (held.holder !== ownerIn(reach.by))
      throw new LianbanError('NOT_CLAIMED', { duty: reach.duty, holder: held.holderName });
    await passOn(client, { ...reach, to: null, at: held.now });
    await holdDuty(client, reach, { person: null, post: null, at: null });
    await note(client, reach, { action: 'duty.release', at: held.now });
  });
}

function change(pool: Pool, reach: Reach, work: (client: PoolClient, held: Held) => Promise<void>): Promise<void> {
  return inTransaction(pool, `${holdCalendar}; ${lockCase(reach.caseId)}`, async (client) => {
    const held = await selectFirst<Held>(client, {
      name: 'duty-held',
      text: `SELECT d.state, d.outcome, d.claimed_by_person AS holder, p.name AS "holderName",
          EXISTS (SELECT FROM ${actingPosts} o WHERE o.id = $3 AND o.actor_id = $4 AND ${coversCase('o.matters', 'f')}) AS "isHeld",
          date_trunc('milliseconds', clock_timestamp()) AS now, ${TODAY} AS today, ${relationsOfActor({ person: '$4::uuid', principal: '$5::uuid' })} AS relations,
          (SELECT NOT bool_or(m.person_id = $4) FROM ${teamMembers} m
            WHERE m.case_id = d.case_id AND m.duty = d.key AND m.left_at IS NULL) IS TRUE AS "isOthers",
          ${isLiaisonRole('d.role')} AND ${hasLeftPool('coalesce($5::uuid, $4::uuid)')} AS "hasLeftPool"
        FROM duty d JOIN case_file f USING (case_id) LEFT JOIN person p ON p.id = d.claimed_by_person
        WHERE d.case_id = $1 AND d.key = $2 AND d.kind = 'duty'`,
      values: [reach.caseId, reach.duty, reach.by.postId, reach.by.personId, reach.by.standingInFor ?? null],
    });
    if (held === undefined) throw new LianbanError('NO_SUCH_DUTY', { duty: reach.duty });
    if (held.state !== 'open')
      throw new LianbanError('STALE_DUTY', { duty: reach.duty, settledAs: held.outcome ?? held.state });
    await work(client, held);
  });
}

/** Who has a duty in hand, in which post, since when; all null for its pool. */
export interface DutyHolder {
  readonly person: string | null;
  readonly post: string | null;
  readonly at: Instant | null;
}

// Those who look at the same pool see it at once.
const HOLD = `
WITH held AS (
  UPDATE duty SET claimed_by_person = $3, claimed_by_post = $4, claimed_at = $5 WHERE case_id = $1 AND key = $2
  RETURNING case_id, key, unit_id, role, province
)
SELECT pg_notify('${NOTICE_CHANNEL}', jsonb_build_object('caseId', h.case_id, 'version', f.version, 'number', f.number, 'procedure', f.procedure,
  'edition', f.edition, 'item', f.item, 'province', h.province, 'enterprise', NULL, 'secret', f.secret_since IS NOT NULL,
  'units', jsonb_build_array(h.unit_id), 'roles', jsonb_build_array(h.role),
  'by', $6::text, 'byName', (SELECT name FROM person WHERE id = $6::uuid), 'forName', (SELECT name FROM person WHERE id = $7::uuid), 'duty', h.key,
  'outcome', CASE WHEN $3::uuid IS NULL THEN 'release' ELSE 'claim' END)::text)
FROM held h JOIN case_file f USING (case_id)`;

/** Puts a duty into somebody's hands, or back into its pool, and tells those who look at it. The transaction holds the case. */
export async function holdDuty(
  client: PoolClient,
  { caseId, duty, by }: Reach,
  { person, post, at }: DutyHolder,
): Promise<void> {
  await select(client, {
    name: 'duty-hold',
    text: HOLD,
    values: [caseId, duty, person, post, at, by.personId, by.standingInFor ?? null],
  });
}

const note = (
  client: PoolClient,
  { caseId, duty, by }: Reach,
  { action, at }: { readonly action: string; readonly at: Instant },
): Promise<void> => appendAudit(client, { stream: caseStream(caseId), at, action, by, detail: { duty } });
