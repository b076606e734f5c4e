import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

type Told = inferOutput<typeof trpc.case.why>;

/** A deadline with its reasons and what it belongs to; `caseId` is null for a reader who cannot open the case. */
export type ExplainedView = Omit<Told, 'caseId'> & { readonly caseId: string | null };
/** Why a day is the last one. */
export type WhyView = NonNullable<Told['deadline']['why']>;
/** Days that the count leaves out, with what they rest on. */
export type SpanView = WhyView['spans'][number];
/** What a day of the working calendar is. */
export type CalendarDay = inferOutput<typeof trpc.calendar.range>[number];
/** A deadline to be explained: known already, or to be read by the key of its duty or clock. */
export type Asked = ExplainedView | { readonly caseId: string; readonly key: string };
