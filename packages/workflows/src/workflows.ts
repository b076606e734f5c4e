import { caseWorkflowOf, sweepLadder } from './drivers/temporal.ts';
import { informedCommitment } from './procedures/informed-commitment/2023-12.ts';
import { ordinaryPermit } from './procedures/ordinary-permit/2019-04.ts';

// Workflow types as the engine knows them: one per procedure edition, named by `workflowType`.
export const informedCommitment_2023_12 = caseWorkflowOf(informedCommitment);
export const ordinaryPermit_2019_04 = caseWorkflowOf(ordinaryPermit);

// The reminder ladder of all cases, started by its Schedule.
export { sweepLadder };
