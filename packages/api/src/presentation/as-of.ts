import type { WorkingCalendar } from '@lianban/domain/calendar';
import { civilDateOf, instant, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import { calendarOf } from '@lianban/db/calendar';
import type { Pool } from 'pg';

/** The moment a page is drawn for: one now, one today and one calendar, so that everything on it agrees. */
export interface AsOf {
  readonly now: Instant;
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
}

/** This moment in a province. */
export async function presently(pool: Pool, province: Province): Promise<AsOf> {
  const calendar = await calendarOf(pool, province);
  const now = instant(Date.now());
  return { now, today: civilDateOf(now), calendar };
}
