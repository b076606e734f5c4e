import type { SeparationKey } from '@lianban/domain/separation';
import type { StepSpec } from '../vocabulary/step.ts';

/** Steps that may not be in one hand: whoever answered one of `first` does not answer one of `then`. */
export interface Apart {
  readonly rule: SeparationKey;
  readonly first: readonly string[];
  readonly then: readonly string[];
}

/** Which steps of the procedures each rule of separation parts; a test holds the catalogues against it in both directions. */
export const apart: readonly Apart[] = [
  { rule: 'drafting', first: ['draft', 'redraft'], then: ['audit', 'legalReview', 'approve', 'discuss', 'meet'] },
  { rule: 'drafting', first: ['propose'], then: ['decide'] },
  { rule: 'drafting', first: ['proposeNotice'], then: ['giveNotice'] },
  { rule: 'drafting', first: ['draftRevocation'], then: ['approveRevocation', 'decideRevocation'] },
  { rule: 'drafting', first: ['requestExtension'], then: ['approveExtension'] },
  { rule: 'drafting', first: ['requestLongerReview'], then: ['approveLongerReview'] },
  { rule: 'drafting', first: ['requestAssistance'], then: ['sendAssistance'] },
  { rule: 'drafting', first: ['accept', 'handle'], then: ['approveReply'] },
  { rule: 'drafting', first: ['accept'], then: ['signBureauLetter'] },
  { rule: 'drafting', first: ['handle'], then: ['approveLongerHandling', 'approveLongerHandlingAbove'] },
  { rule: 'drafting', first: ['compile', 'compileLate'], then: ['auditLedger'] },
  { rule: 'drafting', first: ['checkReport'], then: ['approveLongerCheck'] },
  { rule: 'drafting', first: ['watchCap'], then: ['approveLongerCap'] },
  { rule: 'drafting', first: ['lookInto', 'enterDistrictFindings'], then: ['signReply'] },
  { rule: 'drafting', first: ['requestLongerWindow'], then: ['approveLongerWindow'] },
  { rule: 'drafting', first: ['draftLetter'], then: ['auditLetter', 'signLetter'] },
  { rule: 'drafting', first: ['draftPlan'], then: ['approvePlan'] },
  {
    ...{ rule: 'drafting', then: ['signReply'] },
    first: ['study', 'reconsider', 'opineOnTheirAssessment', 'confirmTheirPlan', 'confirmTheirConditions'],
  },
  {
    rule: 'drafting',
    first: ['considerEntrusted', 'confirmTheirConsensus', 'handleTheirBreach', 'reportBreach'],
    then: ['signReply'],
  },
  { rule: 'inspecting', first: ['review'], then: ['approve', 'meet'] },
  {
    rule: 'inspecting',
    first: ['beginInspection', 'inspectDrug', 'inspectDevice', 'inspectGeneric', 'inspectJointly'],
    then: ['auditReport'],
  },
  { rule: 'inspecting', first: ['inspectJointly'], then: ['settleGrade'] },
  { rule: 'inspecting', first: ['decide'], then: ['verify'] },
  { rule: 'inspecting', first: ['verify', 'checkRectification'], then: ['approveRevocation', 'decideRevocation'] },
  {
    ...{ rule: 'hearing', then: ['holdHearing'] },
    first: ['propose', 'decide', 'verify', 'checkConditions', 'checkRectification', 'proposeNotice', 'giveNotice'],
  },
  {
    rule: 'hearing',
    first: ['review', 'draft', 'redraft', 'audit', 'legalReview', 'tellRefusal'],
    then: ['holdHearing'],
  },
  { rule: 'hearing', first: ['draftRevocation', 'approveRevocation', 'decideRevocation'], then: ['holdHearing'] },
];

/** Every step whose officer may not answer this one. */
export const barredBy = ({ notBy = [], alsoNotBy = [] }: StepSpec): readonly string[] => [...notBy, ...alsoNotBy];

/** The rule that parts the two steps; null when none does. */
export const ruleApart = (step: string, other: string): SeparationKey | null =>
  apart.find(({ first, then }) => then.includes(step) && first.includes(other))?.rule ?? null;
