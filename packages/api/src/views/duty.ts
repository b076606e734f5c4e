import { z } from 'zod';
import { civilDateView, deadlineView, instantView, ownerView, textView, trailView } from './basics.ts';

/** A row of the inbox. */
export const inboxRow = z.object({
  caseId: z.string(),
  duty: z.string(),
  caseNumber: z.string(),
  itemTitle: textView,
  procedureTitle: textView,
  enterprise: z.string(),
  step: z.string(),
  stepTitle: textView,
  deadline: deadlineView.omit({ why: true }),
  /** What happens by itself when the day passes, for rows where that is so. */
  consequence: textView.nullable(),
  owner: ownerView,
  /** Claimed by me · free in the pool · claimed by somebody else. */
  holder: z.enum(['me', 'pool', 'other']),
  openedAt: instantView,
  /** The last thing that happened on the case. */
  updatedAt: instantView,
  updatedBy: z.string().nullable(),
  lastAct: textView,
  /** That somebody urged whoever owes it: how often, and on which day last. */
  urged: z.object({ times: z.number().int(), lastOn: civilDateView }).nullable(),
  /** Who waits for this duty. */
  waits: z.enum(['enterprise', 'agency']),
});

/** A page of the inbox, keyset-paged; groups are counted over the whole inbox, not the page. */
export const inboxPage = z.object({
  today: civilDateView,
  rows: z.array(inboxRow),
  next: z.string().nullable(),
  counts: z.object({
    mine: z.number().int(),
    pool: z.number().int(),
    today: z.number().int(),
    overdue: z.number().int(),
    week: z.number().int(),
    later: z.number().int(),
    undated: z.number().int(),
  }),
  /** Earliest deadline of today that takes effect by itself. */
  deemedToday: z.number().int(),
});

/** A form field as the catalogue states it. */
export const fieldView = z.object({
  name: z.string(),
  label: textView,
  hint: textView.nullable(),
  required: z.boolean(),
  kind: z.union([
    z.object({ type: z.literal('line'), maxLength: z.number() }),
    z.object({ type: z.literal('prose'), maxLength: z.number() }),
    z.object({ type: z.literal('date') }),
    z.object({ type: z.literal('flag') }),
    z.object({ type: z.literal('choice'), options: z.array(z.object({ value: z.string(), label: textView })) }),
    z.object({ type: z.literal('list'), maxItems: z.number(), maxLength: z.number() }),
  ]),
});

/** A button of an open duty; `unavailable` says why it cannot be used now. */
export const outcomeView = z.object({
  name: z.string(),
  title: textView,
  tone: z.enum(['primary', 'danger', 'plain']),
  irreversible: z.boolean(),
  /** It makes a paper under seal: whoever acts proves anew who they are, unless they have a short while ago. */
  isSealed: z.boolean(),
  form: z.array(fieldView),
  /** Documents the act makes. */
  documents: z.array(textView),
  unavailable: textView.nullable(),
});

/** An open duty or right with everything needed to act on it. */
export const dutyView = z.object({
  caseId: z.string(),
  key: z.string(),
  kind: z.enum(['duty', 'right']),
  step: z.string(),
  stepTitle: textView,
  owner: ownerView,
  holder: z.enum(['me', 'pool', 'other']),
  /** May the signed-in post act on it now? Otherwise the reason. */
  mayAct: z.boolean(),
  whyNot: textView.nullable(),
  deadline: deadlineView,
  outcomes: z.array(outcomeView),
  basis: z.array(textView),
  openedAt: instantView,
  /** What was sent for it; null for applicants and for rights. */
  trail: trailView.nullable(),
  /** May the signed-in post urge whoever owes it? */
  mayUrge: z.boolean(),
});

/** What an answered duty led to. `recording` means: received for good, the engine finishes it by itself. */
export const answerReceipt = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('recorded'),
    version: z.number().int(),
    opened: z.array(
      z.object({ key: z.string(), stepTitle: textView, owner: ownerView, dueOn: civilDateView.nullable() }),
    ),
    closed: textView.nullable(),
    documents: z.array(z.object({ title: textView, number: z.string().nullable() })),
  }),
  z.object({ state: z.literal('recording'), requestId: z.string() }),
]);
