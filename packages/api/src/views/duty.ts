import type { ErrorCode } from '@lianban/domain/error';
import { z } from 'zod';
import { isErrorCode } from '../errors/http-codes.ts';
import { attachmentView } from './attachment.ts';
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
  /** What it is about, where several of the step stand beside each other. */
  about: textView.nullable(),
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
  /** For whom they stood in. */
  updatedFor: z.string().nullable(),
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

const optionsView = z.array(z.object({ value: z.string(), label: textView }));
const lineKind = z.object({ type: z.literal('line'), maxLength: z.number() });
const proseKind = z.object({ type: z.literal('prose'), maxLength: z.number() });
const dateKind = z.object({ type: z.literal('date') });
const severalKind = z.object({ type: z.literal('several'), options: optionsView });
const choiceKind = z.object({ type: z.literal('choice'), options: optionsView });

/** One column of a table to fill in. */
export const columnView = z.object({
  name: z.string(),
  label: textView,
  required: z.boolean(),
  kind: z.union([lineKind, proseKind, dateKind, choiceKind]),
});

/** A form field as the catalogue states it. */
export const fieldView = z.object({
  name: z.string(),
  label: textView,
  hint: textView.nullable(),
  required: z.boolean(),
  kind: z.union([
    lineKind,
    proseKind,
    dateKind,
    z.object({ type: z.literal('flag') }),
    choiceKind,
    severalKind,
    z.object({ type: z.literal('list'), maxItems: z.number(), maxLength: z.number() }),
    z.object({
      type: z.literal('rows'),
      maxItems: z.number(),
      minItems: z.number().optional(),
      columns: z.array(columnView),
    }),
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
  /** Whether files have to, or may, come with it; null where none are taken. */
  files: z.enum(['required', 'optional']).nullable(),
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
  /** What it is about, where several of the step stand beside each other. */
  about: textView.nullable(),
  owner: ownerView,
  /** Files that the reader has handed in for it and not sent yet; none for anybody but the applicant. */
  waiting: z.array(attachmentView),
  /** Who stands in today for whoever has taken it; nobody for applicants. */
  deputies: z.array(z.string()),
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
  /** The case that does this step and ends it, where the reader may see it; null for steps that somebody answers, and while it is being opened. */
  doneBy: z.object({ caseId: z.string(), caseNumber: z.string() }).nullable(),
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

/** What became of each answer of a batch: its receipt, or the refusal that it would have had by itself. */
export const batchReceipt = z.array(
  z.object({
    requestId: z.string(),
    done: answerReceipt.nullable(),
    refused: z.object({ code: z.custom<ErrorCode>(isErrorCode), detail: z.record(z.string(), z.unknown()) }).nullable(),
  }),
);
