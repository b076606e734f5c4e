import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { assistanceRequest } from './assistance-request/2021-07.ts';
import { informedCommitment } from './informed-commitment/2023-12.ts';
import { inspectionTask } from './inspection-task/2023-07.ts';
import { liaisonRequest } from './liaison-request/2024-10.ts';
import { parallelRegistrationLicensing } from './parallel-registration-licensing/2022-03.ts';
import { registrationVerification } from './registration-verification/2023-07.ts';
import { ordinaryPermit } from './ordinary-permit/2019-04.ts';
import { ordinaryPermitInFull } from './ordinary-permit/2023-07.ts';
import { jointInspection } from './joint-inspection/2024-05.ts';
import { jointContribution } from './joint-contribution/2024-05.ts';
import { siteConsent } from './site-consent/2024-05.ts';
import { offSiteLaunch } from './off-site-launch/2024-05.ts';
import { offSiteVariety } from './off-site-variety/2024-05.ts';
import { offSiteWorkshop } from './off-site-workshop/2024-05.ts';
import { qualityRectification } from './quality-rectification/2022-03.ts';
import { ordinaryPermitWithDeferral } from './ordinary-permit/2024-01.ts';
import { priorConsultation } from './prior-consultation/2024-05.ts';
import { jointSupervision } from './joint-supervision/2024-05.ts';
import { siteSupervision } from './site-supervision/2024-05.ts';
import { districtMeetings } from './district-meetings/2024-10.ts';
import { quarterlyLedger } from './quarterly-ledger/2024-10.ts';
import { rectification } from './rectification/2023-07.ts';
import { remedy } from './remedy/2024-01.ts';

/** Every released procedure edition. Running cases finish under the edition they were accepted under. */
export const procedures: readonly AnyProcedure[] = [
  informedCommitment,
  ordinaryPermit,
  ordinaryPermitInFull,
  ordinaryPermitWithDeferral,
  inspectionTask,
  rectification,
  liaisonRequest,
  assistanceRequest,
  jointInspection,
  offSiteWorkshop,
  offSiteVariety,
  offSiteLaunch,
  parallelRegistrationLicensing,
  qualityRectification,
  siteConsent,
  jointContribution,
  registrationVerification,
  remedy,
  quarterlyLedger,
  districtMeetings,
  priorConsultation,
  jointSupervision,
  siteSupervision,
];

/** The edition of a procedure, or undefined when this installation does not carry it. */
export const procedureOf = (id: string, edition: string): AnyProcedure | undefined =>
  procedures.find((known) => known.id === id && known.edition === edition);

/** The edition new cases start under: the latest. */
export const currentEditionOf = (id: string): AnyProcedure | undefined =>
  procedures.filter((known) => known.id === id).sort((a, b) => (a.edition < b.edition ? 1 : -1))[0];
