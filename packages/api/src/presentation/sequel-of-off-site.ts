import type { jointInspection } from '@lianban/workflows/procedures/joint-inspection/2024-05';
import type { jointContribution } from '@lianban/workflows/procedures/joint-contribution/2024-05';
import type { siteConsent } from '@lianban/workflows/procedures/site-consent/2024-05';
import type { offSiteLaunch } from '@lianban/workflows/procedures/off-site-launch/2024-05';
import type { offSiteVariety } from '@lianban/workflows/procedures/off-site-variety/2024-05';
import type { offSiteWorkshop } from '@lianban/workflows/procedures/off-site-workshop/2024-05';
import type { jointSupervision } from '@lianban/workflows/procedures/joint-supervision/2024-05';
import type { siteSupervision } from '@lianban/workflows/procedures/site-supervision/2024-05';
import type { priorConsultation } from '@lianban/workflows/procedures/prior-consultation/2024-05';
import { afterOrdinaryInFull, beforeDraft } from './sequel-of-ordinary.ts';
import { nothing, type Sequel } from './sequel-table.ts';

const audited = ['auditReport'] as const;
const replied = {
  agree: nothing,
  agreeConditionally: ['meetConditions'],
  needMaterial: ['supplyMaterial', 'awaitEarly'],
  proposeJoint: ['awaitEarly'],
  disagree: ['negotiate'],
} as const;

/** 跨省厂外车间: what opens in the cases of its varieties is told there. */
export const afterWorkshop: Sequel<typeof offSiteWorkshop.steps> = {
  withdraw: { withdraw: nothing },
  intake: {
    accept: ['chooseRoute'],
    lapsed: ['chooseRoute'],
    correctOnTheSpot: ['intake'],
    requestSupplement: ['supplement'],
    refuse: nothing,
    notRequired: nothing,
  },
  supplement: { submit: ['intake'], lapsed: nothing },
  chooseRoute: { homeWithConsent: ['draftLetter'], entrusted: ['draftLetter'], siteLicence: nothing },
  draftLetter: { propose: ['auditLetter'] },
  auditLetter: { agree: ['signLetter'], sendBack: ['draftLetter'] },
  signLetter: {
    send: ['awaitReply', 'orderInspection', 'decideVariety', 'awaitEntrustedConsent'],
    sendBack: ['draftLetter'],
  },
  awaitEntrustedConsent: { issued: ['applyEntrusted'], declined: nothing },
  applyEntrusted: { applied: nothing, abandon: nothing, lapsed: ['draftLetter'] },
  awaitReply: { ...replied, announceDelay: ['awaitReply'], lapsed: ['awaitReminded'] },
  awaitReminded: { ...replied, lapsed: ['awaitJointOffice'] },
  awaitJointOffice: replied,
  awaitEarly: replied,
  supplyMaterial: { send: ['awaitReply'] },
  meetConditions: { met: ['confirmConditions'], promised: ['confirmConditions'] },
  confirmConditions: { confirmed: nothing, notMet: ['meetConditions'] },
  changedOpinion: {
    agree: nothing,
    agreeConditionally: ['meetConditions'],
    disagree: ['negotiate'],
    repeated: nothing,
  },
  negotiate: { agreed: nothing, notAgreed: ['leadersMeet'], lapsed: ['leadersMeet'] },
  leadersMeet: { agreed: nothing, notAgreed: ['jointMeeting'], lapsed: ['jointMeeting'] },
  jointMeeting: { agreed: nothing, notAgreed: ['askNational'], lapsed: ['askNational'] },
  askNational: { designated: nothing, noConsent: nothing },
  orderInspection: { order: ['inspectSite'] },
  inspectSite: {
    conforms: ['opineOnAssessment'],
    toRectify: ['rectify'],
    fails: ['opineOnAssessment'],
    notApproved: ['orderInspection'],
  },
  rectify: { rectified: ['opineOnAssessment'], fails: ['opineOnAssessment'] },
  opineOnAssessment: { concur: ['assess'], dissent: ['assess'] },
  // Whoever wanted to see the site first is asked again.
  assess: { conforms: ['awaitReply'], fails: ['awaitReply'] },
  addVariety: { ask: ['admitVariety'] },
  admitVariety: { admit: ['decideVariety'], decline: nothing },
  decideVariety: { granted: ['launchVariety', 'draftPlan', 'superviseSite'], refused: nothing, withdrawn: nothing },
  launchVariety: { launched: nothing, notLaunched: nothing },
  superviseSite: { struck: nothing },
  draftPlan: { propose: ['approvePlan'] },
  approvePlan: { agree: ['confirmPlan'], sendBack: ['draftPlan'] },
  confirmPlan: { confirmed: nothing, changesAsked: ['draftPlan'] },
};

/** What news of the site, or the end of a review, may open. */
const atJ1 = ['awaitSite', ...beforeDraft] as const;
const decidedLike = afterOrdinaryInFull;

/** 厂外车间品种, decided like an ordinary permit. */
export const afterVariety: Sequel<typeof offSiteVariety.steps> = {
  hearSite: {
    awaiting: ['awaitSite'],
    inspecting: ['awaitSite'],
    cleared: beforeDraft,
    noConsent: beforeDraft,
    notPassed: beforeDraft,
  },
  withdraw: decidedLike.withdraw,
  requestExtension: decidedLike.requestExtension,
  approveExtension: decidedLike.approveExtension,
  suspectFalsity: { report: ['investigateFalsity'] },
  investigateFalsity: decidedLike.investigateFalsity,
  referToReview: { refer: ['review'] },
  review: { pass: atJ1, requestMore: ['supplementReview'], fail: beforeDraft },
  supplementReview: { submit: ['review'], lapsed: ['review'] },
  awaitSite: { lapsed: beforeDraft },
  draft: decidedLike.draft,
  audit: decidedLike.audit,
  legalReview: decidedLike.legalReview,
  tellRefusal: decidedLike.tellRefusal,
  makeStatement: decidedLike.makeStatement,
  requestHearing: decidedLike.requestHearing,
  arrangeHearing: decidedLike.arrangeHearing,
  holdHearing: decidedLike.holdHearing,
  weighStatement: decidedLike.weighStatement,
  approve: decidedLike.approve,
  discuss: decidedLike.discuss,
  meet: decidedLike.meet,
  seal: decidedLike.seal,
  deliver: decidedLike.deliver,
  serveRefusal: decidedLike.serveRefusal,
};

/** 厂外车间投产. */
export const afterLaunch: Sequel<typeof offSiteLaunch.steps> = {
  abandonSite: { abandon: nothing },
  reportApproval: { approved: ['updateRegister'], notApproved: nothing },
  fileChange: { file: ['reviewFiling'] },
  reviewFiling: { accept: ['updateRegister'], incomplete: ['fileChange'] },
  updateRegister: { done: ['inspectFirst'] },
  validate: { submit: ['inspectFirst'], lapsed: ['weighDelay'] },
  weighDelay: { goOn: ['validate'], cancel: nothing },
  inspectFirst: { conforms: ['resume'], toRectify: ['rectify'], fails: ['resume'], notApproved: ['resume'] },
  rectify: { rectified: ['resume'], fails: ['resume'] },
  resume: { resume: nothing, inspectAgain: ['inspectFirst'], cancel: nothing },
};

/** On the spot, or back to whoever the team lacks. */
const atWork = ['replaceHome', 'replaceSite', 'inspectJointly'] as const;
const anywhere = ['replaceHome', 'replaceSite', 'awaitConsent', 'beginInspection', 'inspectJointly'] as const;

/** 联合检查. */
export const afterJoint: Sequel<typeof jointInspection.steps> = {
  hearConsent: { admit: ['replaceHome', 'replaceSite', 'beginInspection'], hold: ['awaitConsent'] },
  approveInspection: { approve: ['planJoint'], refuse: nothing },
  planJoint: { settle: ['nameSiteInspectors'] },
  nameSiteInspectors: { name: ['awaitConsent', 'beginInspection'] },
  reportAbsence: { homeLeaves: ['replaceHome'], siteLeaves: ['replaceSite'] },
  replaceHome: { replace: anywhere },
  replaceSite: { replace: anywhere },
  awaitConsent: {},
  beginInspection: { begin: ['inspectJointly'], refusedAccess: nothing },
  inspectJointly: {
    conforms: ['signReport'],
    toRectify: ['signReport'],
    fails: ['signReport'],
    gradeDisputed: ['opineOnGrade'],
  },
  opineOnGrade: { opine: ['settleGrade'], lapsed: ['settleGrade'] },
  settleGrade: { settle: ['signReport'] },
  signReport: { signed: audited, reserved: audited, declined: audited },
  auditReport: { uphold: nothing, regrade: nothing, returnReport: atWork },
  reportRisk: { report: ['assessRisk'] },
  assessRisk: { suspend: nothing, controlled: nothing },
};

const signing = ['signReply'] as const;

/** 联络函答复, in the province of the site. */
export const afterConsent: Sequel<typeof siteConsent.steps> = {
  signFor: { accept: ['study'] },
  study: {
    agree: signing,
    agreeConditionally: signing,
    needMaterial: signing,
    proposeJoint: signing,
    disagree: signing,
    announceDelay: signing,
  },
  signReply: { sign: ['study', 'standBy'], sendBack: ['study'] },
  standBy: {},
  reconsider: { agree: signing, agreeConditionally: signing, disagree: signing },
};

/** 前期沟通. */
export const afterConsultation: Sequel<typeof priorConsultation.steps> = {
  withdraw: { withdraw: nothing },
  consult: { callConsultation: ['holdConsultation'], consensus: ['confirmConsensus'], notReady: nothing },
  holdConsultation: { attended: ['consult'], declined: ['consult'] },
  confirmConsensus: { confirmed: nothing, changesAsked: ['consult'] },
};

/** 协同监管, in the province of the holder. */
export const afterJointSupervision: Sequel<typeof jointSupervision.steps> = {
  hearBreach: { breachTold: ['weighBreach'], riskTold: ['assessRisk', 'weighBreach'], resultTold: nothing },
  reportBreach: {
    breachTold: ['tellOtherSide', 'weighBreach'],
    riskTold: ['tellOtherSide', 'assessRisk', 'weighBreach'],
  },
  tellOtherSide: { resultTold: nothing },
  weighBreach: { inspectHolder: ['actOnHolder'], noInspection: ['shareResult'] },
  actOnHolder: { resultTold: ['shareResult'] },
  shareResult: { noted: nothing },
  assessRisk: { suspend: nothing, controlled: nothing },
  standWatch: { struck: nothing },
};

/** 属地监管通报, in the province of the site. */
export const afterSiteSupervision: Sequel<typeof siteSupervision.steps> = {
  reportBreach: { breachTold: signing, riskTold: ['assessRisk', 'settleBreach'] },
  signReply: { sign: ['settleBreach'], sendBack: nothing },
  assessRisk: { suspend: nothing, controlled: nothing },
  settleBreach: { resultTold: nothing },
  standBy: {},
};

/** 协作事项办理, in the province of the site. */
export const afterContribution: Sequel<typeof jointContribution.steps> = {
  sendInspectors: { send: nothing },
  giveGradeOpinion: { opine: nothing },
  signJointReport: { signed: nothing, reserved: nothing, declined: nothing },
  opineOnTheirAssessment: { concur: signing, dissent: signing },
  confirmTheirPlan: { confirmed: signing, changesAsked: signing },
  confirmTheirConditions: { confirmed: signing, notMet: signing },
  considerEntrusted: { issued: signing, declined: signing },
  joinConsultation: { attended: nothing, declined: nothing },
  confirmTheirConsensus: { confirmed: signing, changesAsked: signing },
  handleTheirBreach: { resultTold: signing },
  noteTheirResult: { noted: nothing },
  settleJointly: { agreed: nothing, notAgreed: nothing },
  signReply: {
    sign: nothing,
    sendBack: [
      'opineOnTheirAssessment',
      'confirmTheirPlan',
      'confirmTheirConditions',
      'considerEntrusted',
      'confirmTheirConsensus',
      'handleTheirBreach',
    ],
  },
};
