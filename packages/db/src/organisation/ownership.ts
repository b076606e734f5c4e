import type { CivilDate } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Pool } from 'pg';
import { STRANDED } from '../involvement/vacate.ts';
import { select, selectOne } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import { LEFT_BEHIND } from './hand-back.ts';
import { heldPosts, TODAY } from './held-posts.ts';
import { unownedOn, type UnownedDuties } from './unowned.ts';

/** Duties that somebody has taken who may not act any more, or is away without a deputy; the next round gives them back. */
export interface LostHolder {
  readonly province: Province;
  readonly unitId: string;
  readonly role: Role;
  readonly person: string;
  readonly duties: number;
}

/** Whose the open duties are. */
export interface Ownership {
  readonly duties: number;
  readonly unowned: readonly UnownedDuties[];
  readonly lost: readonly LostHolder[];
  /** Requests among colleagues, and those of them that wait for somebody who may not act any more; the next round gives them back. */
  readonly requests: number;
  readonly stranded: number;
  /** Enterprises that owe something and have nobody who may act for them; the duty is theirs all the same. */
  readonly enterprisesWithoutAgent: number;
}

const LOST = `SELECT d.province, d.unit_id AS "unitId", d.role, p.name AS person, count(*)::int AS duties
  FROM duty d JOIN person p ON p.id = d.claimed_by_person
  WHERE d.state = 'open' AND d.kind = 'duty' AND (${LEFT_BEHIND} OR NOT EXISTS (SELECT FROM ${heldPosts} o
    WHERE o.id = d.claimed_by_post AND o.person_id = d.claimed_by_person AND o.unit_id = d.unit_id AND o.role = d.role))
  GROUP BY d.province, d.unit_id, d.role, p.id ORDER BY d.province, d.unit_id, d.role, p.id`;

type Counts = Pick<Ownership, 'duties' | 'enterprisesWithoutAgent' | 'requests' | 'stranded'>;

const COUNTS = `SELECT ${TODAY} AS today, count(*)::int AS duties,
    (SELECT count(*)::int FROM involvement i WHERE i.state = 'open') AS requests,
    (SELECT count(*)::int FROM involvement i WHERE ${STRANDED}) AS stranded,
    count(DISTINCT d.enterprise_id) FILTER (WHERE NOT EXISTS (
      SELECT FROM ${heldPosts} o WHERE o.enterprise_id = d.enterprise_id))::int AS "enterprisesWithoutAgent"
  FROM duty d WHERE d.state = 'open' AND d.kind = 'duty'`;

const ONE_MOMENT = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY';

/** Looks at every open duty at one moment: its unit is there, somebody holds a post of its role in it and is there or stood in for, and so is whoever has taken it; and at what colleagues ask each other. */
export const ownership = (pool: Pool): Promise<Ownership> =>
  inTransaction(pool, ONE_MOMENT, async (client) => {
    const { today, ...counts } = await selectOne<Counts & { readonly today: CivilDate }>(client, { text: COUNTS });
    const unowned = await unownedOn(client, today);
    return { ...counts, unowned, lost: await select<LostHolder>(client, { text: LOST }) };
  });
