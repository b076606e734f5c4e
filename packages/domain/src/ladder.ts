import type { Explanation, Span } from './ask.ts';
import { isWorked, type WorkingCalendar } from './calendar.ts';
import {
  addDays,
  addHours,
  civilDateOf,
  civilDateOfEpochDay,
  epochDay,
  instant,
  epochMs,
  startOfDay,
  type CivilDate,
  type Instant,
} from './civil-date.ts';
import type { Limit } from './limit.ts';
import { spanDays } from './span-days.ts';

/** How urgent a reminder is: 提醒, 黄牌, 橙牌, 红牌. */
export type Rung = 'reminder' | 'yellow' | 'orange' | 'red';

/** Who is told: whoever owes it, and the roles above them. */
export type Told = 'owner' | 'SEC' | 'DL' | 'HEAD' | 'SUP';

/** Who may owe a limit: an office, an office where silence has an effect of its own, or the applicant. */
export type LadderKind = 'agency' | 'deemed' | 'applicant';

/** The numbers of the ladder. All of them are our own (`design`): no law sets them, and none may be shown as law. */
export const ladder = {
  /** Part of the limit after which the owner is reminded. */
  halfOf: 2,
  /** Working days left: 黄牌 and 橙牌. */
  yellowDaysLeft: 3,
  orangeDaysLeft: 1,
  /** Limits of so many counted days at most have only the reminder at half and the red card. */
  shortDays: 3,
  /** Hours left: 橙牌 of limits in hours, and the reminder of an applicant. */
  hoursLeft: 2,
  /** Working days from one red card to the next. */
  redEveryDays: 5,
  /** Working days left when an applicant is reminded, and for short limits. */
  applicantDaysLeft: 3,
  applicantShortDaysLeft: 1,
  /** Hour of the day, in Asia/Shanghai, at which cards for whole days go out. */
  hourOfDay: 9,
  tells: {
    reminder: ['owner'],
    yellow: ['owner', 'SEC'],
    orange: ['owner', 'SEC', 'DL'],
    red: ['owner', 'SEC', 'DL', 'HEAD', 'SUP'],
  },
  /** Times that somebody may urge one duty in one day: each person, and all together. */
  urgesPerPerson: 1,
  urgesPerDuty: 3,
} as const satisfies { readonly tells: Readonly<Record<Rung, readonly Told[]>> } & Readonly<Record<string, unknown>>;

/** A limit that runs, as its due date was counted. */
export interface Limited extends Pick<Explanation, 'startOn' | 'limit' | 'extensions' | 'spans'> {
  readonly kind: LadderKind;
  /** The last day and the first late instant; a clock that stands still has no ladder. */
  readonly dueOn: CivilDate;
  readonly dueAt: Instant;
}

/** One step of a ladder. */
export interface LadderRung {
  readonly rung: Rung;
  /** Counts red cards from 1; 1 for every other rung. */
  readonly number: number;
  /** The day it belongs to; a first red card belongs to the last day, whose 24:00 is its moment. */
  readonly on: CivilDate;
  /** When it is to be sent. */
  readonly at: Instant;
  readonly tells: readonly Told[];
}

/**
 * The rungs of a limit in order, without end where red cards repeat: read as many as needed. Days are counted as the
 * limit counts them, without its spans, and cards of whole days go out at 09:00 of a working day; only the first red card
 * has the first late instant itself. The reminder at half is left out where a yellow card comes no later. All of it is
 * our own design; see {@link ladder}.
 * @throws LianbanError CALENDAR_GAP for days before the first known year.
 */
export function* rungsOf(limited: Limited, calendar: WorkingCalendar): Generator<LadderRung, void, undefined> {
  yield* isHours(limited) ? hourRungs(limited) : dayRungs(limited, calendar);
  if (limited.kind !== 'agency') return;
  yield { ...rung('red', limited.dueAt), on: limited.dueOn };
  for (let number = 2; ; number += 1) {
    const on = calendar.addWorkingDays(limited.dueOn, ladder.redEveryDays * (number - 1));
    yield { ...rung('red', morningOf(on)), number };
  }
}

const rung = (name: Rung, at: Instant): LadderRung => ({
  rung: name,
  number: 1,
  on: civilDateOf(at),
  at,
  tells: ladder.tells[name],
});

const morningOf = (on: CivilDate): Instant => addHours(startOfDay(on), ladder.hourOfDay);

const isHours = ({ limit, extensions }: Limited): boolean =>
  [limit, ...extensions].every((part: Limit) => 'hours' in part);

/** Limits in hours: at half, and two hours before the end where half is earlier than that. */
function* hourRungs({ kind, limit, extensions, dueAt }: Limited): Generator<LadderRung> {
  const hours = [limit, ...extensions].reduce((sum, part) => sum + ('hours' in part ? part.hours : 0), 0);
  const half = instant(epochMs(dueAt) - (hours * 3_600_000) / ladder.halfOf);
  const late = addHours(dueAt, -ladder.hoursLeft);
  if (kind === 'applicant') yield rung('reminder', half < late ? late : half);
  else {
    yield rung('reminder', half);
    if (half < late) yield rung('orange', late);
  }
}

function* dayRungs(limited: Limited, calendar: WorkingCalendar): Generator<LadderRung> {
  const days = countedDays(limited, calendar);
  const isShort = days.length <= ladder.shortDays;
  const before = (left: number): CivilDate => days[days.length - 1 - left] ?? limited.dueOn;
  if (limited.kind === 'applicant') {
    const on = before(isShort ? ladder.applicantShortDaysLeft : ladder.applicantDaysLeft);
    yield rung('reminder', morningOf(on));
    return;
  }
  const half = halfOf(limited, days, calendar);
  const yellow = before(ladder.yellowDaysLeft);
  if (isShort || half < yellow) yield rung('reminder', morningOf(half));
  if (isShort) return;
  yield rung('yellow', morningOf(yellow));
  yield rung('orange', morningOf(before(ladder.orangeDaysLeft)));
}

/** The working days after the start up to the last day that no span takes out: what is left is counted in them. */
function countedDays({ startOn, dueOn, spans }: Limited, calendar: WorkingCalendar): readonly CivilDate[] {
  return daysOutside(spans, startOn, dueOn).filter((on) => isWorked(calendar.dayOf(on)));
}

/** The working day with which half of the limit is used up, counted as the limit counts: in working or natural days. */
function halfOf(limited: Limited, working: readonly CivilDate[], calendar: WorkingCalendar): CivilDate {
  const { startOn, dueOn, spans, limit } = limited;
  const days = 'workingDays' in limit ? working : daysOutside(spans, startOn, dueOn);
  const half = days[Math.ceil(days.length / ladder.halfOf) - 1] ?? dueOn;
  // Half of natural days may be a rest day; nobody is in the office then.
  return working.find((on) => on >= half) ?? working.at(-1) ?? (calendar.isWorkingDay(half) ? half : dueOn);
}

function daysOutside(spans: readonly Span[], startOn: CivilDate, dueOn: CivilDate): readonly CivilDate[] {
  const { excludes } = spanDays(spans);
  const days: CivilDate[] = [];
  for (let day = epochDay(addDays(startOn, 1)), last = epochDay(dueOn); day <= last; day += 1)
    if (!excludes(day)) days.push(civilDateOfEpochDay(day));
  return days;
}
