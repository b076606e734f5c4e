import type { Gap } from './completeness.ts';
import type { OpenDraft } from './use-draft.ts';
import type { Steps } from './use-steps.ts';
import type { Submission } from './use-submission.ts';

/** Everything the parts of the wizard read and change. */
export interface WizardState {
  readonly open: OpenDraft;
  readonly steps: Steps;
  readonly gaps: readonly Gap[];
  readonly submission: Submission;
}
