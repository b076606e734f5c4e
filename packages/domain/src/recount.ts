import type { Ask, Due, Explanation, KeptDate } from './ask.ts';
import type { WorkingCalendar } from './calendar.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CivilDate, Instant } from './civil-date.ts';
import { dueOf } from './due.ts';
import type { DutyLimit } from './limit.ts';

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
 * What a recount does to a last day. `kept`: it would be earlier, but is printed on a served document, or would be over
 * already. `confirmed`: the same day, no longer 预计. `explained`: only the way to it reads differently, as for a clock
 * that stands still.
 */
export type Shift = 'later' | 'earlier' | 'kept' | 'confirmed' | 'explained';

/** A last day counted again. */
export interface Recount {
  readonly shift: Shift;
  readonly due: Due;
  /** Present when the printed date was kept; whoever counts again later has to ask with it. */
  readonly kept: KeptDate | undefined;
}

/** Under what a last day is counted again: the limit that holds now, and the moment at which a day is over. */
export interface RecountTerms {
  readonly limit?: DutyLimit;
  readonly now?: Instant;
}

/**
 * Counts a standing last day again under another calendar, or another limit; null when nothing about it changes, be it
 * counted with another edition. A date that is printed on a served document is kept when it is the later one, and so is
 * one still to come when the new one is over at `now`: nobody misses a day that they were never told (both `design`).
 * @throws LianbanError CALENDAR_GAP as for {@link dueOf}.
 */
export function recount(
  standing: StandingDue,
  calendar: WorkingCalendar,
  { limit = limitOf(standing.why), now }: RecountTerms = {},
): Recount | null {
  const ask = askAgain(standing, limit);
  const counted = dueOf(ask, calendar);
  const kept = keptDate(standing, counted, now) ?? ask.kept;
  const due = kept === ask.kept ? counted : dueOf({ ...ask, kept }, calendar);
  return isSame(standing, due) ? null : { shift: shiftOf(standing, due), due, kept: due.why.kept && kept };
}

/** The limit, or those of which it was the earliest. */
export const limitOf = ({ limit, earliestOf: earliest }: Explanation): DutyLimit =>
  earliest === undefined ? limit : { earliest };

/** The question that was answered by the standing date, with the limit that holds now. */
function askAgain({ key, why, startAt }: StandingDue, limit: DutyLimit): Ask {
  const { startOn, extensions, spans, kept } = why;
  const stays = kept && { on: kept.on, after: kept.after, ground: kept.ground };
  return { key, limit, extensions, startOn, startAt, spans, kept: stays };
}

function keptDate(standing: StandingDue, counted: Due, now: Instant | undefined): KeptDate | undefined {
  const { on, why } = standing;
  if (on === null || counted.on === null || counted.on >= on) return undefined;
  const ground = groundOf(standing, counted, now);
  return ground && { on, after: 1 + why.extensions.length, ground };
}

function groundOf(
  { printed, at }: StandingDue,
  counted: Due,
  now: Instant | undefined,
): KeptDate['ground'] | undefined {
  if (printed) return 'printed';
  const isOver = (moment: Instant | null): boolean => moment !== null && now !== undefined && moment <= now;
  return isOver(counted.at) && !isOver(at) ? 'passed' : undefined;
}

/** The record gives the keys of an explanation back in another order; which edition was counted with changes no day. */
const isSame = (standing: StandingDue, due: Due): boolean =>
  standing.at === due.at &&
  standing.on === due.on &&
  standing.provisional === due.provisional &&
  countOf(standing.why) === countOf(due.why);

const countOf = (why: Explanation): string => canonicalJson({ ...why, calendar: [] });

function shiftOf({ at, provisional, why }: StandingDue, due: Due): Shift {
  if (at !== null && due.at !== null && at !== due.at) return due.at > at ? 'later' : 'earlier';
  if (due.why.kept !== undefined && due.why.kept.on !== why.kept?.on) return 'kept';
  return provisional && !due.provisional ? 'confirmed' : 'explained';
}
