import type { CivilDate } from '@lianban/domain/civil-date';
import type { Limit } from '@lianban/domain/limit';
import { Fields } from './fields.ts';
import { Refusal } from './refusal.ts';

/** About a hundred years of each unit: more than any law grants. */
const MAX = { workingDays: 36_500, calendarDays: 36_500, months: 1_200, hours: 876_000 } as const;

const inDays = ['workingDays', 'calendarDays', 'months', 'until', 'onTheSpot'] as const;
/** Units of a limit; hours only where the start is an instant. */
export const limitUnits = { inDays, any: [...inDays, 'hours'] } as const;

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
  return { onTheSpot: fields.yes('onTheSpot') };
}

/** The limit itself. @throws Refusal when it goes to a given day that lies before its start. */
export function startingOn(startOn: CivilDate, limit: Limit, path: string): Limit {
  if ('until' in limit && limit.until < startOn)
    throw new Refusal('ENDS_BEFORE_START', `${path}.until`, { start: startOn });
  return limit;
}
