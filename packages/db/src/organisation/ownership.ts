import type { CivilDate } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Pool } from 'pg';
import { select, selectOne } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import { heldPosts, TODAY } from './held-posts.ts';
import { unownedOn, type UnownedDuties } from './unowned.ts';

/** Duties that somebody has taken who may not act any more; the next round gives them back. */
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
  /** Enterprises that owe something and have nobody who may act for them; the duty is theirs all the same. */
  readonly enterprisesWithoutAgent: number;
}

const LOST = `SELECT d.province, d.unit_id AS "unitId", d.role, p.name AS person, count(*)::int AS duties
  FROM duty d JOIN person p ON p.id = d.claimed_by_person
  WHERE d.state = 'open' AND d.kind = 'duty' AND NOT EXISTS (SELECT FROM ${heldPosts} o
    WHERE o.id = d.claimed_by_post AND o.person_id = d.claimed_by_person AND o.unit_id = d.unit_id AND o.role = d.role)
  GROUP BY d.province, d.unit_id, d.role, p.id ORDER BY d.province, d.unit_id, d.role, p.id`;

type Counts = Pick<Ownership, 'duties' | 'enterprisesWithoutAgent'>;

const COUNTS = `SELECT ${TODAY} AS today, count(*)::int AS duties,
    count(DISTINCT d.enterprise_id) FILTER (WHERE NOT EXISTS (
      SELECT FROM ${heldPosts} o WHERE o.enterprise_id = d.enterprise_id AND o.role = d.role))::int AS "enterprisesWithoutAgent"
  FROM duty d WHERE d.state = 'open' AND d.kind = 'duty'`;

const ONE_MOMENT = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY';

/** Looks at every open duty at one moment: its unit is there, somebody holds a post of its role in it, and so does whoever has taken it. */
export const ownership = (pool: Pool): Promise<Ownership> =>
  inTransaction(pool, ONE_MOMENT, async (client) => {
    const { today, ...counts } = await selectOne<Counts & { readonly today: CivilDate }>(client, { text: COUNTS });
    const unowned = await unownedOn(client, today);
    return { ...counts, unowned, lost: await select<LostHolder>(client, { text: LOST }) };
  });
