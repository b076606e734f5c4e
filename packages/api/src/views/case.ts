import { contactFields } from '@lianban/domain/personal';
import { z } from 'zod';
import {
  civilDateView,
  deadlineView,
  instantView,
  markView,
  ownerView,
  policyView,
  provinceView,
  spanView,
  textView,
  whyView,
} from './basics.ts';
import { attachmentView } from './attachment.ts';
import { askedView, letterView } from './letter.ts';
import { dutyView } from './duty.ts';
import { figuresOwedView, requestView } from './liaison.ts';

/** A case in a list. */
export const caseRow = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  acceptanceNumber: z.string().nullable(),
  itemTitle: textView,
  procedureTitle: textView,
  enterprise: z.string(),
  province: provinceView,
  state: z.enum(['open', 'closed']),
  ending: textView.nullable(),
  /** Steps open now, the most urgent first. */
  steps: z.array(
    z.object({ key: z.string(), title: textView, owner: ownerView, deadline: deadlineView.omit({ why: true }) }),
  ),
  openedAt: instantView,
  updatedAt: instantView,
});

export const casePageOfRows = z.object({ rows: z.array(caseRow), next: z.string().nullable() });

const lastDayView = z.object({ on: civilDateView, at: instantView });

/** A limit that was counted anew: its last day and first late instant before and after, null where the clock stood still. */
export const redatedLimit = z.object({ title: textView, from: lastDayView.nullable(), to: lastDayView.nullable() });

/** One thing that happened, newest last. */
export const timelineEntry = z.object({
  version: z.number().int(),
  at: instantView,
  on: civilDateView,
  /** Main line, or the names of the branches it belongs to, outermost first. */
  branch: z.array(textView),
  stepTitle: textView,
  /** What was done: the button, or the effect of silence. */
  act: textView,
  lapsed: z.boolean(),
  /** Who took it back, on which day and why, the reason for insiders only; null while it stands. */
  retracted: z.object({ on: civilDateView, by: z.string(), reason: z.string().nullable() }).nullable(),
  /** An act of the reader: the duty that it answered, and the rule that stands against taking it back; null where it is not theirs. */
  takeBack: z
    .object({
      duty: z.string(),
      refusal: z
        .enum([
          'RETRACT_NO_ACT',
          'RETRACT_NOT_OWN',
          'RETRACT_OUTWARD',
          'RETRACT_ACTED_ON',
          'RETRACT_TOO_LATE',
          'RETRACTED',
        ])
        .nullable(),
    })
    .nullable(),
  who: z
    .object({ person: z.string(), standingInFor: z.string().nullable(), post: textView, roleTitle: textView })
    .nullable(),
  /** The bureau of the other province whose letter did it, and the number of the letter; null for every other turn, and for those outside. */
  otherBureau: z.object({ bureau: textView, letter: z.string().nullable() }).nullable(),
  /** Opinion or reason as written, when the reader may see it. */
  remark: z.string().nullable(),
  documents: z.array(z.object({ id: z.string(), title: textView, number: z.string().nullable() })),
  /** What the step was about, where several of it stood beside each other. */
  about: textView.nullable(),
  /** Files that came with the act; none where they are not open to the reader. */
  files: z.array(attachmentView),
  /** What a revision counted anew; empty for every other turn. */
  redated: z.array(redatedLimit),
});

/** What may come next, from the catalogue. */
export const forecastStep = z.object({
  step: z.string(),
  title: textView,
  roleTitle: textView,
  /** Words for the limit, such as 10 个工作日. */
  limit: textView.nullable(),
  mark: markView.nullable(),
  policy: policyView,
  /** When it would be due if everything before it happens today; null where no date can be said. */
  expectedOn: civilDateView.nullable(),
  /** Why on that day, under the same assumption. */
  why: whyView.nullable(),
  condition: textView.nullable(),
});

/** A statutory clock drawn as a bar of segments. */
export const clockView = z.object({
  /** Names the clock in its case, for the question why it ends on its day. */
  key: z.string(),
  name: z.string(),
  title: textView,
  deadline: deadlineView,
  totalWorkingDays: z.number().int().nullable(),
  consumed: z.number().int(),
  remaining: z.number().int().nullable(),
  running: z.boolean(),
  stoppedOn: civilDateView.nullable(),
  segments: z.array(
    z.object({
      kind: z.enum(['running', 'excluded', 'suspended', 'ahead']),
      from: civilDateView,
      to: civilDateView.nullable(),
      workingDays: z.number().int(),
      title: textView.nullable(),
    }),
  ),
  spans: z.array(spanView),
});

export const documentView = z.object({
  id: z.string(),
  title: textView,
  number: z.string().nullable(),
  on: civilDateView,
  /** The act that made it was taken back. */
  isRetracted: z.boolean(),
  /** Lines of the document's text, composed from the record. */
  lines: z.array(textView),
});

/** Working days that each side had the ball, and each unit of the agency; they may overlap. */
const daysUsedView = z.object({
  agency: z.number().int(),
  enterprise: z.number().int(),
  units: z.array(z.object({ unit: textView, days: z.number().int() })),
  since: civilDateView,
});

/** One deadline of a case with its reasons, for lists whose rows carry the day alone. */
export const explainedDeadline = z.object({
  today: civilDateView,
  caseId: z.string(),
  caseNumber: z.string(),
  itemTitle: textView,
  province: provinceView,
  /** The step or the clock. */
  of: textView,
  deadline: deadlineView,
});

/** A personal datum of an application. */
const contactView = z.object({
  field: z.enum(contactFields),
  title: textView,
  value: z.string(),
  /** There is more than is shown, which can be asked for. */
  masked: z.boolean(),
  /** Only with a reason. */
  needsReason: z.boolean(),
});

/** Everything on one case that the reader may see. */
export const casePage = z.object({
  /** Of a liaison request: what is asked, and how it has climbed. */
  request: requestView.nullable(),
  /** What the ledgers of a quarter that the reader owes would count now, each by the duty that makes it; none for anybody else. */
  figures: z.array(figuresOwedView),
  today: civilDateView,
  caseId: z.string(),
  caseNumber: z.string(),
  acceptanceNumber: z.string().nullable(),
  itemTitle: textView,
  /** By which the case is told apart from others that were opened like it; null where it is not. */
  about: textView.nullable(),
  procedure: z.string(),
  procedureTitle: textView,
  edition: z.string(),
  enterprise: z.string(),
  creditCode: z.string(),
  province: provinceView,
  state: z.enum(['open', 'closed']),
  ending: textView.nullable(),
  version: z.number().int(),
  /** It is under secrecy, by nobody here where a letter of the other bureau did it; null for an ordinary case, and for its applicant always. */
  secrecy: z
    .object({ since: instantView, by: z.string().nullable(), reason: z.string(), letInUntil: instantView.nullable() })
    .nullable(),
  /** A remedy that is pending against it: the case is decided all the same. Null where there is none, or it may not be seen. */
  underReview: z.object({ caseId: z.string(), caseNumber: z.string(), executionStopped: z.boolean() }).nullable(),
  /** Whether the reader may enter a remedy against it now: it is decided, which a licence on commitment is while its case goes on. */
  mayContest: z.boolean(),
  /** Of a remedy: when it was sought, the last day for that, and whether it came too late; null for every other case. */
  contests: z
    .object({
      kind: z.enum(['reconsideration', 'lawsuit']),
      soughtOn: civilDateView,
      lastOn: civilDateView,
      isLate: z.boolean(),
    })
    .nullable(),
  /** Whether the reader may put it under secrecy, or end it. */
  maySetSecrecy: z.boolean(),
  /** The sentence a reader of this post came for. */
  answer: textView,
  /** Open duties, the reader's own first; rights separately. */
  duties: z.array(dutyView),
  rights: z.array(dutyView),
  /** Of a case that was accepted elsewhere: its old number, the last day printed, and the one counted; null for all others. */
  carried: z
    .object({ number: z.string(), printedOn: civilDateView, countedOn: civilDateView, agrees: z.boolean() })
    .nullable(),
  clocks: z.array(clockView),
  timeline: z.array(timelineEntry),
  ahead: z.array(forecastStep),
  documents: z.array(documentView),
  materials: z.array(
    z.object({
      key: z.string(),
      title: textView,
      need: z.enum(['required', 'later', 'waived']),
      note: z.string().nullable(),
      /** Its paper comes to the window. */
      atWindow: z.boolean(),
      /** Files that were handed in for it; none where they are not open to the reader. */
      files: z.array(attachmentView),
    }),
  ),
  /** Files are open to those who work on the case, and to its applicant. */
  opensFiles: z.boolean(),
  licence: z
    .object({
      number: z.string(),
      title: textView,
      state: z.enum(['valid', 'restricted', 'revoked', 'deregistered']),
      validFrom: civilDateView,
      validTo: civilDateView,
    })
    .nullable(),
  /** Working days used by each side since the application. */
  daysUsed: daysUsedView,
  participants: z.array(
    z.object({
      ...{ person: z.string(), standingInFor: z.string().nullable(), roleTitle: textView, unit: textView },
      province: provinceView,
    }),
  ),
  /** Whom to ask at the applicant, as far as the reader may know. */
  contacts: z.array(contactView),
  related: z.array(
    z.object({
      caseId: z.string(),
      caseNumber: z.string(),
      procedureTitle: textView,
      /** By which it is told apart from others that were opened like it. */
      about: textView.nullable(),
      relation: textView,
      /** How it ended; null while it is open. */
      ending: textView.nullable(),
    }),
  ),
  /** The letter that opened the case, for officials; null for every other case. */
  asked: askedView.nullable(),
  /** Letters to and from the bureau of the other province, oldest first; none for the applicant. */
  letters: z.array(letterView),
  /** What the administrator must look at when the engine cannot carry the case on. */
  alarm: textView.nullable(),
});

/** Public answer to acceptance number + last four of the credit code. */
export const trackingView = z.object({
  today: civilDateView,
  caseNumber: z.string(),
  acceptanceNumber: z.string().nullable(),
  itemTitle: textView,
  enterprise: z.string(),
  province: provinceView,
  state: z.enum(['open', 'closed']),
  ending: textView.nullable(),
  answer: textView,
  where: ownerView.nullable(),
  nextStep: textView.nullable(),
  deadline: deadlineView.nullable(),
  daysUsed: daysUsedView,
  windowPhone: z.string(),
  timeline: z.array(z.object({ on: civilDateView, title: textView, number: z.string().nullable() })),
});
