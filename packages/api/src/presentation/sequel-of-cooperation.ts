import type { assistanceRequest } from '@lianban/workflows/procedures/assistance-request/2021-07';
import type { districtMeetings } from '@lianban/workflows/procedures/district-meetings/2024-10';
import type { liaisonRequest } from '@lianban/workflows/procedures/liaison-request/2024-10';
import type { quarterlyLedger } from '@lianban/workflows/procedures/quarterly-ledger/2024-10';
import { nothing, type Sequel } from './sequel-table.ts';

/** What begins again beside the handling when it begins again itself. */
const besides = ['watchCap', 'reportProgress'] as const;
const helped = ['coordinate', 'assist', 'handle'] as const;
const rated = { satisfied: ['archive'], dissatisfied: ['dispatch', 'archive', ...besides] } as const;
const fromBureau = {
  replied: ['approveReply'],
  unable: ['handle'],
  returned: ['dispatch'],
  recall: ['handle'],
} as const;
const longer = { grant: ['handle'], refuse: ['handle'], lapsed: ['handle'] } as const;

export const afterRequest: Sequel<typeof liaisonRequest.steps> = {
  accept: {
    acceptOwn: ['handle'],
    answerDirectly: ['approveReply'],
    askHelp: helped,
    transfer: ['mayDispute', 'signTransfer'],
    toPlatform: ['awaitPlatform'],
    toOtherBureau: ['signBureauLetter'],
    escalate: ['dispatch'],
    merge: nothing,
    separate: ['checkReport'],
    toWindow: nothing,
    notRequest: nothing,
    recordWithdrawal: nothing,
  },
  mayDispute: { lapsed: ['handle', ...besides] },
  signTransfer: { sign: ['handle', ...besides], reject: ['accept', 'dispatch'] },
  handle: {
    proposeReply: ['approveReply'],
    askHelp: helped,
    askMaterial: ['supplement', 'recordSupplement'],
    requestExtension: ['approveLongerHandling', 'approveLongerHandlingAbove'],
    escalate: ['dispatch'],
    unsupported: ['reviewPolicy'],
    recordWithdrawal: nothing,
  },
  coordinate: { carryOn: ['handle'], escalate: ['dispatch'] },
  assist: { answer: ['handle'] },
  supplement: { submit: ['handle'] },
  recordSupplement: { record: ['handle'], carryOn: ['handle'] },
  approveLongerHandling: longer,
  approveLongerHandlingAbove: longer,
  approveReply: { approve: ['giveReply'], sendBack: ['handle'] },
  giveReply: { reply: ['rate', 'recordRating'], returnForRevision: ['handle'] },
  dispatch: { assign: ['handle'], requestInstruction: ['instruct'] },
  instruct: { assign: ['handle'], callMeeting: ['prepareAgenda'], returnToOffice: ['dispatch'] },
  prepareAgenda: { submit: ['deliberate'] },
  deliberate: { approve: ['handle'], revise: ['prepareAgenda'], reject: ['reviewPolicy'] },
  signBureauLetter: { send: ['awaitAssistance'], sendBack: ['accept'] },
  awaitAssistance: { ...fromBureau, announceDelay: ['awaitAssistance'], lapsed: ['awaitReminded'] },
  awaitReminded: { ...fromBureau, lapsed: ['awaitJointOffice'] },
  awaitJointOffice: { ...fromBureau, lapsed: ['awaitLeaders'] },
  awaitLeaders: fromBureau,
  awaitPlatform: { answered: ['approveReply'], returned: ['dispatch'], lapsed: ['awaitPlatform'] },
  reviewPolicy: { stillUnsupported: ['reviewPolicy'], changed: ['accept', ...besides], conclude: ['archive'] },
  withdraw: { withdraw: nothing },
  reportProgress: { report: ['reportProgress'] },
  watchCap: { lengthen: ['approveLongerCap'], lapsed: ['readCapReport'] },
  approveLongerCap: { grant: ['watchCap'], refuse: ['watchCap'], lapsed: ['watchCap'] },
  readCapReport: { read: nothing },
  rate: { ...rated, lapsed: ['archive'] },
  recordRating: rated,
  archive: { archive: nothing },
  checkReport: { transfer: ['tellReporter'], unfounded: ['tellReporter'], requestExtension: ['approveLongerCheck'] },
  approveLongerCheck: { grant: ['checkReport'], refuse: ['checkReport'] },
  tellReporter: { told: nothing },
};

const toSignature = { complete: ['signReply'], partly: ['signReply'], unable: ['signReply'] } as const;

export const afterAssistanceRequest: Sequel<typeof assistanceRequest.steps> = {
  signFor: { accept: ['assign'], returnLetter: nothing, nameCompetent: nothing },
  assign: { assign: ['lookInto'], toDistrict: ['enterDistrictFindings'] },
  lookInto: { ...toSignature, announceDelay: ['lookInto'] },
  enterDistrictFindings: { ...toSignature, announceDelay: ['enterDistrictFindings'] },
  signReply: { sign: nothing, sendBack: ['lookInto', 'enterDistrictFindings'] },
};

export const afterQuarter: Sequel<typeof quarterlyLedger.steps> = {
  compile: { report: ['auditLedger'], lapsed: ['compileLate'] },
  compileLate: { report: ['auditLedger'] },
  auditLedger: { agree: ['summarise'], sendBack: ['compileLate'] },
  collect: { goOn: ['summarise'] },
  summarise: { submit: ['reviewLedger'], callMeeting: ['holdMeeting'] },
  holdMeeting: { held: ['summarise'], postpone: ['holdMeeting'] },
  reviewLedger: { agree: ['readLedger'], returnToOffice: ['summarise'] },
  readLedger: { read: nothing },
};

export const afterMeetings: Sequel<typeof districtMeetings.steps> = {
  followYear: { lapsed: ['reportMissed'] },
  remindUnits: { lapsed: nothing },
  urgeUnits: { urge: nothing },
  meetLeaders: { held: ['meetAgain'] },
  meetAgain: { held: nothing, notPlanned: nothing },
  reportMissed: { report: nothing },
};
