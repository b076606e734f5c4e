import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Relations } from '@lianban/domain/interest';
import type { DutyAtHand } from '@lianban/domain/involvement';
import type { Province } from '@lianban/domain/province';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, caseStream } from '../audit.ts';
import type { Reach } from '../claim.ts';
import { holdCalendar, lockCase } from '../locks.ts';
import { NOTICE_CHANNEL } from '../notice.ts';
import { ownerIn } from '@lianban/workflows/vocabulary/step';
import { actingPosts, coversCase } from '../organisation/acting-posts.ts';
import { TODAY } from '../organisation/held-posts.ts';
import { select, selectFirst } from '../queryable.ts';
import { relationsOfActor } from '../separation/relations.ts';
import { inTransaction } from '../transaction.ts';

/** A duty that somebody wants to involve others in; of the province of their post. */
export interface InvolveReach extends Reach {
  readonly province: Province;
}

/** Whoever acts, and for whom they stand in, as they are called. */
export interface ActorNames {
  readonly name: string;
  readonly principal: string | null;
}

/** An open duty of the agency and whoever acts on it, inside the transaction that holds the case. */
export interface Involving extends DutyAtHand {
  readonly client: PoolClient;
  readonly reach: InvolveReach;
  readonly now: Instant;
  readonly today: CivilDate;
  /** How whoever acts stands to the case, and so does whom they stand in for. */
  readonly relations: readonly Relations[];
  readonly unitId: string;
  readonly holderName: string | null;
  /** The post in which it was taken. */
  readonly holderPost: string | null;
  readonly item: string;
  readonly dueOn: CivilDate | null;
  readonly dueAt: Instant | null;
  /** Name and unit of whoever acts, as they are now, and for whom they stand in. */
  readonly actor: ActorNames & { readonly unitId: string; readonly unitZh: string; readonly unitEn: string };
}

type Found = Omit<Involving, 'client' | 'reach' | 'actor'> & {
  readonly state: string;
  readonly outcome: string | null;
  /** The button of an answer that has been received and is not recorded yet. */
  readonly received: string | null;
  readonly actor: Involving['actor'] | null;
};

const FIND = `SELECT d.state, d.outcome, d.role, d.unit_id AS "unitId", d.claimed_by_person AS holder, p.name AS "holderName", d.claimed_by_post AS "holderPost",
    ${relationsOfActor({ person: '$4::uuid', principal: '$6::uuid' })} AS relations, ${TODAY} AS today, f.item, d.due_on AS "dueOn", d.due_at AS "dueAt", date_trunc('milliseconds', clock_timestamp()) AS now,
    (SELECT s.outcome FROM submission s WHERE s.case_id = d.case_id AND s.duty = d.key AND s.state = 'received' LIMIT 1) AS received,
    (SELECT jsonb_build_object('name', m.name, 'principal', CASE WHEN o.actor_id <> o.person_id THEN w.name END,
        'unitId', u.id, 'unitZh', u.name_zh, 'unitEn', u.name_en)
      FROM ${actingPosts} o JOIN person m ON m.id = o.actor_id JOIN person w ON w.id = o.person_id JOIN unit u ON u.id = o.unit_id
      WHERE o.id = $3 AND o.actor_id = $4 AND o.province = $5 AND ${coversCase('o.matters', 'f')}) AS actor
  FROM duty d JOIN case_file f USING (case_id) LEFT JOIN person p ON p.id = d.claimed_by_person
  WHERE d.case_id = $1 AND d.key = $2 AND d.kind = 'duty' AND d.unit_id IS NOT NULL AND d.province = $5`;

/**
 * Runs `work` on an open duty while nothing else is written to its case. What is asked stays beside the ledger, so that other
 * branches and all deadlines are as they were (ADR 0023).
 * @throws LianbanError NO_SUCH_DUTY; STALE_DUTY also while an answer is received and not recorded yet; FORBIDDEN when the post has just been lost.
 */
export function involving<T>(pool: Pool, reach: InvolveReach, work: (of: Involving) => Promise<T>): Promise<T> {
  return inTransaction(pool, `${holdCalendar}; ${lockCase(reach.caseId)}`, async (client) => {
    const { caseId, duty, by, province } = reach;
    const values = [caseId, duty, by.postId, by.personId, province, by.standingInFor ?? null];
    const found = await selectFirst<Found>(client, { name: 'involving', text: FIND, values });
    if (found === undefined) throw new LianbanError('NO_SUCH_DUTY', { duty });
    const { state, outcome, received, actor, ...of } = found;
    if (state !== 'open') throw new LianbanError('STALE_DUTY', { duty, settledAs: outcome ?? state });
    if (received !== null) throw new LianbanError('STALE_DUTY', { duty, settledAs: received });
    if (actor === null) throw new LianbanError('FORBIDDEN');
    return work({ ...of, actor, client, reach });
  });
}

/** @throws LianbanError NOT_CLAIMED naming the holder, unless the caller has taken the duty. */
export function requireHolder({ holder, holderName, reach }: Involving): void {
  if (holder !== ownerIn(reach.by)) throw new LianbanError('NOT_CLAIMED', { duty: reach.duty, holder: holderName });
}

const NOTICE = `SELECT pg_notify('${NOTICE_CHANNEL}', jsonb_build_object('caseId', d.case_id, 'version', f.version, 'number', f.number,
  'procedure', f.procedure, 'edition', f.edition, 'item', f.item, 'province', d.province, 'enterprise', NULL, 'secret', f.secret_since IS NOT NULL,
  'units', jsonb_build_array(d.unit_id),
  'roles', jsonb_build_array(d.role), 'by', $3::text, 'byName', $4::text, 'forName', $5::text, 'duty', d.key, 'outcome', 'involve')::text)
  FROM duty d JOIN case_file f USING (case_id) WHERE d.case_id = $1 AND d.key = $2`;

/** Writes the act into the trail of the case, and has those who look at the duty read it again. */
export async function noteInvolving(
  { client, reach, now, actor }: Involving,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { caseId, duty, by } = reach;
  await appendAudit(client, { stream: caseStream(caseId), at: now, action, by, detail: { duty, ...detail } });
  await select(client, {
    name: 'involving-notice',
    text: NOTICE,
    values: [caseId, duty, by.personId, actor.name, actor.principal],
  });
}
