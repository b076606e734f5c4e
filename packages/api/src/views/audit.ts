import { isCivilDate } from '@lianban/domain/civil-date';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { instantView, textView } from './basics.ts';

const day = z.string().refine(isCivilDate, { params: { code: 'NO_SUCH_DATE' } });

/** What an auditor looks for; rows fit that fit everything. */
export const trailFilters = z.object({
  /** First and last day, in Beijing. */
  from: day.optional(),
  to: day.optional(),
  kind: z.enum(['act', 'refusal', 'read', 'export', 'administration', 'signIn']).optional(),
  /** Part of the name of whoever acted. */
  person: safeTextUpTo(60).optional(),
  /** Number of a case, or anything else that a row names. */
  subject: safeTextUpTo(100).optional(),
  outcome: z.enum(['refused', 'done']).optional(),
});

/** A row of the trail with everything that its hash covers. */
const auditRowView = z.object({
  stream: z.string(),
  position: z.number().int(),
  /** Where the chain of the stream ends now. */
  endsAt: z.number().int(),
  at: instantView,
  action: z.string(),
  title: textView,
  kind: textView.nullable(),
  outcome: z.enum(['refused', 'done']),
  /** Name, role and place as they were, and for whom they stood in; null for the system, and in rows from before they were kept. */
  who: z
    .object({
      ...{ name: z.string(), standingInFor: z.string().nullable(), role: textView.nullable(), place: textView },
    })
    .nullable(),
  /** What was asked for or read, in words. */
  about: textView.nullable(),
  /** Which rule refused, in words. */
  rule: textView.nullable(),
  caseNumber: z.string().nullable(),
  details: z.array(z.object({ name: z.string(), title: textView.nullable(), value: z.string() })),
  previousHash: z.string().nullable(),
  hash: z.string(),
  algorithm: z.string(),
  /** The row has the hash that its content makes. */
  isSound: z.boolean(),
  /** About a secret case, of which it is not said which. */
  isHidden: z.boolean(),
});

/** A page of the trail. */
export const trailPage = z.object({ rows: z.array(auditRowView), next: z.string().nullable() });
