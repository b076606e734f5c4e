import { select, type Queryable } from '../queryable.ts';

/** Whether somebody comes to wait for a lock in this database while it is asked again and again. */
export async function waitsForLock(db: Queryable): Promise<boolean> {
  const text = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' LIMIT 1`;
  for (let asked = 0; asked < 2_000; asked += 1) if ((await select(db, { text })).length > 0) return true;
  return false;
}
