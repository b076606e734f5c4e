import type { WorkingCalendar } from '@lianban/domain/calendar';
import { LianbanError } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import type { Rule } from '@lianban/domain/rule';
import type { Fields } from './fields.ts';
import { Refusal } from './refusal.ts';

/** What days and limits are judged by, as it stood when the command began. */
export interface Knowledge {
  /** With the closures of the province, or of none. */
  readonly calendarOf: (province: Province | null) => WorkingCalendar;
  readonly rules: readonly Rule[];
}

/** The provinces as lines name them. */
export const provinceCodes = ['CQ', 'SC'] as const satisfies readonly Province[];

/** The calendar and rules of the installation that DATABASE_URL names; without it those that came with this version. */
export async function readKnowledge(env: NodeJS.ProcessEnv): Promise<Knowledge> {
  const connectionString = env['DATABASE_URL'] ?? '';
  return connectionString === '' ? builtIn() : installed(connectionString);
}

async function builtIn(): Promise<Knowledge> {
  const [{ workingCalendar }, { calendarYears }, { rules }] = await Promise.all([
    import('@lianban/domain/calendar'),
    import('@lianban/domain/calendar-years'),
    import('@lianban/domain/rules'),
  ]);
  const calendar = workingCalendar(calendarYears);
  return { calendarOf: () => calendar, rules };
}

async function installed(connectionString: string): Promise<Knowledge> {
  const [{ default: pg }, { calendarOf, nationalCalendar }, { allRules }] = await Promise.all([
    import('pg'),
    import('@lianban/db/calendar'),
    import('@lianban/db/rules'),
  ]);
  const pool = new pg.Pool({ connectionString, max: 1 });
  try {
    const national = await nationalCalendar(pool);
    const calendars = { CQ: await calendarOf(pool, 'CQ'), SC: await calendarOf(pool, 'SC') };
    const rules = await allRules(pool);
    return { calendarOf: (province) => (province === null ? national : calendars[province]), rules };
  } finally {
    await pool.end();
  }
}

/** The province that a line names; null when it names none. */
export const readProvince = (fields: Fields): Province | null =>
  fields.has('province') ? fields.oneOf('province', provinceCodes) : null;

/** Counts, and blames the field from which the count began when it leaves the calendar. */
export function counting<T>(field: string, count: () => T): T {
  try {
    return count();
  } catch (failure) {
    if (!(failure instanceof LianbanError)) throw failure;
    if (failure.code === 'CALENDAR_GAP') throw new Refusal('CALENDAR_GAP', field, { on: String(failure.detail['on']) });
    if (failure.code === 'NO_SUCH_DATE') throw new Refusal('BEYOND_CALENDAR', field);
    throw failure;
  }
}
