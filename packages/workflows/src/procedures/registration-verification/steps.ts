import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { withdrawalSteps } from '../building-blocks/withdrawal.ts';
import { inspectionSteps } from './inspection-steps.ts';
import { nationalReviewSteps } from './national-review-steps.ts';

/** The catalogue of the drug track, in the order of its table. */
export const registrationVerificationSteps = { ...withdrawalSteps, ...nationalReviewSteps, ...inspectionSteps };

/** The proceeding that every part of the drug track speaks. */
export type VerificationProceeding = Proceeding<typeof registrationVerificationSteps>;
