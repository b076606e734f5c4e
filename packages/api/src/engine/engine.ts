import type { LianbanError } from '@lianban/domain/error';
import type { Submission } from '@lianban/db/submission';
import type { AnswerArgument } from '@lianban/workflows/messages';

/** What became of a submission when it was handed to the engine. */
export type Delivery =
  | { readonly state: 'recorded' }
  /** Received for good; the relay finishes it. */
  | { readonly state: 'recording' }
  | { readonly state: 'refused'; readonly refusal: LianbanError };

/** What a case is told of another: that a child is over, how matters stand with its parent or that this is over, or what the other bureau answers. */
export type News = Extract<AnswerArgument, { kind: 'childEnded' | 'parentTold' | 'letterAnswered' | 'parentEnded' }>;

/** What a case made of the news. */
export type Told =
  { readonly state: 'taken' | 'later' } | { readonly state: 'refused'; readonly refusal: LianbanError };

/** The workflow engine as the rest of the service sees it. PostgreSQL says what came of everything. */
export interface Engine {
  /** Hands a received submission to its case and waits a few seconds for it to be recorded. Never throws for the engine's absence. */
  deliver(submission: Submission): Promise<Delivery>;
  /**
   * Tells a case of what happened in another one. `taken` also when it had heard already; `refused` when it has gone past it;
   * `later` when it cannot be reached now. Never throws for the engine's absence.
   */
  tell(caseId: string, news: News): Promise<Told>;
  /**
   * Tells the workflow of the case that its ledger has grown without it. One that is missing reads the ledger when it is
   * started again. @throws Error when the engine is away.
   */
  ledgerGrew(caseId: string): Promise<void>;
}
