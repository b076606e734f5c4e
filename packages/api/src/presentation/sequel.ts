import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import type { Catalogue, LapseSpec } from '@lianban/workflows/vocabulary/step';

/** Every way in which a step of a catalogue can end, and the steps that may open then, in the order of the main line. */
type Sequel<C extends Catalogue> = {
  readonly [K in keyof C & string]: {
    readonly [
      O in (keyof C[K]['outcomes'] & string) | (C[K] extends { readonly lapse: LapseSpec } ? 'lapsed' : never)
    ]: readonly (keyof C & string)[];
  };
};

const toRevocation = ['proposeNotice'] as const;
const afterService = ['verify', 'proveConditions'] as const;
const onceHeard = ['weighStatement', 'draftRevocation'] as const;
const nothing = [] as const;
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

const sequels: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>> = {
  [`${informedCommitment.id} ${informedCommitment.edition}`]: afterCommitment,
  [`${ordinaryPermit.id} ${ordinaryPermit.edition}`]: afterOrdinary,
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
