import type { Steady } from '../steady.ts';
import type { CasePageView, DutyView, OutcomeView, ReceiptView } from '../views.ts';

/** What acting on a duty needs of the page. */
export interface ActContext {
  readonly latest: CasePageView;
  readonly steady: Steady;
  /** Hears whether something is typed for a duty; the page holds still meanwhile. */
  readonly onTyped: (key: string, typed: boolean) => void;
}

/** An act as it is sent; repeated under the same request it has no second effect. */
export interface SentAct {
  readonly caseId: string;
  readonly duty: string;
  readonly outcome: string;
  readonly form: Record<string, unknown>;
  /** Files that come with it. */
  readonly attachmentIds: string[];
  readonly requestId: string;
}

/** An act that was received, and what it led to as far as is known. */
export interface DoneAct {
  readonly duty: DutyView;
  readonly outcome: OutcomeView;
  readonly sent: SentAct;
  readonly receipt: ReceiptView;
}
