import { z } from 'zod';
import { civilDate, instant } from './civil-date.ts';
import type { FlowValues } from './field.ts';
import { otherProvince, type Province } from './province.ts';
import type { Role } from './role.ts';
import { entersByUnit } from './secrecy.ts';
import { text, type Text } from './text.ts';

/** What a letter between the two bureaus is for. */
export const letterKinds = {
  request: text('请求函', 'Request'),
  reminder: text('催办函', 'Reminder'),
  recall: text('撤回函', 'Recall'),
  reply: text('复函', 'Reply'),
} as const satisfies Readonly<Record<string, Text>>;

const place = z.enum(['CQ', 'SC']);
const line = z.string().min(1).max(300);
const named = z.strictObject({ zh: z.string(), en: z.string() });
const values: z.ZodType<FlowValues> = z.record(
  z.string(),
  z.union([z.string(), z.boolean(), z.array(z.string()), z.array(z.record(z.string(), z.string()))]),
);
/** A letter of a case by the name that its sender gives to the case, and its number there. */
const reference = z.strictObject({ caseId: line, sequence: z.int().positive() });

/**
 * A letter from one bureau to the other: a document that says everything by itself. What it names of the sender's record means
 * nothing to the receiver and comes back with the answer.
 */
export const letterSchema = z.strictObject({
  /** Of this form of letters. */
  format: z.literal(1),
  from: place,
  to: place,
  number: line,
  /** Case and letter: what is received twice under it was sent twice. */
  reference,
  caseNumber: line,
  /** When the turn that sent it was committed. */
  at: z.iso.datetime().transform(instant),
  /** Who signed for it: name and unit; null where a limit that passed did. */
  signed: z.strictObject({ name: z.string(), unit: named }).nullable(),
  /** Out of a secret case: the case that it opens or is for is kept secret as well (ADR 0042). */
  secret: z.literal(true).optional(),
  content: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('request'),
      procedure: line,
      item: line,
      enterprise: z.strictObject({ name: z.string(), creditCode: z.string() }),
      share: values,
      answerBy: z.iso.date().transform(civilDate).nullable(),
    }),
    z.strictObject({ kind: z.literal('reminder'), regards: reference }),
    z.strictObject({ kind: z.literal('recall'), regards: reference }),
    z.strictObject({
      kind: z.literal('reply'),
      regards: reference,
      outcome: line,
      flow: values,
      closes: z.boolean(),
    }),
  ]),
});

/** A letter as it goes over the border. */
export type Letter = z.infer<typeof letterSchema>;

/** What the receiver gives for a letter: that it has it, since when, and which one. */
export interface LetterReceipt {
  readonly by: Province;
  readonly at: string;
  /** SM3 of the letter as it was received. */
  readonly sm3: string;
}

/**
 * Whether a post may acknowledge a letter that contradicts the answer which was taken: whoever works on the case, and the leaders above.
 * Who does is a default of this system.
 */
export const mayAcknowledge = (role: Role, isOfOwnUnit: boolean): boolean =>
  (isOfOwnUnit && entersByUnit(role)) || role === 'DL' || role === 'HEAD';

/** Whether it goes from one province to the other. */
export const crossesTheBorder = ({ from, to }: Pick<Letter, 'from' | 'to'>): boolean => otherProvince(from) === to;
