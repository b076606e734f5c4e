import { assistanceRequest } from '@lianban/workflows/procedures/assistance-request/2021-07';
import { scenarios as assistanceScenarios } from '@lianban/workflows/procedures/assistance-request/scenarios';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { scenarios as commitmentScenarios } from '@lianban/workflows/procedures/informed-commitment/scenarios';
import { inspectionTask } from '@lianban/workflows/procedures/inspection-task/2023-07';
import { scenarios as inspectionScenarios } from '@lianban/workflows/procedures/inspection-task/scenarios';
import { ordinaryPermitInFull } from '@lianban/workflows/procedures/ordinary-permit/2023-07';
import { fullScenarios } from '@lianban/workflows/procedures/ordinary-permit/full-scenarios';
import { jointInspection } from '@lianban/workflows/procedures/joint-inspection/2024-05';
import { scenarios as jointScenarios } from '@lianban/workflows/procedures/joint-inspection/scenarios';
import { jointContribution } from '@lianban/workflows/procedures/joint-contribution/2024-05';
import { scenarios as contributionScenarios } from '@lianban/workflows/procedures/joint-contribution/scenarios';
import { siteConsent } from '@lianban/workflows/procedures/site-consent/2024-05';
import { scenarios as consentScenarios } from '@lianban/workflows/procedures/site-consent/scenarios';
import { offSiteLaunch } from '@lianban/workflows/procedures/off-site-launch/2024-05';
import { scenarios as launchScenarios } from '@lianban/workflows/procedures/off-site-launch/scenarios';
import { offSiteVariety } from '@lianban/workflows/procedures/off-site-variety/2024-05';
import { scenarios as varietyScenarios } from '@lianban/workflows/procedures/off-site-variety/scenarios';
import { offSiteWorkshop } from '@lianban/workflows/procedures/off-site-workshop/2024-05';
import { scenarios as workshopScenarios } from '@lianban/workflows/procedures/off-site-workshop/scenarios';
import { liaisonRequest } from '@lianban/workflows/procedures/liaison-request/2024-10';
import { priorConsultation } from '@lianban/workflows/procedures/prior-consultation/2024-05';
import { scenarios as consultationScenarios } from '@lianban/workflows/procedures/prior-consultation/scenarios';
import { jointSupervision } from '@lianban/workflows/procedures/joint-supervision/2024-05';
import { scenarios as jointSupervisionScenarios } from '@lianban/workflows/procedures/joint-supervision/scenarios';
import { siteSupervision } from '@lianban/workflows/procedures/site-supervision/2024-05';
import { scenarios as siteSupervisionScenarios } from '@lianban/workflows/procedures/site-supervision/scenarios';
import { districtMeetings } from '@lianban/workflows/procedures/district-meetings/2024-10';
import { scenarios as meetingScenarios } from '@lianban/workflows/procedures/district-meetings/scenarios';
import { quarterlyLedger } from '@lianban/workflows/procedures/quarterly-ledger/2024-10';
import { scenarios as quarterScenarios } from '@lianban/workflows/procedures/quarterly-ledger/scenarios';
import { scenarios as requestScenarios } from '@lianban/workflows/procedures/liaison-request/scenarios';
import { ordinaryPermitWithDeferral } from '@lianban/workflows/procedures/ordinary-permit/2024-01';
import { deferralEditionScenarios } from '@lianban/workflows/procedures/ordinary-permit/deferral-edition-scenarios';
import { remedy } from '@lianban/workflows/procedures/remedy/2024-01';
import { remedyScenarios } from '@lianban/workflows/procedures/remedy/scenarios';
import { rectification } from '@lianban/workflows/procedures/rectification/2023-07';
import { scenarios as rectificationScenarios } from '@lianban/workflows/procedures/rectification/scenarios';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { scenarios as permitScenarios } from '@lianban/workflows/procedures/ordinary-permit/scenarios';
import { parallelRegistrationLicensing } from '@lianban/workflows/procedures/parallel-registration-licensing/2022-03';
import { scenarios as parallelScenarios } from '@lianban/workflows/procedures/parallel-registration-licensing/scenarios';
import { qualityRectification } from '@lianban/workflows/procedures/quality-rectification/2022-03';
import { scenarios as qualityScenarios } from '@lianban/workflows/procedures/quality-rectification/scenarios';
import { registrationVerification } from '@lianban/workflows/procedures/registration-verification/2023-07';
import { scenarios as registrationScenarios } from '@lianban/workflows/procedures/registration-verification/scenarios';
import type { Scenario } from '@lianban/workflows/testing/scenario';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';

/** Every released procedure with the lives that show its rules. */
export const lives: readonly { readonly procedure: AnyProcedure; readonly scenarios: readonly Scenario[] }[] = [
  { procedure: informedCommitment, scenarios: commitmentScenarios },
  { procedure: ordinaryPermit, scenarios: permitScenarios },
  { procedure: ordinaryPermitInFull, scenarios: fullScenarios },
  { procedure: ordinaryPermitWithDeferral, scenarios: deferralEditionScenarios },
  { procedure: inspectionTask, scenarios: inspectionScenarios },
  { procedure: rectification, scenarios: rectificationScenarios },
  { procedure: liaisonRequest, scenarios: requestScenarios },
  { procedure: assistanceRequest, scenarios: assistanceScenarios },
  { procedure: jointInspection, scenarios: jointScenarios },
  { procedure: offSiteWorkshop, scenarios: workshopScenarios },
  { procedure: offSiteVariety, scenarios: varietyScenarios },
  { procedure: offSiteLaunch, scenarios: launchScenarios },
  { procedure: parallelRegistrationLicensing, scenarios: parallelScenarios },
  { procedure: qualityRectification, scenarios: qualityScenarios },
  { procedure: siteConsent, scenarios: consentScenarios },
  { procedure: jointContribution, scenarios: contributionScenarios },
  { procedure: registrationVerification, scenarios: registrationScenarios },
  { procedure: remedy, scenarios: remedyScenarios },
  { procedure: quarterlyLedger, scenarios: quarterScenarios },
  { procedure: districtMeetings, scenarios: meetingScenarios },
  { procedure: priorConsultation, scenarios: consultationScenarios },
  { procedure: jointSupervision, scenarios: jointSupervisionScenarios },
  { procedure: siteSupervision, scenarios: siteSupervisionScenarios },
];
