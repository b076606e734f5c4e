import type { DutyView } from '../views.ts';

/**
 * Among steps that are open at once, the one whose last day comes last; null when one of them has no day, or all have the
 * same. It is the one to look at when asking how long the whole may take.
 */
export function latestDue(duties: readonly Pick<DutyView, 'key' | 'deadline'>[]): string | null {
  const days = duties.flatMap(({ key, deadline }) => (deadline.on === null ? [] : [{ key, on: deadline.on }]));
  if (days.length < 2 || days.length < duties.length) return null;
  const [last, before] = days.toSorted((a, b) => b.on.localeCompare(a.on));
  return last && before && last.on > before.on ? last.key : null;
}
