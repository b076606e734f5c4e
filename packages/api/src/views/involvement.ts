import { involvementKinds } from '@lianban/domain/involvement';
import { z } from 'zod';
import { deadlineView, instantView, textView } from './basics.ts';

const kindView = z.enum(involvementKinds);
const verdictView = z.enum(['agree', 'disagree']);

/** How many have to agree. */
export const ruleView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('any') }),
  z.object({ kind: z.literal('ratio'), percent: z.number().int().min(1).max(100) }),
  z.object({ kind: z.literal('inOrder') }),
]);

/** Whoever acted, and for whom they stood in. */
const actorView = z.object({ person: z.string(), standingInFor: z.string().nullable() });

const partyView = z.object({
  ...{ person: z.string().nullable(), standingInFor: z.string().nullable(), roleTitle: textView, unit: textView },
});

/** What a request is about and until when; the last day only reminds. */
const askedView = z.object({
  ...{ id: z.string(), duty: z.string(), stepTitle: textView, kind: kindView, isAdded: z.boolean() },
  ...{ by: partyView, askedAt: instantView, note: z.string().nullable() },
  deadline: deadlineView.omit({ why: true }).nullable(),
  /** How that day was counted. */
  dueWhy: textView.nullable(),
});

/** A request among colleagues, a handing on or a copy, and what became of it. */
const requestView = askedView.extend({
  sheetId: z.string().nullable(),
  to: partyView,
  state: z.enum(['done', 'open', 'answered', 'takenBack', 'vacant', 'ended']),
  verdict: verdictView.nullable(),
  outcomeTitle: textView.nullable(),
  opinion: z.string().nullable(),
  closedAt: instantView.nullable(),
  closedBy: actorView.nullable(),
  closedReason: z.string().nullable(),
  /** It is asked of whoever reads, and they may answer it now. */
  mayRespond: z.boolean(),
  /** It is asked of whoever reads, but others sign first. */
  waitsForTurn: z.boolean(),
  mayTakeBack: z.boolean(),
});

/** A draft that is signed, with everybody who is on it. */
const sheetView = z.object({
  ...{ id: z.string(), duty: z.string(), timing: z.enum(['before', 'after']), rule: ruleView },
  ...{ outcome: z.string(), outcomeTitle: textView, opinion: z.string() },
  state: z.enum(['waiting', 'agreed', 'refused', 'lifted', 'ended', 'sent']),
  openedAt: instantView,
  by: actorView,
  waitingFor: z.array(z.string()),
  mayLift: z.boolean(),
  mayAddSignature: z.boolean(),
});

/** Everything that colleagues asked each other about a case. */
export const involvementView = z.object({ requests: z.array(requestView), sheets: z.array(sheetView) });

/** What is asked of the post, the most urgent first. */
export const askedPage = z.object({
  rows: z.array(
    askedView.extend({
      caseId: z.string(),
      caseNumber: z.string(),
      itemTitle: textView,
      enterprise: z.string(),
      draft: z.object({ outcomeTitle: textView, opinion: z.string() }).nullable(),
    }),
  ),
  next: z.string().nullable(),
  count: z.number().int(),
});

/** Who may be asked about a duty, for what, and why not. */
export const peopleView = z.object({
  people: z.array(
    z.object({
      ...{ postId: z.string(), name: z.string(), roleTitle: textView, unit: textView },
      whyNot: z.record(kindView, textView.nullable()),
    }),
  ),
  /** Units that have the role of the duty, other than its own. */
  units: z.array(z.object({ unitId: z.string(), unit: textView })),
  /** The caller may hand on what others have taken. */
  mayReassign: z.boolean(),
});
