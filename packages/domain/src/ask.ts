import type { CivilDate, Instant } from './civil-date.ts';
import type { DutyLimit, EarliestLimit, Limit } from './limit.ts';

/** Why a stretch of days is not counted: 不计时 (the law leaves it out) or 中止 (review suspended by rule). */
export type SpanKind = 'excluded' | 'suspended';

/**
 * Days that a statutory clock does not consume, both ends included; `to` is null while the stretch is open.
 * A stretch begins on the day after the event that opened it and ends on the day of the event that closed it.
 */
export interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly kind: SpanKind;
  /** Key of the reason, for example `hearing`. */
  readonly reason: string;
}

/** Why a day stays: `printed` on a served document, or the new day had `passed` when the calendar was revised. */
export type KeptGround = 'printed' | 'passed';

/**
 * A last day that stays valid although the count, revised afterwards, ends earlier. `after` says how many limits were
 * counted when it was set: 1 for the limit alone, one more for each extension.
 */
export interface KeptDate {
  readonly on: CivilDate;
  readonly after: number;
  readonly ground: KeptGround;
}

/** Something that needs a last day: a duty or a statutory clock. */
export interface Ask {
  /** Duty key, or `clock:<name>`. Unique in its case. */
  readonly key: string;
  readonly limit: DutyLimit;
  /** Extensions, each counted from the end of what came before it. */
  readonly extensions: readonly Limit[];
  /** The day that is not counted. */
  readonly startOn: CivilDate;
  /** The instant from which hours run. */
  readonly startAt: Instant;
  readonly spans: readonly Span[];
  readonly kept?: KeptDate | undefined;
}

/**
 * The answer to an {@link Ask}. `on` is the last civil day, `at` the first instant that is late
 * (24:00 of `on` in Asia/Shanghai, or the hour itself). Both are null while a span is open that began before the days
 * had run out: the clock stands still. A span opened after the last day changes nothing any more.
 */
export interface Due {
  readonly on: CivilDate | null;
  readonly at: Instant | null;
  /** The count touches a year without a State Council notice: 预计. */
  readonly provisional: boolean;
  readonly why: Explanation;
}

/** Everything needed to recount a due date by hand. */
export interface Explanation {
  readonly startOn: CivilDate;
  readonly limit: Limit;
  readonly extensions: readonly Limit[];
  readonly spans: readonly Span[];
  /** Announced rest days that were skipped or rolled over, ordinary weekends left out: day and festival. */
  readonly holidays: readonly { readonly on: CivilDate; readonly name: string }[];
  /** Weekend days that were counted, or not rolled over, because they were worked (调休上班). */
  readonly makeupDays: readonly CivilDate[];
  /** The last day fell on a rest day and moved (民法典203): the day it fell on. */
  readonly rolledFrom: CivilDate | null;
  /** Working days consumed inside spans, that is, not counted. */
  readonly excludedWorkingDays: number;
  /** Editions of the calendar used, such as `2026#1`; `2027#0` for a year without a notice. */
  readonly calendar: readonly string[];
  /** Present where the limit was the earliest of several: all of them, `limit` being the one that ends first. */
  readonly earliestOf?: EarliestLimit['earliest'];
  /** Present when a date was kept: that date, and the earlier day that the count gives. */
  readonly kept?: KeptDate & { readonly countedTo: CivilDate };
}
