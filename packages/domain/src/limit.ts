import type { CivilDate } from './civil-date.ts';

/**
 * How long an act may take. The start day is never counted (民法典201).
 * `calendarDays` rolls off a rest day (民法典203), `months` ends on the corresponding day (民法典202),
 * `hours` skips nothing, `onTheSpot` ends with the day it starts on. `dayOf` is the next day of that number in one of those
 * months (1 to 12), and when that is a rest day the working day before it: what is reported for a date is there by then.
 */
export type Limit =
  | { readonly workingDays: number }
  | { readonly calendarDays: number }
  | { readonly months: number }
  | { readonly hours: number }
  | { readonly until: CivilDate }
  | { readonly onTheSpot: true }
  | { readonly dayOf: DayOfMonths };

/** Ends with whichever of these limits ends first, all counted from the same day. */
export interface EarliestLimit {
  readonly earliest: readonly [Limit, ...Limit[]];
}

/** What an open duty may have: a limit, or the earliest of several. */
export type DutyLimit = Limit | EarliestLimit;

/** A day that comes round every year: its number in the month, and the months, 1 to 12 in order. */
export interface DayOfMonths {
  readonly day: number;
  readonly months: readonly number[];
}

/**
 * What happens when a limit passes (specification of timer policies). DEEMED, LAPSE, CHASE and EXPIRE have an effect of
 * their own, which is a turn of the case: an effect by law, the end of a right, a reminder to another agency and the next
 * level up, a measure that loses its force. BREACH and NUDGE only warn, unless the step itself says what its silence means,
 * as the check of suitability does: reminders first, then the ordinary procedure.
 */
export type ExpiryPolicy = 'DEEMED' | 'BREACH' | 'LAPSE' | 'NUDGE' | 'CHASE' | 'EXPIRE';

/** Whether a number is law, our own default, or unverified. Only `law` may be shown as law. */
export type Mark = 'law' | 'design' | 'uncertain';

/** What is left of a limit in working days when another one is to fit behind it; null where either is in another unit. */
export function leaving(limit: Limit, rest: Limit): Limit | null {
  if (!('workingDays' in limit) || !('workingDays' in rest)) return null;
  return { workingDays: Math.max(limit.workingDays - rest.workingDays, 0) };
}
