import type { Ask, Due, Explanation, KeptDate } from './ask.ts';
import type { WorkingCalendar } from './calendar.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CivilDate, Instant } from './civil-date.ts';
import { dueOf } from './due.ts';
import type { Limit } from './limit.ts';

/** A last day as it stands in the record. */
export interface StandingDue {
  readonly key: string;
  readonly on: CivilDate | null;
  readonly at: Instant | null;
  readonly provisional: boolean;
  readonly why: Explanation;
  /** The instant from which hours run. */
  readonly startAt: Instant;
  /** Whether `on` is printed on a document that was served. */
  readonly printed: boolean;
}

/**
 * What a recount does to a last day. `kept`: it would be earlier, but is printed on a served document. `confirmed`: the
 * same day, no longer 预计. `explained`: only the way to it reads differently, as for a clock that stands still.
 */
export type Shift = 'later' | 'earlier' | 'kept' | 'confirmed' | 'explained';

/** A last day counted again. */
export interface Recount {
  readonly shift: Shift;
  readonly due: Due;
  /** Present when the printed date was kept; whoever counts again later has to ask with it. */
  readonly kept: KeptDate | undefined;
}

/**
 * Counts a standing last day again under another calendar, or another limit; null when nothing about it changes. A date
 * that is printed on a served document is kept when it is the later one.
 * @throws LianbanError CALENDAR_GAP as for {@link dueOf}.
 */
export function recount(
  standing: StandingDue,
  calendar: WorkingCalendar,
  limit: Limit = standing.why.limit,
): Recount | null {
  const ask = askAgain(standing, limit);
  const counted = dueOf(ask, calendar);
  const kept = keptDate(standing, counted) ?? ask.kept;
  const due = kept === ask.kept ? counted : dueOf({ ...ask, kept }, calendar);
  return isSame(standing, due) ? null : { shift: shiftOf(standing, due), due, kept: due.why.kept && kept };
}

/** The question that was answered by the standing date, with the limit that holds now. */
function askAgain({ key, why, startAt }: StandingDue, limit: Limit): Ask {
  const { startOn, extensions, spans, kept } = why;
  return { key, limit, extensions, startOn, startAt, spans, kept: kept && { on: kept.on, after: kept.after } };
}

function keptDate({ on, printed, why }: StandingDue, counted: Due): KeptDate | undefined {
  if (!printed || on === null || counted.on === null || counted.on >= on) return undefined;
  return { on, after: 1 + why.extensions.length };
}

/** The record gives the keys of an explanation back in another order. */
const isSame = (standing: StandingDue, due: Due): boolean =>
  standing.at === due.at &&
  standing.on === due.on &&
  standing.provisional === due.provisional &&
  canonicalJson(standing.why) === canonicalJson(due.why);

function shiftOf({ at, provisional, why }: StandingDue, due: Due): Shift {
  if (at !== null && due.at !== null && at !== due.at) return due.at > at ? 'later' : 'earlier';
  if (due.why.kept !== undefined && due.why.kept.on !== why.kept?.on) return 'kept';
  return provisional && !due.provisional ? 'confirmed' : 'explained';
}
