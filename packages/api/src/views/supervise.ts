import { z } from 'zod';
import {
  civilDateView,
  deadlineView,
  instantView,
  limitView,
  markView,
  ownerView,
  policyView,
  provinceView,
  textView,
  trailView,
} from './basics.ts';

/** The supervisor's overview: numbers that are links, heat table, overdue list. */
export const superviseDue = z.object({
  today: civilDateView,
  totals: z.object({
    open: z.number().int(),
    green: z.number().int(),
    yellow: z.number().int(),
    orange: z.number().int(),
    red: z.number().int(),
    stopped: z.number().int(),
    dueToday: z.number().int(),
    newToday: z.number().int(),
  }),
  units: z.array(
    z.object({
      unit: textView,
      unitId: z.string(),
      open: z.number().int(),
      green: z.number().int(),
      yellow: z.number().int(),
      orange: z.number().int(),
      red: z.number().int(),
      stopped: z.number().int(),
    }),
  ),
  /** Duties due in the next ten working days, earliest first. */
  soon: z.array(
    z.object({
      caseId: z.string(),
      duty: z.string(),
      caseNumber: z.string(),
      stepTitle: textView,
      owner: ownerView,
      deadline: deadlineView.omit({ why: true }),
      cause: textView.nullable(),
      trail: trailView,
    }),
  ),
});

/** Overdue duties with the cause that the record shows. */
export const superviseOverdue = z.object({
  rows: z.array(
    z.object({
      caseId: z.string(),
      duty: z.string(),
      caseNumber: z.string(),
      itemTitle: textView,
      enterprise: z.string(),
      stepTitle: textView,
      owner: ownerView,
      deadline: deadlineView.omit({ why: true }),
      cause: textView,
      trail: trailView,
    }),
  ),
  next: z.string().nullable(),
});

/** An urge that was sent: when, and to how many posts. */
export const urgedView = z.object({ at: instantView, told: z.number().int() });

/** The rule table as administrators see it: law, our default, or unverified. */
export const rulesView = z.array(
  z.object({
    key: z.string(),
    title: textView,
    province: provinceView.nullable(),
    item: z.string().nullable(),
    limit: limitView,
    policy: policyView.nullable(),
    mark: markView,
    basis: textView,
    starts: textView,
    notCounted: textView.nullable(),
    effectiveFrom: civilDateView,
    effectiveTo: civilDateView.nullable(),
  }),
);

/** 运行状态: cases the engine had trouble with, and what was done. */
export const operationsView = z.object({
  alarms: z.array(
    z.object({
      id: z.string(),
      at: instantView,
      caseId: z.string().nullable(),
      caseNumber: z.string().nullable(),
      kind: z.string(),
      what: textView,
      resolvedAt: instantView.nullable(),
    }),
  ),
  waitingSubmissions: z.number().int(),
  openCases: z.number().int(),
});
