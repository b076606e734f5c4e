import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Role } from '@lianban/domain/role';
import type { Pool } from 'pg';
import { select, selectFirst } from '../queryable.ts';
import { refusePast } from './days.ts';
import { administer, noteAct, type Administrator, type Administration } from './administration.ts';
import { followSuccessor } from './succession.ts';

/** What a unit is called, and where the public may ask. */
export interface UnitNames {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly phone: string | null;
}

/** A unit that has not ended. */
export interface PresentUnit extends UnitNames {
  readonly unitId: string;
  readonly since: CivilDate | null;
  readonly until: CivilDate | null;
}

/** A unit of the province that has not ended. @throws LianbanError NO_SUCH_UNIT */
export async function presentUnit({ client, province, today }: Administration, unitId: string): Promise<PresentUnit> {
  const unit = await selectFirst<PresentUnit>(client, {
    text: `SELECT id AS "unitId", name_zh AS "nameZh", name_en AS "nameEn", phone, since, until FROM unit
      WHERE id = $1 AND province = $2 AND (until IS NULL OR until >= $3)`,
    values: [unitId, province, today],
  });
  if (unit === undefined) throw new LianbanError('NO_SUCH_UNIT', { unitId });
  return unit;
}

/** A unit that is to be set up. */
export interface NewUnit extends UnitNames {
  /** Null for a unit directly under the bureau. */
  readonly parentId: string | null;
  readonly since: CivilDate;
}

/** Sets up a unit of the bureau. @throws LianbanError NO_SUCH_UNIT for the unit above it, DAYS_UNFIT. */
export const addUnit = (
  pool: Pool,
  administrator: Administrator,
  { nameZh, nameEn, phone, parentId, since }: NewUnit,
): Promise<{ readonly unitId: string }> =>
  administer(pool, administrator, async (administration) => {
    const { province, today, client } = administration;
    if (parentId !== null) await presentUnit(administration, parentId);
    refusePast({ since, until: null }, today);
    const unitId = `${province.toLowerCase()}-${randomUUID().slice(0, 8)}`;
    await select(client, {
      text: `INSERT INTO unit (id, province, bureau_id, parent_id, name_zh, name_en, phone, since)
        SELECT $1, province, id, $3, $4, $5, $6, $7 FROM bureau WHERE province = $2 ORDER BY id LIMIT 1`,
      values: [unitId, province, parentId, nameZh, nameEn, phone, since],
    });
    await noteAct(administration, 'addUnit', { unit: unitId, nameZh, nameEn, parent: parentId, since });
    return { unitId };
  });

/** A unit is called something else from now on; what was done in it keeps the name of its time. @throws LianbanError NO_SUCH_UNIT, NOTHING_TO_CHANGE. */
export const renameUnit = (
  pool: Pool,
  administrator: Administrator,
  { unitId, nameZh, nameEn, phone, reason }: UnitNames & { readonly unitId: string; readonly reason: string },
): Promise<void> =>
  administer(pool, administrator, async (administration) => {
    const { nameZh: oldZh, nameEn: oldEn, phone: oldPhone } = await presentUnit(administration, unitId);
    if (nameZh === oldZh && nameEn === oldEn && phone === oldPhone) throw new LianbanError('NOTHING_TO_CHANGE');
    await select(administration.client, {
      text: `WITH before AS (INSERT INTO unit_name (unit_id, until_at, name_zh, name_en) SELECT id, $5, name_zh, name_en FROM unit WHERE id = $1)
        UPDATE unit SET name_zh = $2, name_en = $3, phone = $4 WHERE id = $1`,
      values: [unitId, nameZh, nameEn, phone, administration.now],
    });
    const before = { nameZh: oldZh, nameEn: oldEn, phone: oldPhone };
    await noteAct(administration, 'renameUnit', { unit: unitId, before, nameZh, nameEn, phone, reason });
  });

/** Which unit holds the duties of a role; for one item, or for all that have no unit of their own. */
export interface Assignment {
  readonly unitId: string;
  readonly role: Exclude<Role, 'APP' | 'DIST' | 'AUD' | 'CLK'>;
  readonly item: string | null;
}

/** Duties of the role that open from now on go to the unit; open ones stay where they are. @throws LianbanError NO_SUCH_UNIT, PLACE_UNFIT for one that is to end, UNKNOWN_ITEM, NOTHING_TO_CHANGE. */
export const assignRole = (
  pool: Pool,
  administrator: Administrator,
  { unitId, role, item }: Assignment,
): Promise<void> =>
  administer(pool, { ...administrator, movesDuties: true }, async (administration) => {
    const { client, province } = administration;
    const { until } = await presentUnit(administration, unitId);
    if (until !== null) throw new LianbanError('PLACE_UNFIT');
    await refuseUnknownItem(administration, item);
    const held = await selectFirst<{ unitId: string }>(client, {
      text: 'SELECT unit_id AS "unitId" FROM unit_duty WHERE province = $1 AND role = $2 AND item IS NOT DISTINCT FROM $3',
      values: [province, role, item],
    });
    if (held?.unitId === unitId) throw new LianbanError('NOTHING_TO_CHANGE');
    await select(client, {
      text: `INSERT INTO unit_duty (province, role, item, unit_id) VALUES ($1, $2, $3, $4)
        ON CONFLICT (province, role, item) DO UPDATE SET unit_id = excluded.unit_id`,
      values: [province, role, item, unitId],
    });
    await noteAct(administration, 'assignRole', { role, item, unit: unitId, before: held?.unitId ?? null });
  });

async function refuseUnknownItem({ client, province }: Administration, item: string | null): Promise<void> {
  const text = 'SELECT FROM item WHERE code = $1 AND province = $2 LIMIT 1';
  if (item === null || (await selectFirst(client, { text, values: [item, province] })) !== undefined) return;
  throw new LianbanError('UNKNOWN_ITEM', { item });
}

/** A unit that another takes the place of from a day on. */
export interface Succession {
  readonly unitId: string;
  readonly successorId: string;
  readonly from: CivilDate;
  readonly reason: string;
}

/**
 * From that day on the posts of the unit are posts of its successor, which also holds its open duties and those of its roles;
 * who has taken one keeps it. What was done before keeps the old names. Gives how many posts and open duties went over now.
 * @throws LianbanError NO_SUCH_UNIT for either, PLACE_UNFIT when both are one or the successor does not exist that day, DAYS_UNFIT.
 */
export const succeedUnit = (
  pool: Pool,
  administrator: Administrator,
  { unitId, successorId, from, reason }: Succession,
): Promise<{ readonly posts: number; readonly duties: number }> =>
  administer(pool, { ...administrator, movesDuties: true }, async (administration) => {
    const { client, today } = administration;
    const [unit, successor] = [
      await presentUnit(administration, unitId),
      await presentUnit(administration, successorId),
    ];
    if (unitId === successorId) throw new LianbanError('PLACE_UNFIT');
    refusePast({ since: from, until: null }, today);
    if ((successor.since ?? from) > from || successor.until !== null) throw new LianbanError('PLACE_UNFIT');
    if (unit.until !== null || (unit.since ?? from) > from) throw new LianbanError('DAYS_UNFIT', { from });
    const until = addDays(from, -1);
    const text = 'UPDATE unit SET until = $2, successor_id = $3 WHERE id = $1';
    await select(client, { text, values: [unitId, until, successorId] });
    const posts = await movePosts(administration, { unitId, successorId, from });
    const duties = from <= today ? await followSuccessor(client, unitId) : 0;
    await noteAct(administration, 'succeedUnit', {
      unit: unitId,
      name: unit.nameZh,
      successor: successorId,
      from,
      reason,
      posts,
      duties,
    });
    return { posts, duties };
  });

/** Posts that last beyond the unit end with it and go on in its successor, except where somebody has that post there already. */
async function movePosts(
  { client }: Administration,
  { unitId, successorId, from }: Omit<Succession, 'reason'>,
): Promise<number> {
  const moved = await select(client, {
    text: `WITH ended AS (
        UPDATE post SET until = greatest($3::date, since) - 1 FROM (SELECT id, until AS planned FROM post) before
        WHERE before.id = post.id AND post.unit_id = $1 AND (post.until IS NULL OR post.until >= $3)
        RETURNING post.person_id, post.role, post.province, greatest($3::date, post.since) AS since, before.planned
      )
      INSERT INTO post (person_id, role, unit_id, province, since, until)
      SELECT person_id, role, $2, province, since, planned FROM ended ON CONFLICT DO NOTHING RETURNING id`,
    values: [unitId, successorId, from],
  });
  return moved.length;
}
