import { shifts } from '@lianban/domain/revision';
import { z } from 'zod';
import { civilDateView, instantView, limitView, markView, policyView, provinceView, textView } from './basics.ts';

const restDay = z.object({ on: civilDateView, name: z.string() });

/** A year as the State Council announced it. */
const yearView = z.object({
  year: z.number().int(),
  source: textView,
  rest: z.array(restDay),
  work: z.array(civilDateView),
});

/** The calendar in force for the province of the post. */
export const inForceView = z.object({
  today: civilDateView,
  years: z.array(yearView.extend({ edition: z.string() })),
  closures: z.array(restDay),
});

/** A calendar file as it was read, or everything that is wrong with it. */
export const readingView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), year: yearView }),
  z.object({
    kind: z.literal('refused'),
    problems: z.array(
      z.object({ line: z.number().int().nullable(), field: z.string(), code: z.string(), text: textView }),
    ),
  }),
]);

const termView = z.object({ limit: limitView, mark: markView, basis: textView });

/** What somebody proposes to change. */
const proposalView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('calendarYear'), year: yearView }),
  z.object({
    kind: z.literal('closures'),
    province: provinceView,
    add: z.array(restDay),
    remove: z.array(civilDateView),
  }),
  z.object({
    kind: z.literal('rule'),
    title: textView,
    rule: termView.extend({
      key: z.string(),
      province: provinceView.nullable(),
      item: z.string().nullable(),
      policy: policyView.nullable(),
      starts: textView,
      notCounted: textView.nullable(),
      effectiveFrom: civilDateView,
    }),
    running: z.enum(['keep', 'favourable']),
  }),
  z.object({
    kind: z.literal('caseRule'),
    title: textView,
    province: provinceView,
    caseId: z.string(),
    caseNumber: z.string(),
    key: z.string(),
    term: termView,
  }),
]);

/** What becomes of a limit. */
export const shiftView = z.enum(shifts);

const act = z.object({ at: instantView, name: z.string() });

/** A revision with its counts. */
export const revisionView = z.object({
  id: z.string(),
  title: textView,
  province: provinceView.nullable(),
  reason: z.string(),
  state: z.enum(['proposed', 'applied', 'rejected', 'withdrawn']),
  previewedAt: instantView,
  proposed: act,
  /** The reader proposed it, and may take it back but not decide on it. */
  own: z.boolean(),
  decided: act.nullable(),
  remark: z.string().nullable(),
  stale: z.boolean(),
  cases: z.number().int(),
  /** Limits by what becomes of them, in both provinces where it concerns both. */
  counts: z.object({
    earlier: z.number().int(),
    later: z.number().int(),
    kept: z.number().int(),
    confirmed: z.number().int(),
    explained: z.number().int(),
  }),
});

/** Revisions that concern the province, the latest first. */
export const revisionList = z.object({ rows: z.array(revisionView), next: z.string().nullable() });

/** A revision with what it changes in the province of the post, by shift and unit. */
export const revisionPage = revisionView.extend({
  today: civilDateView,
  proposal: proposalView,
  groups: z.array(
    z.object({ shift: shiftView, unitId: z.string().nullable(), unit: textView.nullable(), count: z.number().int() }),
  ),
});

const day = z.object({ on: civilDateView.nullable(), provisional: z.boolean() });

/** One limit that a revision changes: from which day to which; no day while its clock stands still. */
export const changeView = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  itemTitle: textView,
  enterprise: z.string(),
  /** The step, or the statutory clock. */
  what: textView,
  unit: textView.nullable(),
  key: z.string(),
  shift: shiftView,
  from: day,
  to: day,
});

/** A page of them. */
export const changesView = z.object({ rows: z.array(changeView), next: z.string().nullable() });
