import type { MeetingDistrict } from '@lianban/domain/liaison';
import type { Province } from '@lianban/domain/province';
import type { Text } from '@lianban/domain/text';
import { heldPosts, TODAY } from '../organisation/held-posts.ts';
import { select, selectFirst, type Queryable } from '../queryable.ts';

/** A unit of the bureau with somebody for liaison in it. */
export interface LiaisonUnit {
  readonly id: string;
  readonly name: Text;
  /** It answers for districts (属地联络单位). */
  readonly isRegional: boolean;
}

/** The units of the province that have a liaison officer today, those that answer for districts first. */
export const liaisonUnits = (db: Queryable, province: Province): Promise<readonly LiaisonUnit[]> =>
  select(db, {
    name: 'liaison-units',
    text: `SELECT u.id, jsonb_build_object('zh', u.name_zh, 'en', u.name_en) AS name,
        EXISTS (SELECT FROM district d WHERE d.regional_unit_id = u.id) AS "isRegional"
      FROM unit u WHERE u.province = $1 AND (u.until IS NULL OR u.until >= ${TODAY})
        AND EXISTS (SELECT FROM ${heldPosts} o WHERE o.unit_id = u.id AND o.role IN ('DLO', 'ILO'))
      ORDER BY 3 DESC, u.id`,
    values: [province],
  });

/** The units of the province that answer for districts, as they are today; somebody need not be at work there. */
export async function regionalUnits(db: Queryable, province: Province): Promise<readonly string[]> {
  const rows = await select<{ id: string }>(db, {
    name: 'regional-units',
    text: `SELECT u.id FROM unit u WHERE u.province = $1 AND (u.until IS NULL OR u.until >= ${TODAY})
        AND EXISTS (SELECT FROM district d WHERE d.regional_unit_id = u.id) ORDER BY u.id`,
    values: [province],
  });
  return rows.map(({ id }) => id);
}

/** The districts of the province that a unit of it answers for, each with that unit of today, in the order of their codes. */
export const districtsToMeet = (db: Queryable, province: Province): Promise<readonly MeetingDistrict[]> =>
  select(db, {
    name: 'districts-to-meet',
    text: `SELECT d.id AS code, jsonb_build_object('zh', d.name_zh, 'en', d.name_en) AS name, u.id AS unit
      FROM district d JOIN unit u ON u.id = d.regional_unit_id
      WHERE u.province = $1 AND (u.until IS NULL OR u.until >= ${TODAY}) ORDER BY d.id`,
    values: [province],
  });

/** A district with whom it has to do with. */
export interface LiaisonDistrict {
  readonly id: string;
  readonly name: Text;
  readonly province: Province;
  /** The unit that answers for it; null for a district of the other province. */
  readonly regionalUnit: string | null;
  /** The body that liaises for it; null where none is registered. */
  readonly bodyId: string | null;
}

const DISTRICTS = `SELECT d.id, jsonb_build_object('zh', d.name_zh, 'en', d.name_en) AS name, d.province,
    d.regional_unit_id AS "regionalUnit", d.liaison_body_id AS "bodyId" FROM district d`;

/** Every district, those of the province first, in the order of their codes. */
export const liaisonDistricts = (db: Queryable, province: Province): Promise<readonly LiaisonDistrict[]> =>
  select(db, {
    name: 'liaison-districts',
    text: `${DISTRICTS} ORDER BY d.province <> $1, d.id`,
    values: [province],
  });

/** The district of that code; undefined when there is none. */
export const districtOf = (db: Queryable, id: string): Promise<LiaisonDistrict | undefined> =>
  selectFirst(db, { name: 'liaison-district', text: `${DISTRICTS} WHERE d.id = $1`, values: [id] });

/** The district for which the body liaises; undefined when it does for none. */
export const districtOfBody = (db: Queryable, bodyId: string): Promise<LiaisonDistrict | undefined> =>
  selectFirst(db, {
    name: 'liaison-district-of-body',
    text: `${DISTRICTS} WHERE d.liaison_body_id = $1 ORDER BY d.id LIMIT 1`,
    values: [bodyId],
  });
