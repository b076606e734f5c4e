import { z } from 'zod';
import { civilDateView, instantView, textView } from './basics.ts';

/** A letter between the two bureaus, as it stands in the file of a case. */
export const letterView = z.object({
  direction: z.enum(['out', 'in']),
  number: z.string(),
  kind: z.enum(['request', 'reminder', 'recall', 'reply']),
  title: textView,
  /** The two bureaus. */
  from: textView,
  to: textView,
  /** Number of the case of its sender. */
  caseNumber: z.string(),
  at: instantView,
  on: civilDateView,
  signed: z.object({ name: z.string(), unit: textView }).nullable(),
  /** Written out of a secret case: the case that it comes to is secret too. */
  secret: z.boolean(),
  /** Number of the letter that it speaks of. */
  regards: z.string().nullable(),
  /** What it says, field by field. */
  lines: z.array(z.object({ label: textView, words: textView })),
  answerBy: civilDateView.nullable(),
  /** On its way, held up, receipted; or received, taken by the case, and why it was kept without changing anything. */
  state: z.enum([
    ...(['sending', 'heldUp', 'receipted', 'received', 'taken'] as const),
    ...(['repeated', 'changed', 'notAwaited', 'closed', 'unavailable'] as const),
  ]),
  /** How often it was tried, while it is held up. */
  attempts: z.number().int().nullable(),
  receivedAt: instantView.nullable(),
  /** It contradicts the answer that the case went by, and is to be acknowledged. */
  contradicts: z.boolean(),
  acknowledged: z.object({ at: instantView, by: z.string(), words: z.string() }).nullable(),
  /** Whether the reader may acknowledge it. */
  mayAcknowledge: z.boolean(),
  /** SM3 of the letter, as the receipt names it. */
  sm3: z.string().nullable(),
});

/** The letter that opened a case: who asks, under which numbers, and by when. */
export const askedView = z.object({
  bureau: textView,
  number: z.string(),
  caseNumber: z.string(),
  answerBy: civilDateView.nullable(),
  isRecalled: z.boolean(),
});
