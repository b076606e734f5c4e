import { roleCodes } from '@lianban/domain/role';
import { z } from 'zod';

/** A text in both languages. */
export const textView = z.object({ zh: z.string(), en: z.string() });
/** `YYYY-MM-DD` in Asia/Shanghai. */
export const civilDateView = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** ISO 8601 in UTC. */
export const instantView = z.string();
export const provinceView = z.enum(['CQ', 'SC']);
export const roleView = z.enum(roleCodes);
const lightView = z.enum(['green', 'yellow', 'orange', 'red']);
export const markView = z.enum(['law', 'design', 'uncertain']);
export const policyView = z.enum(['DEEMED', 'BREACH', 'LAPSE', 'NUDGE', 'CHASE', 'EXPIRE']);

/** A limit as data; exactly one of the keys is present. */
export const limitView = z.union([
  z.object({ workingDays: z.number().int() }),
  z.object({ calendarDays: z.number().int() }),
  z.object({ months: z.number().int() }),
  z.object({ hours: z.number().int() }),
  z.object({ until: civilDateView }),
  z.object({ onTheSpot: z.literal(true) }),
  z.object({ dayOf: z.object({ day: z.number().int(), months: z.array(z.number().int()).readonly() }) }),
]);

/** Days that a clock does not count, both ends included. */
export const spanView = z.object({
  from: civilDateView,
  to: civilDateView.nullable(),
  kind: z.enum(['excluded', 'suspended']),
  reason: z.string(),
  title: textView,
});

/** A paper of the case by which a clock was stopped or ran on; `id` is null where it can only be named, not opened. */
const spanPaperView = z.object({ id: z.string().nullable(), title: textView, number: z.string().nullable() });

/** Papers of a turn: none when the turn made none, null when it made some that the reader may not see. */
const spanPapersView = z.array(spanPaperView).nullable();

/** Days left out of a count, with what they rest on. */
export const countedSpanView = spanView.extend({
  /** Working days in it up to the last day, or up to today while it is open; a day in two spans counts for the first. */
  workingDays: z.number().int(),
  basis: textView.nullable(),
  /** Null where the record does not tell. */
  openedBy: spanPapersView,
  closedBy: spanPapersView,
});

/** Everything the why-that-day panel draws. */
export const whyView = z.object({
  title: textView,
  /** The whole explanation in one sentence, to be counted after by hand. */
  sentence: textView,
  startOn: civilDateView,
  /** What happened on `startOn`; null when the record does not tell, or not this reader. */
  startedBy: textView.nullable(),
  /** The earlier day on which that was sent, outside office hours, when it counts as received on `startOn`. */
  filedOn: civilDateView.nullable(),
  limit: limitView,
  extensions: z.array(limitView),
  /** Where each extension comes from and by which papers it was allowed, in the order of `extensions`; empty in a forecast. */
  extendedBy: z.array(z.object({ basis: textView, mark: markView, papers: spanPapersView })),
  spans: z.array(countedSpanView),
  holidays: z.array(z.object({ on: civilDateView, name: textView })),
  makeupDays: z.array(civilDateView),
  rolledFrom: civilDateView.nullable(),
  excludedWorkingDays: z.number().int(),
  /** While the clock stands still: since when, and how many working days are used and left; `remaining` is null for other limits. */
  stopped: z
    .object({ since: civilDateView, consumed: z.number().int(), remaining: z.number().int().nullable() })
    .nullable(),
  calendar: z.array(z.string()),
  /** A printed last day that stays valid although the count, revised afterwards, gives the earlier `countedTo`. */
  kept: z.object({ on: civilDateView, countedTo: civilDateView, ground: z.enum(['printed', 'passed']) }).nullable(),
  /** Where the number comes from, and whether that is law. */
  basis: textView,
  mark: markView,
  policy: policyView,
  /** What the passing of the day brings about, where it has an effect of its own. */
  consequence: textView.nullable(),
});

/** A deadline is never alone: day, days left, light, and why. `on` is null while the clock stands still or none is set. */
export const deadlineView = z.object({
  on: civilDateView.nullable(),
  at: instantView.nullable(),
  light: lightView.nullable(),
  /** Working days until `on`; 0 on the day itself, negative when late. */
  workingDaysLeft: z.number().int().nullable(),
  provisional: z.boolean(),
  clockStopped: z.boolean(),
  why: whyView.nullable(),
});

/** A card of the ladder: 提醒, 黄牌, 橙牌, 红牌; `number` counts red ones. */
export const cardView = z.object({
  rung: z.enum(['reminder', 'yellow', 'orange', 'red']),
  number: z.number().int(),
  /** The day it was to be sent. */
  on: civilDateView,
});

/** What has been sent for a duty, in order of time, and from when the reader may urge it; null for at once. */
export const trailView = z.object({
  cards: z.array(cardView.extend({ sentOn: civilDateView })),
  urges: z.array(z.object({ on: civilDateView, by: z.string(), standingInFor: z.string().nullable() })),
  urgeAgainOn: civilDateView.nullable(),
});

/** Who holds the ball: a person once claimed, otherwise a pool. */
export const ownerView = z.object({
  role: z.string(),
  roleTitle: textView,
  /** Unit, or the enterprise for duties of the applicant. */
  unit: textView,
  province: provinceView,
  person: z.string().nullable(),
});
