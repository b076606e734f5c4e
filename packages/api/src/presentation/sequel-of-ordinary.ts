import type { ordinaryPermitWithDeferral } from '@lianban/workflows/procedures/ordinary-permit/2024-01';
import type { remedy } from '@lianban/workflows/procedures/remedy/2024-01';
import type { ordinaryPermitInFull } from '@lianban/workflows/procedures/ordinary-permit/2023-07';
import { nothing, type Sequel } from './sequel-table.ts';

/** What comes before the seal where falsity was suspected. */
export const beforeDraft = ['investigateFalsity', 'draft'] as const;
/** Where an approval, or a silence after which one is asked, leads. */
const refusalStands = ['weighStatement', 'approve'] as const;

/** 一般许可 in full. */
export const afterOrdinaryInFull = {
  withdraw: { withdraw: nothing },
  intake: {
    accept: ['decideBeforeExpiry', 'assign'],
    lapsed: ['decideBeforeExpiry', 'assign'],
    correctOnTheSpot: ['intake'],
    requestSupplement: ['supplement'],
    refuse: nothing,
    notRequired: nothing,
  },
  supplement: { submit: ['intake'], lapsed: nothing },
  requestExtension: { request: ['approveExtension'] },
  approveExtension: { grant: nothing, refuse: nothing, lapsed: nothing },
  suspectFalsity: { report: nothing },
  investigateFalsity: {
    cleared: ['draft', 'discuss', 'meet', 'seal'],
    confirmed: ['draft', 'discuss', 'meet', 'legalReview', 'seal'],
  },
  assign: { assign: ['review'], returnToWindow: ['recheckAcceptance'] },
  recheckAcceptance: { uphold: ['assign'] },
  review: {
    pass: beforeDraft,
    inspect: ['inspect'],
    requestMore: ['supplementReview'],
    proposeRefusal: beforeDraft,
  },
  supplementReview: { submit: ['review'], lapsed: ['review'] },
  inspect: { conforms: ['assess'], toRectify: ['rectify'], fails: ['assess'], notApproved: ['review'] },
  rectify: { rectified: ['assess'], fails: ['assess'] },
  assess: { conforms: beforeDraft, fails: beforeDraft },
  decideBeforeExpiry: { lapsed: ['deliver'] },
  draft: {
    proposeGrant: ['audit'],
    proposeRefusal: ['audit'],
    proposeDiscussion: ['investigateFalsity', 'discuss'],
  },
  audit: {
    agree: ['legalReview', 'approve'],
    sendBack: beforeDraft,
    reassign: beforeDraft,
    callDiscussion: ['investigateFalsity', 'discuss'],
  },
  legalReview: {
    agree: ['tellRefusal', 'approve'],
    agreeWithHearing: ['tellRefusal', 'approve'],
    sendBack: beforeDraft,
    callDiscussion: ['investigateFalsity', 'discuss'],
  },
  tellRefusal: { tell: ['makeStatement', 'requestHearing'] },
  // As above: a statement is due before any hearing can have been held.
  makeStatement: { state: ['weighStatement'], waive: ['approve'], lapsed: ['approve'] },
  requestHearing: { request: ['arrangeHearing'], waive: refusalStands, lapsed: refusalStands },
  arrangeHearing: { arrange: ['holdHearing'] },
  holdHearing: { held: ['weighStatement'], postponed: ['arrangeHearing'], ended: refusalStands },
  weighStatement: { rejected: ['approve'], accepted: beforeDraft },
  approve: {
    agree: ['investigateFalsity', 'seal'],
    sendBack: beforeDraft,
    changeToRefusal: ['legalReview'],
    callMeeting: ['investigateFalsity', 'meet'],
    callDiscussion: ['investigateFalsity', 'discuss'],
  },
  discuss: { concludeGrant: ['approve'], concludeRefusal: ['legalReview'] },
  meet: {
    agree: ['investigateFalsity', 'seal'],
    changeToGrant: ['investigateFalsity', 'seal'],
    changeToRefusal: ['legalReview'],
  },
  seal: { grant: ['deliver'], refuse: ['serveRefusal'] },
  deliver: { delivered: nothing, announced: nothing, failed: ['deliver'] },
  serveRefusal: { delivered: nothing, announced: nothing, failed: ['serveRefusal'] },
} as const satisfies Sequel<typeof ordinaryPermitInFull.steps>;

const accepted = ['assign', 'cure'] as const;
/** What comes before the seal where falsity was suspected, and what is drafted anew after a ruling. */
const beforeDrafts = ['investigateFalsity', 'draft', 'redraft'] as const;
const deliveredOrAnnounced = { delivered: nothing, announced: ['awaitAnnouncement'] } as const;

export const afterOrdinaryWithDeferral: Sequel<typeof ordinaryPermitWithDeferral.steps> = {
  ...afterOrdinaryInFull,
  suspectFalsity: { report: ['investigateFalsity'] },
  intake: {
    ...afterOrdinaryInFull.intake,
    correctOnTheSpot: ['intake'],
    defer: ['commitToCure'],
  },
  commitToCure: { sign: ['acceptDeferred'], decline: ['supplement'], lapsed: ['supplement'] },
  acceptDeferred: { accept: accepted, lapsed: accepted },
  cure: { submit: ['checkCure'], lapsed: nothing },
  checkCure: { complete: ['draft'], incomplete: ['cure'] },
  investigateFalsity: {
    cleared: ['draft', 'redraft', 'discuss', 'meet', 'seal'],
    confirmed: ['draft', 'redraft', 'discuss', 'meet', 'legalReview', 'seal'],
  },
  review: { ...afterOrdinaryInFull.review, pass: beforeDrafts, proposeRefusal: beforeDrafts },
  assess: { conforms: beforeDrafts, fails: beforeDrafts },
  // A hearing is arranged seven working days ahead, but nothing here keeps it from being held at once.
  makeStatement: { state: ['weighStatement'], waive: ['approve'], lapsed: refusalStands },
  redraft: {
    proposeGrant: ['audit'],
    proposeRefusalAnew: ['audit'],
    proposeDiscussion: ['investigateFalsity', 'discuss'],
  },
  audit: { ...afterOrdinaryInFull.audit, sendBack: beforeDrafts, reassign: beforeDrafts },
  legalReview: { ...afterOrdinaryInFull.legalReview, sendBack: beforeDrafts },
  weighStatement: { rejected: ['approve'], accepted: beforeDrafts },
  approve: { ...afterOrdinaryInFull.approve, sendBack: beforeDrafts },
  deliver: { ...deliveredOrAnnounced, failed: ['deliver'] },
  serveRefusal: { ...deliveredOrAnnounced, failed: ['serveRefusal'] },
  awaitAnnouncement: { collected: nothing, lapsed: nothing },
};

export const afterRemedy: Sequel<typeof remedy.steps> = {
  registerRemedy: { admitted: ['answerReconsideration', 'defendSuit'], notAdmitted: nothing },
  answerReconsideration: { file: ['awaitRuling'] },
  defendSuit: { file: ['awaitRuling'] },
  awaitRuling: {
    upheld: nothing,
    changed: ['serveChange'],
    redo: nothing,
    unlawful: ['remedyUnlawfulness'],
    perform: nothing,
    ended: nothing,
  },
  noteLongerReview: { note: nothing },
  notifyThirdParty: { notify: ['hearThirdParty'] },
  hearThirdParty: { heard: nothing, silent: nothing },
  stopExecution: { stop: nothing },
  resumeExecution: { resume: nothing },
  serveChange: { delivered: nothing },
  remedyUnlawfulness: { done: nothing },
};
