import { documents, type DocumentType } from '@lianban/domain/document';
import type { DutyRow, EventRow } from '@lianban/db/queries/case-page';
import { isOutside, type Role } from '@lianban/domain/role';
import { text } from '@lianban/domain/text';
import type { StepSpec } from '@lianban/workflows/vocabulary/step';
import { isOwn, type Reader } from './owner.ts';

/** Steps in which officials form an opinion; what they think is not yet what the agency says. */
const OPINION_FORMING: ReadonlySet<string> = new Set([
  'assign',
  'review',
  'draft',
  'audit',
  'legalReview',
  'propose',
  'proposeNotice',
  'draftRevocation',
  'approveRevocation',
  'requestAssistance',
  'sendAssistance',
  'awaitAssistance',
  'awaitReminded',
  'awaitJointOffice',
  'awaitLeaders',
  'discuss',
  'approve',
  'meet',
  'investigateFalsity',
  'recheckAcceptance',
  'auditReport',
  'assessRisk',
  ...['draftLetter', 'auditLetter', 'negotiate', 'leadersMeet', 'jointMeeting', 'askNational'],
  ...['opineOnGrade', 'settleGrade', 'signReport', 'opineOnAssessment', 'draftPlan', 'approvePlan', 'confirmPlan'],
  ...['study', 'reconsider', 'signReply', 'standBy', 'opineOnTheirAssessment', 'confirmTheirPlan'],
  ...['giveGradeOpinion', 'signJointReport', 'confirmTheirConditions', 'considerEntrusted', 'sendInspectors'],
  ...['weighDelay', 'reportAbsence', 'changedOpinion'],
  'requestExtension',
  'approveExtension',
  'approveReply',
  'approveLongerHandling',
  'approveLongerHandlingAbove',
  'approveLongerCap',
  'assist',
  'coordinate',
  'dispatch',
  'instruct',
  'prepareAgenda',
  'deliberate',
  'awaitPlatform',
  'signBureauLetter',
  'watchCap',
  'readCapReport',
  'auditLedger',
  'reviewLedger',
  'checkReport',
  'approveLongerCheck',
  'archive',
]);
/** Buttons that send a draft round again, or propose what somebody else has yet to approve. */
const ROUND_AGAIN: ReadonlySet<string> = new Set([
  ...['sendBack', 'investigateAgain', 'returnForRevision'],
  ...['answerDirectly', 'proposeReply', 'askHelp', 'escalate', 'requestExtension'],
]);

/** What the applicant may know of a field that an official filled in; everything else stays in the file. */
const TOLD: ReadonlySet<string> = new Set([
  ...['reasons', 'statement', 'items', 'competentBody', 'premises', 'changeCase', 'things'],
  ...['answer', 'legalBasis'],
  ...['remedialMeasures', 'hearingOn', 'hearingPlace', 'defects', 'results', 'from', 'to', 'scope'],
]);

/** What is shown of an act whose content stays inside. */
export const doneWords = text('已办理', 'Done');

/** Whether documents of the type are for those outside the agency. */
export const isForOutside = (type: DocumentType): boolean => {
  const { audience } = documents[type];
  return audience === 'applicant' || audience === 'public';
};

/** Whether the applicant may see a paper: one for those outside, or one that they handed in themselves. */
export const isShownToApplicant = (type: DocumentType, madeBy: Pick<EventRow, 'kind' | 'who'> | undefined): boolean =>
  isForOutside(type) || (madeBy?.kind === 'answer' && isOutside(madeBy.who?.role ?? 'CLK'));

/** Whether the act is part of forming an opinion inside the agency: nothing that it made is for the applicant. */
export function isInternal(spec: StepSpec, step: string, outcome: string): boolean {
  if (!OPINION_FORMING.has(step) && !ROUND_AGAIN.has(outcome)) return false;
  return !(spec.outcomes[outcome]?.documents ?? []).some(isForOutside);
}

/** Whether the reader may know of a duty or right: of every duty, and of the rights of others unless they are the applicant. */
export const isKnownTo = (duty: Pick<DutyRow, 'kind' | 'role' | 'unitId'>, reader: Reader): boolean =>
  duty.kind === 'duty' || !isOutside(reader.post.role) || isOwn(duty, reader);

/**
 * Whether the reader may ask for a duty or right by its key: the applicant for what is open, and for what was their own. How
 * an official settled a step, and who did, they read in the timeline as far as it is for them.
 */
export const mayOpen = (duty: Pick<DutyRow, 'kind' | 'role' | 'unitId' | 'state'>, reader: Reader): boolean =>
  isKnownTo(duty, reader) && (duty.state === 'open' || !isOutside(reader.post.role) || isOwn(duty, reader));

/** Whether a field of the form may be shown to the applicant, who sees all of what they wrote themselves. */
export const isTold = (field: string, writtenBy: Role): boolean => isOutside(writtenBy) || TOLD.has(field);
