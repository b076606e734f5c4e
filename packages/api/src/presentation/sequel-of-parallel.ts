import type { parallelRegistrationLicensing } from '@lianban/workflows/procedures/parallel-registration-licensing/2022-03';
import type { qualityRectification } from '@lianban/workflows/procedures/quality-rectification/2022-03';
import type { registrationVerification } from '@lianban/workflows/procedures/registration-verification/2023-07';
import { nothing, type Sequel } from './sequel-table.ts';

/** A guard opens its step behind whichever button makes it hold, so that a decision stands behind many. */
export const afterParallel: Sequel<typeof parallelRegistrationLicensing.steps> = {
  withdraw: {
    withdraw: nothing,
  },
  judgeParallel: {
    suitable: ['takeInLicence'],
    notSuitable: nothing,
  },
  takeInLicence: {
    takeIn: ['previewLicence', 'draft'],
    notApplicable: nothing,
  },
  withdrawLicence: {
    withdraw: nothing,
  },
  previewLicence: {
    passed: ['draft'],
    requestMore: ['supplementLicence'],
    unfit: ['draft'],
  },
  supplementLicence: {
    submit: ['previewLicence'],
    lapsed: ['previewLicence'],
  },
  intake: {
    accept: ['handOver'],
    correctOnTheSpot: ['intake'],
    requestSupplement: ['supplement'],
    refuse: nothing,
    notRequired: nothing,
    lapsed: ['handOver'],
  },
  supplement: {
    submit: ['intake'],
    lapsed: nothing,
  },
  recordAcceptance: {
    record: ['recordNotice', 'recordReview', 'recordDecision'],
  },
  recordNotice: {
    record: ['inspect'],
  },
  returnResult: {
    send: nothing,
  },
  recordReview: {
    passed: nothing,
    negative: nothing,
  },
  recordDecision: {
    granted: ['recordNotice', 'draft'],
    refused: nothing,
  },
  handOver: {
    handOver: ['review', 'notifyVerification', 'draft'],
  },
  review: {
    pass: ['draft'],
    requestMore: ['supplementReview'],
    reject: ['object'],
    convene: ['meetExperts'],
    suspend: ['investigateFalsity'],
  },
  supplementReview: {
    submit: ['review'],
    lapsed: ['draft'],
  },
  meetExperts: {
    met: ['review'],
  },
  requestLongerReview: {
    request: ['approveLongerReview'],
  },
  approveLongerReview: {
    grant: nothing,
    refuse: nothing,
    lapsed: nothing,
  },
  object: {
    object: ['weighObjection'],
    accept: ['draft'],
    lapsed: ['draft'],
  },
  weighObjection: {
    uphold: ['draft'],
    reopen: ['review', 'reviewAgain'],
  },
  returnToReview: {
    return: ['reviewAgain', 'notifyVerification'],
  },
  reviewAgain: {
    pass: ['draft'],
    reject: ['object'],
    suspend: ['investigateFalsity'],
  },
  notifyVerification: {
    notify: ['inspect'],
  },
  inspect: {
    conforms: ['reportVerification'],
    toRectify: ['reportVerification'],
    fails: ['reportVerification'],
    notApproved: ['recordNotice', 'notifyVerification'],
  },
  reportVerification: {
    passed: ['returnResult', 'draft'],
    toRectify: ['returnResult', 'rectify', 'draft'],
    failed: ['returnResult', 'draft'],
  },
  rectify: {
    passed: ['returnResult', 'draft'],
    failed: ['returnResult', 'draft'],
    overdue: ['returnResult', 'followUpOverdue', 'draft'],
  },
  followUpOverdue: {
    interview: nothing,
    warn: nothing,
    transfer: nothing,
  },
  reportFalsity: {
    report: ['investigateFalsity'],
  },
  investigateFalsity: {
    cleared: ['review', 'reviewAgain', 'draft', 'discuss', 'meet', 'sealRegistration', 'seal'],
    confirmed: ['draft', 'legalReview', 'discuss', 'meet', 'sealRegistration', 'seal'],
  },
  draft: {
    proposeGrant: ['audit'],
    proposeRefusal: ['audit'],
    proposeDiscussion: ['discuss'],
  },
  audit: {
    agree: ['legalReview', 'approve'],
    sendBack: ['draft'],
    reassign: ['draft'],
    callDiscussion: ['discuss'],
  },
  legalReview: {
    agree: ['tellRefusal', 'approve'],
    agreeWithHearing: ['tellRefusal', 'approve'],
    sendBack: ['draft'],
    callDiscussion: ['discuss'],
  },
  tellRefusal: {
    tell: ['makeStatement', 'requestHearing'],
  },
  makeStatement: {
    state: ['weighStatement'],
    waive: ['weighStatement', 'approve'],
    lapsed: ['weighStatement', 'approve'],
  },
  requestHearing: {
    request: ['arrangeHearing'],
    waive: ['weighStatement', 'approve'],
    lapsed: ['weighStatement', 'approve'],
  },
  arrangeHearing: {
    arrange: ['holdHearing'],
  },
  holdHearing: {
    held: ['weighStatement'],
    postponed: ['arrangeHearing'],
    ended: ['weighStatement', 'approve'],
  },
  weighStatement: {
    rejected: ['approve'],
    accepted: ['draft'],
  },
  approve: {
    agree: ['legalReview', 'sealRegistration', 'seal'],
    sendBack: ['draft'],
    changeToRefusal: ['legalReview'],
    callMeeting: ['meet'],
    callDiscussion: ['discuss'],
  },
  discuss: {
    concludeGrant: ['approve'],
    concludeRefusal: ['legalReview'],
  },
  meet: {
    agree: ['legalReview', 'sealRegistration', 'seal'],
    changeToGrant: ['sealRegistration', 'seal'],
    changeToRefusal: ['legalReview'],
  },
  sealRegistration: {
    grant: ['draft', 'deliverRegistration'],
    refuse: ['serveRegistrationRefusal'],
  },
  serveRegistrationRefusal: {
    delivered: nothing,
    failed: ['serveRegistrationRefusal'],
    announced: nothing,
  },
  seal: {
    grant: ['deliverBoth', 'deliverLicence'],
    refuse: ['serveRefusal'],
  },
  deliverRegistration: {
    delivered: nothing,
    failed: ['deliverRegistration'],
    announced: nothing,
  },
  deliverBoth: {
    delivered: nothing,
    failed: ['deliverBoth'],
    announced: nothing,
  },
  deliverLicence: {
    delivered: nothing,
    failed: ['deliverLicence'],
    announced: nothing,
  },
  serveRefusal: {
    delivered: nothing,
    failed: ['serveRefusal'],
    announced: nothing,
  },
};

export const afterQualityRectification: Sequel<typeof qualityRectification.steps> = {
  rectifyQuality: { submit: ['recheckQuality'], abandon: nothing, lapsed: nothing },
  recheckQuality: { passed: ['tellResult'], failed: ['tellResult'] },
  tellResult: { tell: nothing },
};

const concluded = ['recordOpinion'] as const;

export const afterRegistrationVerification: Sequel<typeof registrationVerification.steps> = {
  withdraw: { withdraw: nothing },
  recordStart: {
    withVerification: ['answerCoordination', 'recordVerification'],
    inspectionOnly: ['answerCoordination'],
  },
  recordVerification: { passed: concluded, failed: concluded },
  recordCentreRequest: { record: ['recordSupplied'] },
  recordSupplied: { record: nothing },
  recordEarlyRefusal: { record: nothing },
  recordOpinion: { passed: ['recordApproval'], negative: ['recordApproval'] },
  recordApproval: { approved: ['updateLicence'], refused: nothing },
  updateLicence: { update: nothing, keep: nothing },
  answerCoordination: { register: ['judgeNecessity'], unable: ['judgeNecessity'], notLicensed: ['recordLicence'] },
  recordLicence: { record: ['answerCoordination'] },
  judgeNecessity: { inspect: ['agreePlan', 'inspect'], exempt: ['sendResult'] },
  agreePlan: { agreed: ['inspect'], renegotiate: ['agreePlan'], postpone: ['agreePlan'] },
  inspect: { conforms: ['assess'], toRectify: ['rectify'], fails: ['assess'], notApproved: ['inspect'] },
  rectify: { rectified: ['assess'], fails: ['assess'] },
  assess: { conforms: ['sendResult'], fails: ['sendResult'] },
  sendResult: { send: concluded },
  reportSerious: { report: ['decideForCause'] },
  decideForCause: { forCause: nothing, goOn: nothing },
};
