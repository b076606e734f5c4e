import { z } from 'zod';
import { cardView, deadlineView, instantView, ownerView, textView } from './basics.ts';

const told = z.object({ id: z.string(), at: instantView, read: z.boolean() });

/** An applied revision of the calendar that moved cases of the post. */
const revisionMessage = told.extend({
  kind: z.literal('revision'),
  title: textView,
  reason: z.string(),
  cases: z.number().int(),
  /** The case, when it is one. */
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
});

/** A card or an urge, with the duty as it stands now. */
const caseMessage = told.extend({
  kind: z.literal('case'),
  caseId: z.string(),
  caseNumber: z.string(),
  itemTitle: textView,
  enterprise: z.string(),
  /** The step, or the statutory clock. */
  stepTitle: textView,
  /** Key of the duty, or of the clock, whose deadline it is. */
  duty: z.string(),
  /** A card of the ladder; null for an urge. */
  card: cardView.nullable(),
  urge: z.object({ by: z.string(), roleTitle: textView, reason: z.string().nullable() }).nullable(),
  /** Null once the step is done, and for a clock. */
  deadline: deadlineView.omit({ why: true }).nullable(),
  owner: ownerView.nullable(),
  /** The step has been done or has ended meanwhile. */
  done: z.boolean(),
  /** What else is to be done, or what happens when the day passes. */
  note: textView.nullable(),
});

/** Something the post was told. */
export const messageView = z.discriminatedUnion('kind', [caseMessage, revisionMessage]);

/** The latest messages, and how many are unread in all. */
export const messageList = z.object({ rows: z.array(messageView), unread: z.number().int() });
