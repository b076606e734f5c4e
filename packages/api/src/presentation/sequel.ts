import { assistanceRequest } from '@lianban/workflows/procedures/assistance-request/2021-07';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { liaisonRequest } from '@lianban/workflows/procedures/liaison-request/2024-10';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { inspectionTask } from '@lianban/workflows/procedures/inspection-task/2023-07';
import { ordinaryPermitInFull } from '@lianban/workflows/procedures/ordinary-permit/2023-07';
import { jointInspection } from '@lianban/workflows/procedures/joint-inspection/2024-05';
import { jointContribution } from '@lianban/workflows/procedures/joint-contribution/2024-05';
import { jointSupervision } from '@lianban/workflows/procedures/joint-supervision/2024-05';
import { siteSupervision } from '@lianban/workflows/procedures/site-supervision/2024-05';
import { priorConsultation } from '@lianban/workflows/procedures/prior-consultation/2024-05';
import { siteConsent } from '@lianban/workflows/procedures/site-consent/2024-05';
import { offSiteLaunch } from '@lianban/workflows/procedures/off-site-launch/2024-05';
import { offSiteVariety } from '@lianban/workflows/procedures/off-site-variety/2024-05';
import { offSiteWorkshop } from '@lianban/workflows/procedures/off-site-workshop/2024-05';
import { ordinaryPermitWithDeferral } from '@lianban/workflows/procedures/ordinary-permit/2024-01';
import { remedy } from '@lianban/workflows/procedures/remedy/2024-01';
import { districtMeetings } from '@lianban/workflows/procedures/district-meetings/2024-10';
import { quarterlyLedger } from '@lianban/workflows/procedures/quarterly-ledger/2024-10';
import { rectification } from '@lianban/workflows/procedures/rectification/2023-07';
import { afterAssistanceRequest, afterMeetings, afterQuarter, afterRequest } from './sequel-of-cooperation.ts';
import { nothing, type Sequel } from './sequel-table.ts';
import { afterOrdinaryInFull, afterOrdinaryWithDeferral, afterRemedy } from './sequel-of-ordinary.ts';
import { parallelRegistrationLicensing } from '@lianban/workflows/procedures/parallel-registration-licensing/2022-03';
import { qualityRectification } from '@lianban/workflows/procedures/quality-rectification/2022-03';
import { afterParallel, afterQualityRectification, afterRegistrationVerification } from './sequel-of-parallel.ts';
import {
  afterConsent,
  afterConsultation,
  afterSiteSupervision,
  afterJointSupervision,
  afterContribution,
  afterJoint,
  afterLaunch,
  afterVariety,
  afterWorkshop,
} from './sequel-of-off-site.ts';
import { registrationVerification } from '@lianban/workflows/procedures/registration-verification/2023-07';

const toRevocation = ['proposeNotice'] as const;
const afterService = ['verify', 'proveConditions'] as const;
const onceHeard = ['weighStatement', 'draftRevocation'] as const;
/** What comes back from the other bureau ends the waiting. */
const answered = { replied: nothing, unable: nothing, returned: nothing, recall: nothing } as const;

const afterCommitment: Sequel<typeof informedCommitment.steps> = {
  withdraw: { withdraw: nothing },
  checkSuitability: { suitable: ['serveNotice'], ordinary: nothing, notListed: nothing, lapsed: nothing },
  serveNotice: { serve: ['commit'] },
  commit: { sign: ['intake'], decline: nothing, abandon: nothing, lapsed: nothing },
  intake: {
    accept: ['propose'],
    lapsed: ['propose'],
    correctOnTheSpot: ['intake'],
    requestSupplement: ['supplement'],
    refuse: nothing,
    notRequired: nothing,
  },
  supplement: { submit: ['intake'], lapsed: nothing },
  propose: { proposeGrant: ['decide'], proposeRefusal: ['decide'], doubt: nothing },
  decide: { grant: ['deliver'], refuse: nothing, sendBack: ['propose'], doubt: nothing },
  deliver: { delivered: afterService, announced: afterService, failed: ['deliver'] },
  proveConditions: { submit: ['checkConditions'], lapsed: ['rectify'] },
  requestMoreTime: { request: ['grantMoreTime'] },
  grantMoreTime: { grant: nothing, refuse: nothing },
  checkConditions: { met: nothing, unmet: ['rectify'] },
  verify: {
    conforms: nothing,
    lostLater: nothing,
    correctable: ['rectify'],
    unmet: toRevocation,
    falseCommitment: toRevocation,
    refusedAccess: toRevocation,
  },
  requestLongerWindow: { request: ['approveLongerWindow'] },
  approveLongerWindow: { grant: nothing, refuse: nothing },
  requestAssistance: { request: ['sendAssistance'] },
  sendAssistance: { send: ['awaitAssistance'], sendBack: nothing },
  awaitAssistance: { ...answered, announceDelay: ['awaitAssistance'], lapsed: ['awaitReminded'] },
  awaitReminded: { ...answered, lapsed: ['awaitJointOffice'] },
  awaitJointOffice: { ...answered, lapsed: ['awaitLeaders'] },
  awaitLeaders: answered,
  registerEvidence: { register: ['decideOnEvidence'] },
  decideOnEvidence: { giveBack: nothing, sendToTest: nothing, seize: nothing, transfer: nothing, lapsed: nothing },
  reportNewPremises: { report: nothing },
  rectify: { submit: ['checkRectification'], lapsed: toRevocation },
  requestMoreRectification: { request: ['grantMoreRectification'] },
  grantMoreRectification: { grant: nothing, refuse: nothing },
  checkRectification: { passed: nothing, failed: toRevocation },
  proposeNotice: { propose: ['giveNotice'] },
  giveNotice: { give: ['makeStatement', 'requestHearing'], sendBack: ['proposeNotice'] },
  // A statement is due before any hearing can have been held, which is arranged seven working days ahead.
  makeStatement: { state: ['weighStatement'], waive: ['draftRevocation'], lapsed: onceHeard },
  requestHearing: { request: ['arrangeHearing'], waive: onceHeard, lapsed: onceHeard },
  arrangeHearing: { arrange: ['holdHearing'] },
  holdHearing: { held: ['weighStatement'], postponed: ['arrangeHearing'], ended: onceHeard },
  weighStatement: { rejected: ['draftRevocation'], verifyAgain: ['verify'], rectify: ['rectify'] },
  draftRevocation: {
    proposeRevocation: ['approveRevocation'],
    proposeKeeping: ['approveRevocation'],
    investigateAgain: ['verify'],
  },
  approveRevocation: { approve: ['decideRevocation'], sendBack: ['draftRevocation'], investigateAgain: ['verify'] },
  decideRevocation: { revoke: ['publishDeregistration', 'enterCredit'], keep: nothing, investigateAgain: ['verify'] },
  publishDeregistration: { done: nothing },
  enterCredit: { done: nothing },
  askDeregistration: { ask: ['deregister'] },
  deregister: { done: nothing },
};

const afterOrdinary: Sequel<typeof ordinaryPermit.steps> = {
  withdraw: { withdraw: nothing },
  intake: {
    accept: ['assign'],
    lapsed: ['assign'],
    correctOnTheSpot: ['intake'],
    requestSupplement: ['supplement'],
    refuse: nothing,
    notRequired: nothing,
  },
  supplement: { submit: ['intake'], lapsed: nothing },
  requestExtension: { request: ['approveExtension'] },
  approveExtension: { grant: nothing, refuse: nothing, lapsed: nothing },
  assign: { assign: ['review'] },
  review: { pass: ['draft'], proposeRefusal: ['draft'] },
  draft: { proposeGrant: ['audit'], proposeRefusal: ['audit'] },
  audit: { agree: ['legalReview', 'approve'], sendBack: ['draft'] },
  legalReview: { agree: ['approve'], sendBack: ['draft'] },
  approve: { grant: ['deliver'], refuse: nothing, sendBack: ['draft'] },
  deliver: { delivered: nothing, announced: nothing, failed: ['deliver'] },
};

const audited = ['auditReport'] as const;
const concludedOnSite = { conforms: audited, toRectify: audited, fails: audited } as const;
const onSite = ['inspectDrug', 'inspectDevice', 'inspectGeneric'] as const;

const afterInspection: Sequel<typeof inspectionTask.steps> = {
  approveInspection: { approve: ['planInspection'], refuse: nothing },
  planInspection: { announced: ['beginInspection'], unannounced: ['beginInspection'] },
  beginInspection: { begin: onSite, refusedAccess: nothing },
  inspectDrug: concludedOnSite,
  inspectDevice: concludedOnSite,
  inspectGeneric: concludedOnSite,
  reportRisk: { report: ['assessRisk'] },
  assessRisk: { suspend: nothing, controlled: nothing },
  auditReport: { uphold: nothing, regrade: nothing, returnReport: onSite },
};

const afterRectification: Sequel<typeof rectification.steps> = {
  rectify: { submit: ['reviewRectification'], abandon: nothing, lapsed: nothing },
  requestMoreRectification: { request: ['grantMoreRectification'] },
  grantMoreRectification: { grant: nothing, refuse: nothing },
  reviewRectification: {
    accept: ['completePlanned'],
    askMaterial: ['addMaterial'],
    checkOnSite: ['recheckOnSite'],
    reject: ['rectify'],
  },
  addMaterial: { submit: ['reviewRectification'], lapsed: ['reviewRectification'] },
  recheckOnSite: { passed: ['completePlanned'], failed: ['rectify'] },
  completePlanned: { submit: ['checkPlanned'], lapsed: nothing },
  checkPlanned: { passed: nothing, failed: nothing },
};

const sequels: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>> = {
  [`${informedCommitment.id} ${informedCommitment.edition}`]: afterCommitment,
  [`${ordinaryPermit.id} ${ordinaryPermit.edition}`]: afterOrdinary,
  [`${ordinaryPermitInFull.id} ${ordinaryPermitInFull.edition}`]: afterOrdinaryInFull,
  [`${ordinaryPermitWithDeferral.id} ${ordinaryPermitWithDeferral.edition}`]: afterOrdinaryWithDeferral,
  [`${remedy.id} ${remedy.edition}`]: afterRemedy,
  [`${inspectionTask.id} ${inspectionTask.edition}`]: afterInspection,
  [`${rectification.id} ${rectification.edition}`]: afterRectification,
  [`${liaisonRequest.id} ${liaisonRequest.edition}`]: afterRequest,
  [`${assistanceRequest.id} ${assistanceRequest.edition}`]: afterAssistanceRequest,
  [`${jointInspection.id} ${jointInspection.edition}`]: afterJoint,
  [`${offSiteWorkshop.id} ${offSiteWorkshop.edition}`]: afterWorkshop,
  [`${offSiteVariety.id} ${offSiteVariety.edition}`]: afterVariety,
  [`${offSiteLaunch.id} ${offSiteLaunch.edition}`]: afterLaunch,
  [`${parallelRegistrationLicensing.id} ${parallelRegistrationLicensing.edition}`]: afterParallel,
  [`${qualityRectification.id} ${qualityRectification.edition}`]: afterQualityRectification,
  [`${siteConsent.id} ${siteConsent.edition}`]: afterConsent,
  [`${jointContribution.id} ${jointContribution.edition}`]: afterContribution,
  [`${registrationVerification.id} ${registrationVerification.edition}`]: afterRegistrationVerification,
  [`${quarterlyLedger.id} ${quarterlyLedger.edition}`]: afterQuarter,
  [`${districtMeetings.id} ${districtMeetings.edition}`]: afterMeetings,
  [`${jointSupervision.id} ${jointSupervision.edition}`]: afterJointSupervision,
  [`${siteSupervision.id} ${siteSupervision.edition}`]: afterSiteSupervision,
  [`${priorConsultation.id} ${priorConsultation.edition}`]: afterConsultation,
};

/**
 * The steps that may open when a step ends so, as the flow of the edition ties them together. The flow decides; this is
 * its reading for forecasts, held against thousands of simulated lives by a test.
 */
export const sequelOf = (
  procedure: string,
  edition: string,
): ((step: string, outcome: string) => readonly string[]) => {
  const sequel = sequels[`${procedure} ${edition}`];
  return (step, outcome) => sequel?.[step]?.[outcome] ?? [];
};
