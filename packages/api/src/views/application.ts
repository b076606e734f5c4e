import { z } from 'zod';
import { attachmentView } from './attachment.ts';
import { civilDateView, instantView, limitView, markView, provinceView, textView } from './basics.ts';

/** An item as the enterprise chooses it: what it gives, how long, which materials, whether by commitment. */
export const itemView = z.object({
  code: z.string(),
  province: provinceView,
  edition: z.string(),
  title: textView,
  summary: textView,
  kind: z.enum(['issue', 'change', 'renewal']),
  byCommitment: z.boolean(),
  /** Title of the procedure of its own that the item takes; null where 一般程序 handles what is not granted on commitment. */
  ownProcedure: textView.nullable(),
  basis: textView,
  conditions: z.array(textView),
  materials: z.array(
    z.object({ key: z.string(), title: textView, need: z.enum(['required', 'later', 'waived']), curable: z.boolean() }),
  ),
  /** Limits that apply, each with its source and whether it is law. */
  limits: z.array(z.object({ key: z.string(), title: textView, limit: limitView, mark: markView, basis: textView })),
  laterConditions: z.boolean(),
  licenceTitle: textView,
});

/** May this enterprise apply now, and how. Reasons are plain sentences. */
export const eligibilityView = z.object({
  gate: z.enum(['clear', 'unclear', 'barred']),
  /** Routes open: by commitment, ordinary, or none now. */
  routes: z.array(z.enum(['commitment', 'ordinary'])),
  reasons: z.array(textView),
  window: z
    .object({ opensOn: civilDateView, closesOn: civilDateView, oldLicence: z.string(), expiresOn: civilDateView })
    .nullable(),
});

/** The notice (告知书) to be read and signed; the signature names its version. */
export const noticeView = z.object({
  version: z.string(),
  title: textView,
  paragraphs: z.array(z.object({ head: textView, body: z.array(textView) })),
});

/** What the applicant fills in; everything may be missing in a draft. */
export const draftContent = z.object({
  route: z.enum(['commitment', 'ordinary']).optional(),
  contact: z.string().max(60).optional(),
  phone: z.string().max(40).optional(),
  premises: z.string().max(200).optional(),
  /** Materials handed in: key → remark of the applicant. */
  materials: z.record(z.string(), z.object({ provided: z.boolean(), note: z.string().max(500) })).optional(),
  conditionsMetOn: civilDateView.nullable().optional(),
  /** Version of the notice that was signed, and by whom. */
  signature: z
    .object({ noticeVersion: z.string(), name: z.string().max(60) })
    .nullable()
    .optional(),
});

export const draftView = z.object({
  draftId: z.string(),
  item: itemView,
  content: draftContent,
  attachments: z.array(attachmentView),
  eligibility: eligibilityView,
  notice: noticeView.nullable(),
  savedAt: instantView,
  /** Drafts are kept this long; the day is a default of ours, not law. */
  expiresOn: civilDateView,
});

export const applicationReceipt = z.discriminatedUnion('state', [
  z.object({ state: z.literal('recorded'), caseId: z.string(), caseNumber: z.string(), answer: textView }),
  z.object({ state: z.literal('recording'), caseId: z.string(), requestId: z.string() }),
]);
