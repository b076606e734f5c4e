import type { CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import { select, type Queryable } from '../queryable.ts';
import type { Administration } from './administration.ts';
import { mannedPostsOn } from './acting-posts.ts';
import { postsHeldOn } from './held-posts.ts';

/** Open duties of a role in a unit that are nobody's. */
export interface UnownedDuties {
  readonly province: Province;
  readonly unitId: string;
  readonly unit: Text;
  readonly role: Role;
  readonly duties: number;
  /** Up to five of their cases; secret ones are counted and not named. */
  readonly cases: readonly string[];
  /** The unit has ended, nobody holds a post of the role in it, or all who do are away and nobody stands in. */
  readonly because: 'unitEnded' | 'nobody' | 'away';
}

/** The places whose open duties nobody could take on that day, in every province or in one. */
export const unownedOn = (
  db: Queryable,
  day: CivilDate,
  province: Province | null = null,
): Promise<readonly UnownedDuties[]> =>
  select<UnownedDuties>(db, {
    text: `SELECT open.province, u.id AS "unitId", jsonb_build_object('zh', u.name_zh, 'en', u.name_en) AS unit, open.role, open.duties, open.cases,
        CASE WHEN u.until < $1 THEN 'unitEnded'
          WHEN EXISTS (SELECT FROM ${postsHeldOn('$1::date')} o WHERE o.unit_id = u.id AND o.role = open.role) THEN 'away' ELSE 'nobody' END AS because
      FROM (
        SELECT d.province, d.unit_id, d.role, count(*)::int AS duties, coalesce((array_agg(f.number ORDER BY f.number) FILTER (WHERE f.secret_since IS NULL))[1:5], '{}') AS cases
        FROM duty d JOIN case_file f USING (case_id)
        WHERE d.state = 'open' AND d.kind = 'duty' AND d.unit_id IS NOT NULL AND ($2::text IS NULL OR d.province = $2)
        GROUP BY d.province, d.unit_id, d.role
      ) open JOIN unit u ON u.id = open.unit_id
      WHERE u.until < $1 OR NOT EXISTS (SELECT FROM ${mannedPostsOn('$1::date')} o WHERE o.unit_id = u.id AND o.role = open.role)
      ORDER BY open.province, u.id, open.role`,
    values: [day, province],
  });

/** A place that an act may leave without anybody, from that day on. */
export interface LeftPlace {
  readonly unitId: string | null;
  readonly role: Role;
  readonly from: CivilDate;
}

/**
 * Refuses an act that leaves the open duties of these places without anybody, unless somebody has confirmed it.
 * @throws LianbanError LEFT_WITHOUT_OWNER with the first such place.
 */
export async function refuseUnowned(
  { client, province }: Administration,
  places: readonly LeftPlace[],
  isConfirmed: boolean,
): Promise<void> {
  if (isConfirmed) return;
  for (const { unitId, role, from } of places) {
    const unowned = await unownedOn(client, from, province);
    const left = unowned.find((place) => place.unitId === unitId && place.role === role);
    if (left !== undefined)
      throw new LianbanError('LEFT_WITHOUT_OWNER', { unit: left.unit, role, duties: left.duties });
  }
}
