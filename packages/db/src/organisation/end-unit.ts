import { addDays } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Pool } from 'pg';
import { select, selectOne } from '../queryable.ts';
import { administer, noteAct, type Administration, type Administrator } from './administration.ts';
import { presentUnit } from './units.ts';

/** What a unit has that would be nobody's without it. */
interface Holdings {
  readonly duties: number;
  /** Roles whose duties open in it. */
  readonly roles: number;
  readonly posts: number;
  readonly units: number;
}

// What is asked of a unit as a whole (转办, 抄送) is asked of those in it; without posts there is nobody.
const HOLDINGS = `SELECT (SELECT count(*)::int FROM duty d WHERE d.unit_id = $1 AND d.state = 'open') AS duties,
  (SELECT count(*)::int FROM unit_duty h WHERE h.unit_id = $1) AS roles,
  (SELECT count(*)::int FROM post o WHERE o.unit_id = $1 AND (o.until IS NULL OR o.until >= greatest($2::date, o.since))) AS posts,
  (SELECT count(*)::int FROM unit u WHERE u.parent_id = $1 AND (u.until IS NULL OR u.until >= greatest($2::date, u.since))) AS units`;

/**
 * Ends a unit at once that nothing takes the place of: it was there up to yesterday. Only one that has nothing any more, so that
 * no duty is without an owner; whatever still has something is succeeded by another (`succeedUnit`). No turn is committed meanwhile.
 * @throws LianbanError NO_SUCH_UNIT, DAYS_UNFIT for one that is to be succeeded already, UNIT_HOLDS with what it has.
 */
export const endUnit = (
  pool: Pool,
  administrator: Administrator,
  { unitId, reason }: { readonly unitId: string; readonly reason: string },
): Promise<void> =>
  administer(pool, { ...administrator, movesDuties: true }, async (administration) => {
    const { client, today } = administration;
    const { nameZh: name, since, until: planned } = await presentUnit(administration, unitId);
    if (planned !== null || (since ?? today) > today) throw new LianbanError('DAYS_UNFIT', { from: today });
    await refuseHoldings(administration, unitId);
    const until = addDays(today, -1);
    await select(client, { text: 'UPDATE unit SET until = $2 WHERE id = $1', values: [unitId, until] });
    await noteAct(administration, 'endUnit', { unit: unitId, name, until, reason });
  });

async function refuseHoldings({ client, today }: Administration, unitId: string): Promise<void> {
  const holdings = await selectOne<Holdings>(client, { text: HOLDINGS, values: [unitId, today] });
  if (Object.values(holdings).some((count) => count > 0)) throw new LianbanError('UNIT_HOLDS', { unitId, ...holdings });
}
