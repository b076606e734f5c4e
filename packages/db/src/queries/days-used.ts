import { isWorked, type WorkingCalendar } from '@lianban/domain/calendar';
import { civilDateOf, epochDay, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';

/** A duty as an interval: who held the ball from when to when. */
export interface HeldInterval {
  readonly role: Role;
  readonly kind: 'duty' | 'right';
  /** Null for the enterprise. */
  readonly unitId: string | null;
  readonly place: Text;
  readonly openedAt: Instant;
  readonly settledAt: Instant | null;
}

/** Working days on which a side, or a unit of the agency, had something to do. With parallel branches they overlap. */
export interface DaysUsed {
  readonly agency: number;
  readonly enterprise: number;
  /** Those that had something to do at all, in the order in which they first had. */
  readonly units: readonly { readonly unit: Text; readonly days: number }[];
}

/** Counts the days after the one a duty was opened on, up to the one it ended on or `today`; each day once per side and unit. */
export function daysUsed(intervals: readonly HeldInterval[], today: CivilDate, calendar: WorkingCalendar): DaysUsed {
  const agency = new Set<number>();
  const enterprise = new Set<number>();
  const units = new Map<string, { readonly unit: Text; readonly held: Set<number> }>();
  for (const { role, kind, unitId, place, openedAt, settledAt } of intervals) {
    if (kind === 'right') continue;
    const unit = unitId === null ? undefined : (units.get(unitId) ?? { unit: place, held: new Set<number>() });
    if (unitId !== null && unit !== undefined) units.set(unitId, unit);
    const last = epochDay(settledAt === null ? today : civilDateOf(settledAt));
    for (let day = epochDay(civilDateOf(openedAt)) + 1; day <= last; day += 1) {
      if (!isWorked(calendar.dayNumbered(day))) continue;
      (role === 'APP' ? enterprise : agency).add(day);
      unit?.held.add(day);
    }
  }
  return {
    agency: agency.size,
    enterprise: enterprise.size,
    units: [...units.values()].map(({ unit, held }) => ({ unit, days: held.size })),
  };
}
