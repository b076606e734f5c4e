import type { DrawnProcedure } from './drawn-procedure.ts';
import assistanceRequest from './assistance-request/drawn/2021-07.json' with { type: 'json' };
import informedCommitment from './informed-commitment/drawn/2023-12.json' with { type: 'json' };
import inspectionTask from './inspection-task/drawn/2023-07.json' with { type: 'json' };
import liaisonRequest from './liaison-request/drawn/2024-10.json' with { type: 'json' };
import ordinaryPermit from './ordinary-permit/drawn/2019-04.json' with { type: 'json' };
import ordinaryPermitInFull from './ordinary-permit/drawn/2023-07.json' with { type: 'json' };
import parallelRegistrationLicensing from './parallel-registration-licensing/drawn/2022-03.json' with { type: 'json' };
import qualityRectification from './quality-rectification/drawn/2022-03.json' with { type: 'json' };
import jointContribution from './joint-contribution/drawn/2024-05.json' with { type: 'json' };
import jointInspection from './joint-inspection/drawn/2024-05.json' with { type: 'json' };
import offSiteLaunch from './off-site-launch/drawn/2024-05.json' with { type: 'json' };
import offSiteVariety from './off-site-variety/drawn/2024-05.json' with { type: 'json' };
import offSiteWorkshop from './off-site-workshop/drawn/2024-05.json' with { type: 'json' };
import siteConsent from './site-consent/drawn/2024-05.json' with { type: 'json' };
import registrationVerification from './registration-verification/drawn/2023-07.json' with { type: 'json' };
import jointSupervision from './joint-supervision/drawn/2024-05.json' with { type: 'json' };
import siteSupervision from './site-supervision/drawn/2024-05.json' with { type: 'json' };
import priorConsultation from './prior-consultation/drawn/2024-05.json' with { type: 'json' };
import districtMeetings from './district-meetings/drawn/2024-10.json' with { type: 'json' };
import quarterlyLedger from './quarterly-ledger/drawn/2024-10.json' with { type: 'json' };
import rectification from './rectification/drawn/2023-07.json' with { type: 'json' };

// Written from values of this type; a guard compares them.
const drawn = [
  informedCommitment,
  ordinaryPermit,
  ordinaryPermitInFull,
  inspectionTask,
  rectification,
  assistanceRequest,
  parallelRegistrationLicensing,
  qualityRectification,
  jointContribution,
  jointInspection,
  offSiteLaunch,
  offSiteVariety,
  offSiteWorkshop,
  siteConsent,
  registrationVerification,
  liaisonRequest,
  quarterlyLedger,
  districtMeetings,
  priorConsultation,
  jointSupervision,
  siteSupervision,
] as readonly DrawnProcedure[];

/** How cases of that edition go, as it is drawn; undefined when this installation does not carry it. */
export const drawnOf = (procedure: string, edition: string): DrawnProcedure | undefined =>
  drawn.find((one) => one.procedure === procedure && one.edition === edition);
