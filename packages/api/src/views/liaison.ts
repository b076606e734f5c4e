import { mostAttachments } from '@lianban/domain/attachment';
import { ledgerCuts, requestCategories, requestLevels } from '@lianban/domain/liaison';
import { quarterFigures } from '@lianban/domain/quarter-figures';
import { safeText, safeTextUpTo } from '@lianban/domain/safe-text';
import { isCivilDate } from '@lianban/domain/civil-date';
import { z } from 'zod';
import { attachmentView } from './attachment.ts';
import { civilDateView, deadlineView, instantView, provinceView, textView } from './basics.ts';

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(table) as [K, ...K[]]; // the keys of that very table, which is not empty

const categoryView = z.enum(keysOf(requestCategories));
const levelView = z.enum(keysOf(requestLevels));
export const cutView = z.enum(keysOf(ledgerCuts));

/** Whom a request can be put to, and from where. */
export const placesView = z.object({
  /** The district for which the caller liaises; null for everybody else. */
  own: z.string().nullable(),
  districts: z.array(
    z.object({ id: z.string(), name: textView, province: provinceView, regionalUnit: z.string().nullable() }),
  ),
  units: z.array(z.object({ id: z.string(), name: textView, isRegional: z.boolean() })),
});

const line = (maxLength: number) =>
  safeTextUpTo(maxLength).refine((value) => !/[\r\n]/.test(value), { error: 'One line only' });
const filled = (maxLength: number) => line(maxLength).refine((value) => value.trim() !== '', { error: 'Required' });

/** A request as it is put. */
export const requestInput = z.strictObject({
  requestId: z.uuid(),
  district: line(6),
  /** The unit that is asked; null for the one that answers for the district. */
  unit: line(60).nullable(),
  category: categoryView,
  sensitive: z.boolean(),
  subject: filled(80),
  text: safeTextUpTo(4000).refine((value) => value.trim() !== '', { error: 'Required' }),
  /** The enterprise it is about, by name and, where it is registered, by its credit code. */
  enterprise: line(120),
  creditCode: line(18).nullable(),
  contact: filled(60),
  phone: filled(40),
  /** Files that wait under the id of the request. */
  attachmentIds: z.array(z.uuid()).max(mostAttachments.value).default([]),
});

/** What became of a request that was put. */
export const requestReceipt = z.discriminatedUnion('state', [
  z.object({ state: z.literal('recorded'), caseId: z.string(), caseNumber: z.string() }),
  z.object({ state: z.literal('recording'), caseId: z.string() }),
]);

const day = safeText.refine(isCivilDate, { error: 'No such day', params: { code: 'NO_SUCH_DATE' } });

/** What of a ledger is looked for. */
export const ledgerFilters = z.object({
  state: z.enum(['open', 'closed']).optional(),
  district: line(6).optional(),
  category: categoryView.optional(),
  level: levelView.optional(),
  receivedFrom: day.optional(),
  receivedTo: day.optional(),
  search: safeTextUpTo(100).optional(),
});

/** A row of a ledger. */
export const ledgerRow = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  district: textView,
  enterprise: z.string().nullable(),
  category: textView,
  source: textView,
  sensitive: z.boolean(),
  subject: z.string(),
  receivedOn: civilDateView,
  acceptingUnit: textView.nullable(),
  handlingUnit: textView.nullable(),
  helpers: z.array(textView),
  level: levelView,
  levelTitle: textView,
  wentOutside: z.boolean(),
  /** Null while nothing is to be done by a day. */
  deadline: deadlineView.omit({ why: true }).nullable(),
  progress: textView,
  /** How it ended; null while it is open. */
  result: textView.nullable(),
  repliedOn: civilDateView.nullable(),
  rating: textView.nullable(),
  policyReviewOn: civilDateView.nullable(),
  openedAt: instantView,
});

/** A page of a ledger, keyset-paged; `total` counts every row that the filters leave. */
export const ledgerPage = z.object({ rows: z.array(ledgerRow), next: z.string().nullable(), total: z.number().int() });

/** What the ledger of a quarter would count now, unit by unit, before its paper fixes it. */
export const figuresOwedView = z.object({
  duty: z.string(),
  at: instantView,
  units: z.array(
    z.object({ unit: z.string(), name: textView, figures: z.record(z.enum(keysOf(quarterFigures)), z.number().int()) }),
  ),
});

/** What the page of a liaison request shows besides. */
export const requestView = z.object({
  source: textView,
  district: textView,
  category: textView,
  sensitive: z.boolean(),
  subject: z.string(),
  text: z.string(),
  enterprise: z.string().nullable(),
  /** Files that came with it; none where they are not open to the reader. */
  files: z.array(attachmentView),
  level: levelView,
  /** The rungs it has climbed, in order (转办链). */
  chain: z.array(
    z.object({
      level: levelView,
      levelTitle: textView,
      unit: textView,
      person: z.string().nullable(),
      since: civilDateView,
      /** Null where it is now. */
      until: civilDateView.nullable(),
      /** What was done there last, and why; null for whoever asked. */
      act: textView.nullable(),
      reasons: z.string().nullable(),
    }),
  ),
  /** What was written to systems outside; nothing for whoever asked. */
  sent: z.array(
    z.object({
      to: textView,
      what: textView,
      on: civilDateView,
      receivedOn: civilDateView.nullable(),
      receipt: z.string().nullable(),
    }),
  ),
  /** The request in which it goes on. */
  mergedInto: z.object({ caseId: z.string(), caseNumber: z.string() }).nullable(),
});
