import type { CivilDate } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import { select, selectOne, type Queryable } from '../queryable.ts';
import { heldPosts, TODAY } from './held-posts.ts';

/** Somebody in a unit, by a post that has not ended. */
export interface Colleague {
  readonly postId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
  readonly isDisabled: boolean;
  /** They may act in it today. */
  readonly isHeld: boolean;
}

/** A unit with those in it. */
export interface UnitOfTree {
  readonly unitId: string;
  readonly name: Text;
  readonly parentId: string | null;
  readonly phone: string | null;
  readonly since: CivilDate | null;
  readonly until: CivilDate | null;
  /** What took or takes its place. */
  readonly successor: Text | null;
  /** Roles whose duties it holds; for one item, or for all that have no unit of their own. */
  readonly roles: readonly { readonly role: Role; readonly item: string | null }[];
  readonly people: readonly Colleague[];
  readonly openDuties: number;
}

/** The bureau of a province. */
export interface Tree {
  readonly bureau: Text;
  readonly today: CivilDate;
  readonly units: readonly UnitOfTree[];
}

const UNITS = `
SELECT u.id AS "unitId", jsonb_build_object('zh', u.name_zh, 'en', u.name_en) AS name, u.parent_id AS "parentId", u.phone, u.since, u.until,
  CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('zh', s.name_zh, 'en', s.name_en) END AS successor,
  coalesce((SELECT jsonb_agg(jsonb_build_object('role', h.role, 'item', h.item) ORDER BY h.role, h.item NULLS FIRST)
    FROM unit_duty h WHERE h.unit_id = u.id), '[]') AS roles,
  coalesce((SELECT jsonb_agg(jsonb_build_object('postId', o.id, 'personId', p.id, 'name', p.name, 'role', o.role, 'since', o.since,
      'until', o.until, 'isDisabled', p.disabled_at IS NOT NULL, 'isHeld', EXISTS (SELECT FROM ${heldPosts} h WHERE h.id = o.id))
      ORDER BY o.role, o.since, p.name, o.id)
    FROM post o JOIN person p ON p.id = o.person_id
    WHERE o.unit_id = u.id AND (o.until IS NULL OR o.until >= ${TODAY})), '[]') AS people,
  (SELECT count(*)::int FROM duty d WHERE d.unit_id = u.id AND d.state = 'open' AND d.kind = 'duty') AS "openDuties"
FROM unit u LEFT JOIN unit s ON s.id = u.successor_id WHERE u.province = $1
ORDER BY u.until NULLS FIRST, u.since NULLS FIRST, u.id`;

/** The bureau with all its units, those that have ended last, and who is in them. */
export async function organisationTree(db: Queryable, province: Province): Promise<Tree> {
  const bureau = await selectOne<{ bureau: Text; today: CivilDate }>(db, {
    text: `SELECT jsonb_build_object('zh', name_zh, 'en', name_en) AS bureau, ${TODAY} AS today FROM bureau WHERE province = $1 ORDER BY id LIMIT 1`,
    values: [province],
  });
  return { ...bureau, units: await select<UnitOfTree>(db, { text: UNITS, values: [province] }) };
}

/** Those who may act in the unit today. */
export const colleaguesIn = (
  db: Queryable,
  unitId: string,
): Promise<readonly Pick<Colleague, 'personId' | 'name' | 'role'>[]> =>
  select(db, {
    text: `SELECT p.id AS "personId", p.name, o.role FROM ${heldPosts} o JOIN person p ON p.id = o.person_id
      WHERE o.unit_id = $1 ORDER BY o.role, p.name, p.id`,
    values: [unitId],
  });
