import { involvementKinds } from '@lianban/domain/involvement';
import { z } from 'zod';
import { cardView, civilDateView, deadlineView, instantView, ownerView, textView } from './basics.ts';

const told = z.object({
  ...{ id: z.string(), at: instantView, read: z.boolean() },
  /** In whose place one is told. */
  standingInFor: z.string().nullable(),
});

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

/** A card, an urge or news of a request, with the duty as it stands now. */
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
  urge: z
    .object({
      ...{ by: z.string(), standingInFor: z.string().nullable(), roleTitle: textView, reason: z.string().nullable() },
    })
    .nullable(),
  /** What colleagues ask, and what became of it; null for the others. */
  news: z
    .object({
      news: z.enum(['asked', 'answered', 'takenBack', 'vacant', 'agreed', 'refused', 'handedOn']),
      kind: z.enum(involvementKinds),
      isAdded: z.boolean(),
      by: z.string(),
      /** For whom whoever asked stood in. */
      standingInFor: z.string().nullable(),
      byRoleTitle: textView,
      to: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  /** An act that was taken back, and with it the step that the post had taken; null for the others. */
  retraction: z
    .object({
      ...{ stepTitle: textView, by: z.string(), standingInFor: z.string().nullable(), roleTitle: textView },
      reason: z.string().nullable(),
    })
    .nullable(),
  /** Null once the step is done, and for a clock. */
  deadline: deadlineView.omit({ why: true }).nullable(),
  owner: ownerView.nullable(),
  /** The step has been done or has ended meanwhile. */
  done: z.boolean(),
  /** What else is to be done, or what happens when the day passes. */
  note: textView.nullable(),
});

/** Somebody stands in for somebody, or does so no more. */
const standInMessage = told.extend({
  kind: z.literal('standIn'),
  news: z.enum(['named', 'ended', 'deputyGone', 'postGone']),
  principal: z.string(),
  deputy: z.string().nullable(),
  /** It is the deputy who is told. */
  isDeputy: z.boolean(),
  /** An item, a procedure or a case; null for the whole post. */
  matter: textView.nullable(),
  ...{ from: civilDateView, to: civilDateView, by: z.string().nullable(), reason: z.string().nullable() },
});

/** Something was changed about how the person signs in. */
const accountMessage = told.extend({ kind: z.literal('account'), title: textView });

/** What a turn of a case told the post without asking anything of it. */
const noticeMessage = told.extend({
  ...{ kind: z.literal('notice'), title: textView, caseId: z.string(), caseNumber: z.string() },
  ...{ itemTitle: textView, enterprise: z.string() },
});

/** Something the post was told. */
export const messageView = z.discriminatedUnion('kind', [
  caseMessage,
  noticeMessage,
  revisionMessage,
  standInMessage,
  accountMessage,
]);

/** The latest messages, and how many are unread in all. */
export const messageList = z.object({ rows: z.array(messageView), unread: z.number().int() });
