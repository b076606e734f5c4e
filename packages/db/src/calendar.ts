import { workingCalendar, type CalendarYear, type WorkingCalendar } from '@lianban/domain/calendar';
import type { RestDay } from '@lianban/domain/festivals';
import type { Province } from '@lianban/domain/province';
import type { Pool } from 'pg';
import { select, selectOne, type Queryable } from './queryable.ts';

interface Known {
  readonly edition: number;
  readonly calendar: WorkingCalendar;
}

/** Per pool, because two databases have two calendars; by its options, which a desk shares with the pool behind it. */
const known = new WeakMap<Pool['options'], Map<Province, Known>>();

/** The calendar of a province as it stands, read again only when its edition has changed; `db` when in a transaction. */
export async function calendarOf(pool: Pool, province: Province, db: Queryable = pool): Promise<WorkingCalendar> {
  const { edition } = await selectOne<{ edition: number }>(db, {
    name: 'calendar-edition',
    text: 'SELECT edition FROM calendar WHERE province = $1',
    values: [province],
  });
  return calendarAt(pool, { db, province, edition });
}

/** The calendar in an edition that has just been read in `db`, where it must be held if a date is to be stored. */
export async function calendarAt(
  pool: Pool,
  { db, province, edition }: { readonly db: Queryable; readonly province: Province; readonly edition: number },
): Promise<WorkingCalendar> {
  const provinces = known.get(pool.options) ?? new Map<Province, Known>();
  known.set(pool.options, provinces);
  const present = provinces.get(province);
  if (present?.edition === edition) return present.calendar;
  const calendar = await readCalendar(db, province);
  provinces.set(province, { edition, calendar });
  return calendar;
}

/** The calendar of the notices alone, without the closures of any province. */
export const nationalCalendar = async (db: Queryable): Promise<WorkingCalendar> => workingCalendar(await readYears(db));

/** All editions of all years, those that count last. */
export const readYears = (db: Queryable): Promise<readonly CalendarYear[]> =>
  select<CalendarYear>(db, {
    text: 'SELECT year, edition, source, rest, work FROM calendar_year ORDER BY year, revision',
  });

/** Days on which the offices of the province are closed whatever the notices say. */
export const readClosures = (db: Queryable, province: Province): Promise<readonly RestDay[]> =>
  select<RestDay>(db, {
    text: 'SELECT closed_on AS "on", name FROM calendar_closure WHERE province = $1 ORDER BY closed_on',
    values: [province],
  });

const readCalendar = async (db: Queryable, province: Province): Promise<WorkingCalendar> =>
  workingCalendar(await readYears(db), await readClosures(db, province));
