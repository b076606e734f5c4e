import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** An item as the enterprise chooses it. */
export type ItemView = inferOutput<typeof trpc.catalogue.items>[number];
/** Whether and how one may apply now. */
export type EligibilityView = inferOutput<typeof trpc.application.eligibility>;
/** A draft with its item, notice and eligibility of the moment. */
export type DraftView = inferOutput<typeof trpc.application.draftById>;
/** What the applicant has filled in so far. */
export type DraftContent = DraftView['content'];
/** The notice (告知书) of the route by commitment. */
export type NoticeView = NonNullable<DraftView['notice']>;
/** By commitment or by the ordinary procedure. */
export type Route = EligibilityView['routes'][number];
/** Number and next step, or the word that the application is being recorded. */
export type ReceiptView = inferOutput<typeof trpc.application.submit>;
