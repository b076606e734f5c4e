import { decisionSteps } from '../building-blocks/decision-steps.ts';
import { refusalServiceSteps } from '../building-blocks/delivery.ts';
import { intakeSteps } from '../building-blocks/intake.ts';
import { withdrawalSteps } from '../building-blocks/withdrawal.ts';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { choiceSteps } from './choice-steps.ts';
import { issueSteps } from './issue-steps.ts';
import { nationalSteps } from './national-steps.ts';
import { registrationSteps } from './registration-steps.ts';
import { reviewSteps } from './review-steps.ts';
import { verificationSteps } from './verification-steps.ts';

/** The catalogue of the parallel approval, in the order of its table. */
export const parallelSteps = {
  ...withdrawalSteps,
  ...choiceSteps,
  ...intakeSteps,
  ...nationalSteps,
  ...reviewSteps,
  ...verificationSteps,
  ...decisionSteps,
  ...registrationSteps,
  ...issueSteps,
  ...refusalServiceSteps,
};

/** The proceeding of the whole approval, which every branch speaks. */
export type ParallelProceeding = Proceeding<typeof parallelSteps>;
