import { needsSeal } from '@lianban/domain/document';
import { expect, test } from 'vitest';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { assistanceRequest } from './assistance-request/2021-07.ts';
import { informedCommitment } from './informed-commitment/2023-12.ts';
import { inspectionTask } from './inspection-task/2023-07.ts';
import { liaisonRequest } from './liaison-request/2024-10.ts';
import { ordinaryPermit } from './ordinary-permit/2019-04.ts';
import { ordinaryPermitInFull } from './ordinary-permit/2023-07.ts';
import { jointInspection } from './joint-inspection/2024-05.ts';
import { jointContribution } from './joint-contribution/2024-05.ts';
import { siteConsent } from './site-consent/2024-05.ts';
import { offSiteLaunch } from './off-site-launch/2024-05.ts';
import { offSiteVariety } from './off-site-variety/2024-05.ts';
import { offSiteWorkshop } from './off-site-workshop/2024-05.ts';
import { parallelRegistrationLicensing } from './parallel-registration-licensing/2022-03.ts';
import { qualityRectification } from './quality-rectification/2022-03.ts';
import { registrationVerification } from './registration-verification/2023-07.ts';
import { ordinaryPermitWithDeferral } from './ordinary-permit/2024-01.ts';
import { jointSupervision } from './joint-supervision/2024-05.ts';
import { siteSupervision } from './site-supervision/2024-05.ts';
import { priorConsultation } from './prior-consultation/2024-05.ts';
import { districtMeetings } from './district-meetings/2024-10.ts';
import { quarterlyLedger } from './quarterly-ledger/2024-10.ts';
import { rectification } from './rectification/2023-07.ts';
import { procedures } from './registry.ts';
import { remedy } from './remedy/2024-01.ts';

/** The buttons of a procedure that make a paper under seal, by step. */
const sealing = ({ steps }: AnyProcedure): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(steps).flatMap(([step, { outcomes }]) => {
      const names = Object.keys(outcomes).filter((name) => needsSeal(outcomes[name]?.documents ?? []));
      return names.length === 0 ? [] : [[step, names]];
    }),
  );

test('whoever decides, orders, revokes or writes to others seals, and nobody else [ASVS v5.0.0-7.5.3]', () => {
  expect(sealing(informedCommitment)).toEqual({
    decide: ['grant', 'refuse'],
    intake: ['refuse', 'notRequired'],
    deliver: ['delivered', 'announced'],
    grantMoreTime: ['grant'],
    checkConditions: ['unmet'],
    verify: ['correctable'],
    grantMoreRectification: ['grant'],
    sendAssistance: ['send'],
    awaitAssistance: ['recall'],
    awaitReminded: ['recall'],
    awaitJointOffice: ['recall'],
    awaitLeaders: ['recall'],
    registerEvidence: ['register'],
    decideOnEvidence: ['giveBack', 'sendToTest', 'seize', 'transfer'],
    giveNotice: ['give'],
    arrangeHearing: ['arrange'],
    weighStatement: ['rectify'],
    decideRevocation: ['revoke', 'keep'],
    publishDeregistration: ['done'],
    deregister: ['done'],
  });
  expect(sealing(ordinaryPermit)).toEqual({
    intake: ['refuse', 'notRequired'],
    approveExtension: ['grant'],
    approve: ['grant', 'refuse'],
    deliver: ['delivered', 'announced'],
  });
  expect(sealing(ordinaryPermitInFull)).toEqual({
    intake: ['refuse', 'notRequired'],
    approveExtension: ['grant'],
    tellRefusal: ['tell'],
    arrangeHearing: ['arrange'],
    seal: ['grant', 'refuse'],
    deliver: ['delivered', 'announced'],
  });
  expect(sealing(inspectionTask)).toEqual({ planInspection: ['announced'] });
  expect(sealing(rectification)).toEqual({});
});

test('so it is in cases that two bureaus, or a bureau and districts, carry together [ASVS v5.0.0-7.5.3]', () => {
  expect(sealing(quarterlyLedger)).toEqual({});
  expect(sealing(districtMeetings)).toEqual({});
  expect(sealing(priorConsultation)).toEqual({});
  expect(sealing(jointSupervision)).toEqual({ reportBreach: ['riskTold'] });
  expect(sealing(siteSupervision)).toEqual({
    reportBreach: ['riskTold'],
    signReply: ['sign'],
    settleBreach: ['resultTold'],
  });
  expect(sealing(liaisonRequest)).toEqual({
    signBureauLetter: ['send'],
    awaitAssistance: ['recall'],
    awaitReminded: ['recall'],
    awaitJointOffice: ['recall'],
    awaitLeaders: ['recall'],
    giveReply: ['reply'],
  });
  expect(sealing(assistanceRequest)).toEqual({
    signFor: ['returnLetter', 'nameCompetent'],
    lookInto: ['announceDelay'],
    enterDistrictFindings: ['announceDelay'],
    signReply: ['sign'],
  });
  expect(sealing(siteConsent)).toEqual({ signReply: ['sign'] });
  expect(sealing(jointContribution)).toEqual({
    sendInspectors: ['send'],
    giveGradeOpinion: ['opine'],
    signJointReport: ['signed', 'reserved', 'declined'],
    joinConsultation: ['attended', 'declined'],
    signReply: ['sign'],
  });
  expect(sealing(jointInspection)).toEqual({ planJoint: ['settle'], reportRisk: ['report'] });
  expect(sealing(offSiteWorkshop)).toEqual({
    intake: ['refuse', 'notRequired'],
    chooseRoute: ['entrusted', 'siteLicence'],
    signLetter: ['send'],
    supplyMaterial: ['send'],
    admitVariety: ['decline'],
    askNational: ['designated', 'noConsent'],
  });
  expect(sealing(offSiteVariety)).toEqual({
    approveExtension: ['grant'],
    tellRefusal: ['tell'],
    arrangeHearing: ['arrange'],
    seal: ['grant', 'refuse'],
    deliver: ['delivered', 'announced'],
  });
  expect(sealing(offSiteLaunch)).toEqual({
    updateRegister: ['done'],
    weighDelay: ['cancel'],
    resume: ['resume', 'cancel'],
  });
  expect(sealing(qualityRectification)).toEqual({});
  expect(sealing(registrationVerification)).toEqual({
    answerCoordination: ['unable', 'notLicensed'],
    recordLicence: ['record'],
    agreePlan: ['postpone'],
    sendResult: ['send'],
    decideForCause: ['forCause'],
    updateLicence: ['update'],
  });
  expect(sealing(parallelRegistrationLicensing)).toEqual({
    intake: ['refuse', 'notRequired'],
    returnResult: ['send'],
    review: ['suspend'],
    reviewAgain: ['suspend'],
    approveLongerReview: ['grant'],
    followUpOverdue: ['warn'],
    reportFalsity: ['report'],
    tellRefusal: ['tell'],
    arrangeHearing: ['arrange'],
    sealRegistration: ['grant', 'refuse'],
    seal: ['grant', 'refuse'],
    deliverRegistration: ['delivered', 'announced'],
    deliverBoth: ['delivered', 'announced'],
    deliverLicence: ['delivered', 'announced'],
  });
  expect(sealing(ordinaryPermitWithDeferral)).toEqual({
    ...sealing(ordinaryPermitInFull),
    serveRefusal: ['announced'],
  });
  expect(sealing(remedy)).toEqual({
    answerReconsideration: ['file'],
    defendSuit: ['file'],
    notifyThirdParty: ['notify'],
    stopExecution: ['stop'],
    resumeExecution: ['resume'],
    serveChange: ['delivered'],
  });
});

test('no applicant seals', () => {
  const owners = procedures.flatMap((procedure) =>
    Object.keys(sealing(procedure)).map((step) => procedure.steps[step]?.owner),
  );
  expect(owners.length).toBeGreaterThan(10);
  expect(owners).not.toContain('APP');
});
