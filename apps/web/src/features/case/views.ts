import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** Everything on one case that the reader may see. */
export type CasePageView = inferOutput<typeof trpc.case.page>;
/** One thing that happened. */
export type TimelineEntry = CasePageView['timeline'][number];
/** A limit that a revision counted anew. */
export type RedatedLimit = TimelineEntry['redated'][number];
/** A letter to or from the bureau of the other province. */
export type LetterView = CasePageView['letters'][number];
/** What may come next. */
export type ForecastStep = CasePageView['ahead'][number];
/** A statutory clock with its segments. */
export type ClockView = CasePageView['clocks'][number];
/** A document with the lines of its text. */
export type DocumentView = CasePageView['documents'][number];
/** An open duty or right. */
export type DutyView = CasePageView['duties'][number];
/** A button of a duty. */
export type OutcomeView = DutyView['outcomes'][number];
/** What the paper of a duty would count now. */
export type FiguresOwed = CasePageView['figures'][number];
/** What an answer led to, or that it is being recorded. */
export type ReceiptView = inferOutput<typeof trpc.duty.answer>;
