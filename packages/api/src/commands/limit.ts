import { addMonths, civilDate, type CivilDate } from '@lianban/domain/civil-date';
import type { DayOfMonths, Limit } from '@lianban/domain/limit';
import { Fields } from './fields.ts';
import { Refusal } from './refusal.ts';

/** About a hundred years of each unit: more than any law grants. */
const MAX = { workingDays: 36_500, calendarDays: 36_500, months: 1_200, hours: 876_000 } as const;

const inDays = ['workingDays', 'calendarDays', 'months', 'until', 'onTheSpot'] as const;
/** Units of a limit; hours only where the start is an instant, days that come round only where one is looked for. */
export const limitUnits = { inDays, any: [...inDays, 'dayOf', 'hours'] } as const;

/** Reads one limit. @throws Refusal for none, two, or one that is out of range. */
export function readLimit(value: unknown, path: string, units: readonly string[] = limitUnits.inDays): Limit {
  const fields = new Fields(value, { path, known: units });
  const [unit, ...others] = fields.names();
  if (unit === undefined) throw new Refusal('MISSING_FIELD', path);
  if (others.length > 0) throw new Refusal('TWO_LIMITS', path, { fields: fields.names().join(', ') });
  if (fields.has('workingDays')) return { workingDays: fields.count('workingDays', MAX.workingDays) };
  if (fields.has('calendarDays')) return { calendarDays: fields.count('calendarDays', MAX.calendarDays) };
  if (fields.has('months')) return { months: fields.count('months', MAX.months) };
  if (fields.has('hours')) return { hours: fields.count('hours', MAX.hours) };
  if (fields.has('until')) return { until: fields.date('until') };
  if (fields.has('dayOf')) return { dayOf: readDayOf(fields.value('dayOf'), fields.at('dayOf')) };
  return { onTheSpot: fields.yes('onTheSpot') };
}

function readDayOf(value: unknown, path: string): DayOfMonths {
  const fields = new Fields(value, { path, known: ['day', 'months'] });
  const months = fields.list('months', 12).map((item) => {
    const month = new Fields({ [item.path]: item.value }, { path: '', known: [item.path] }).count(item.path, 12);
    if (month === 0) throw new Refusal('OUT_OF_RANGE', item.path, { max: 12 });
    return month;
  });
  const day = fields.count('day', 31);
  // A day that every one of its months lacks would never come.
  if (months.length === 0) throw new Refusal('MISSING_FIELD', `${path}.months`);
  if (day === 0 || !months.some((month) => day <= new Date(Date.UTC(2024, month, 0)).getUTCDate()))
    throw new Refusal('OUT_OF_RANGE', `${path}.day`, { max: 31 });
  return { day, months: [...new Set(months)].sort((a, b) => a - b) };
}

/** The limit itself. @throws Refusal when it goes to a given day that lies before its start. */
export function startingOn(startOn: CivilDate, limit: Limit, path: string): Limit {
  if ('until' in limit && limit.until < startOn)
    throw new Refusal('ENDS_BEFORE_START', `${path}.until`, { start: startOn });
  return limit;
}

/** The day itself, which has to lie within a hundred years of the start: no law looks further ahead. */
export function near(startOn: CivilDate, on: CivilDate, field: string): CivilDate {
  const last = startOn < '9900' ? addMonths(startOn, 1_200) : civilDate('9999-12-31');
  if (on > last) throw new Refusal('TOO_FAR', field, { last });
  return on;
}
