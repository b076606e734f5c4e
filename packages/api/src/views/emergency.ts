import { z } from 'zod';
import { instantView, textView } from './basics.ts';

const named = z.object({ name: z.string(), place: textView });

/** A request to be let into a secret case. */
const accessView = z.object({
  accessId: z.string(),
  /** Null where it is not for the reader to know. */
  caseNumber: z.string().nullable(),
  /** The case, for whoever is let in now. */
  caseId: z.string().nullable(),
  reason: z.string(),
  state: z.enum(['asked', 'missed', 'refused', 'running', 'over', 'ended']),
  asked: named.extend({ at: instantView, roleTitle: textView }),
  untilAt: instantView,
  decided: named.extend({ at: instantView }).nullable(),
  /** Why it was refused. */
  remark: z.string().nullable(),
  ended: named.extend({ at: instantView }).nullable(),
  own: z.boolean(),
  mayDecide: z.boolean(),
  mayEnd: z.boolean(),
});

/** The latest of them, the newest first. */
export const accessList = z.array(accessView);
