import { isWorked, type WorkingCalendar } from '@lianban/domain/calendar';
import { civilDateOf, epochDay, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';

/** A duty as an interval: who held the ball from when to when. */
export interface HeldInterval {
  readonly role: Role;
  readonly kind: 'duty' | 'right';
  readonly openedAt: Instant;
  readonly settledAt: Instant | null;
}

/** Working days on which a side had something to do. With parallel branches the two overlap. */
export interface DaysUsed {
  readonly agency: number;
  readonly enterprise: number;
}

/** Counts the days after the one a duty was opened on, up to the one it ended on or `today`; each day once per side. */
export function daysUsed(intervals: readonly HeldInterval[], today: CivilDate, calendar: WorkingCalendar): DaysUsed {
  const agency = new Set<number>();
  const enterprise = new Set<number>();
  for (const { role, kind, openedAt, settledAt } of intervals) {
    if (kind === 'right') continue;
    const side = role === 'APP' ? enterprise : agency;
    const last = epochDay(settledAt === null ? today : civilDateOf(settledAt));
    for (let day = epochDay(civilDateOf(openedAt)) + 1; day <= last; day += 1)
      if (isWorked(calendar.dayNumbered(day))) side.add(day);
  }
  return { agency: agency.size, enterprise: enterprise.size };
}
