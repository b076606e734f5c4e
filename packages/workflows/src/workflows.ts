import { caseWorkflowOf, openByCalendar, sweepLadder } from './drivers/temporal.ts';
import { assistanceRequest } from './procedures/assistance-request/2021-07.ts';
import { informedCommitment } from './procedures/informed-commitment/2023-12.ts';
import { inspectionTask } from './procedures/inspection-task/2023-07.ts';
import { liaisonRequest } from './procedures/liaison-request/2024-10.ts';
import { ordinaryPermit } from './procedures/ordinary-permit/2019-04.ts';
import { ordinaryPermitInFull } from './procedures/ordinary-permit/2023-07.ts';
import { jointInspection } from './procedures/joint-inspection/2024-05.ts';
import { jointContribution } from './procedures/joint-contribution/2024-05.ts';
import { jointSupervision } from './procedures/joint-supervision/2024-05.ts';
import { siteSupervision } from './procedures/site-supervision/2024-05.ts';
import { priorConsultation } from './procedures/prior-consultation/2024-05.ts';
import { siteConsent } from './procedures/site-consent/2024-05.ts';
import { offSiteLaunch } from './procedures/off-site-launch/2024-05.ts';
import { offSiteVariety } from './procedures/off-site-variety/2024-05.ts';
import { offSiteWorkshop } from './procedures/off-site-workshop/2024-05.ts';
import { parallelRegistrationLicensing } from './procedures/parallel-registration-licensing/2022-03.ts';
import { qualityRectification } from './procedures/quality-rectification/2022-03.ts';
import { registrationVerification } from './procedures/registration-verification/2023-07.ts';
import { ordinaryPermitWithDeferral } from './procedures/ordinary-permit/2024-01.ts';
import { districtMeetings } from './procedures/district-meetings/2024-10.ts';
import { quarterlyLedger } from './procedures/quarterly-ledger/2024-10.ts';
import { rectification } from './procedures/rectification/2023-07.ts';
import { remedy } from './procedures/remedy/2024-01.ts';

// Workflow types as the engine knows them: one per procedure edition, named by `workflowType`.
export const informedCommitment_2023_12 = caseWorkflowOf(informedCommitment);
export const ordinaryPermit_2019_04 = caseWorkflowOf(ordinaryPermit);
export const ordinaryPermit_2023_07 = caseWorkflowOf(ordinaryPermitInFull);
export const ordinaryPermit_2024_01 = caseWorkflowOf(ordinaryPermitWithDeferral);
export const inspectionTask_2023_07 = caseWorkflowOf(inspectionTask);
export const rectification_2023_07 = caseWorkflowOf(rectification);
export const liaisonRequest_2024_10 = caseWorkflowOf(liaisonRequest);
export const assistanceRequest_2021_07 = caseWorkflowOf(assistanceRequest);
export const jointInspection_2024_05 = caseWorkflowOf(jointInspection);
export const offSiteWorkshop_2024_05 = caseWorkflowOf(offSiteWorkshop);
export const offSiteVariety_2024_05 = caseWorkflowOf(offSiteVariety);
export const offSiteLaunch_2024_05 = caseWorkflowOf(offSiteLaunch);
export const parallelRegistrationLicensing_2022_03 = caseWorkflowOf(parallelRegistrationLicensing);
export const qualityRectification_2022_03 = caseWorkflowOf(qualityRectification);
export const siteConsent_2024_05 = caseWorkflowOf(siteConsent);
export const jointContribution_2024_05 = caseWorkflowOf(jointContribution);
export const jointSupervision_2024_05 = caseWorkflowOf(jointSupervision);
export const siteSupervision_2024_05 = caseWorkflowOf(siteSupervision);
export const priorConsultation_2024_05 = caseWorkflowOf(priorConsultation);
export const registrationVerification_2023_07 = caseWorkflowOf(registrationVerification);
export const remedy_2024_01 = caseWorkflowOf(remedy);
export const quarterlyLedger_2024_10 = caseWorkflowOf(quarterlyLedger);
export const districtMeetings_2024_10 = caseWorkflowOf(districtMeetings);

// The reminder ladder of all cases, started by its Schedule.
export { sweepLadder };

// The opening of cases by the calendar, started by its Schedule.
export { openByCalendar };
