import { daysUsed, type DaysUsed, type HeldInterval } from '@lianban/db/queries/days-used';
import type { AsOf } from './as-of.ts';

/** Days used by each side and unit; the view owns its list. */
export function daysUsedView(
  intervals: readonly HeldInterval[],
  { today, calendar }: AsOf,
): Omit<DaysUsed, 'units'> & { units: DaysUsed['units'][number][] } {
  const used = daysUsed(intervals, today, calendar);
  return { ...used, units: [...used.units] };
}
