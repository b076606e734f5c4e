import type { Scenario } from '../../testing/scenario.ts';
import { bureauScenarios } from './bureau-scenarios.ts';
import { climbingScenarios } from './climbing-scenarios.ts';
import { followingScenarios } from './following-scenarios.ts';
import { accepted, act, answered, at, closed, helping, request } from './scenario-acts.ts';

const toPermits = act('2026-06-09', 'accept', 'transfer', at('cq-permits'));

/** Accepting, passing on and handling, each life showing one rule. */
const handlingScenarios: readonly Scenario[] = [
  {
    ...request(),
    rule: 'a unit accepts what is its own, proposes an answer, and gives it once its head has approved',
    acts: [accepted('2026-06-09'), ...answered('2026-06-11'), ...closed('2026-06-12')],
    ending: 'satisfied',
  },
  {
    ...request({ category: 'consult' }),
    rule: 'a question is answered directly',
    acts: [act('2026-06-09', 'accept', 'answerDirectly'), ...answered('2026-06-09').slice(1), ...closed('2026-06-12')],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'only a question is answered directly',
    acts: [{ ...act('2026-06-09', 'accept', 'answerDirectly'), refused: 'OUTCOME_UNAVAILABLE' }],
    ending: null,
  },
  {
    ...request(),
    rule: 'whoever worked on it does not approve the answer',
    acts: [
      accepted('2026-06-09'),
      { ...act('2026-06-10', 'handle', 'proposeReply'), by: { personId: 'same', postId: 'i', role: 'DLO' } },
      {
        ...act('2026-06-10', 'approveReply', 'approve'),
        by: { personId: 'same', postId: 's', role: 'SEC' },
        refused: 'SEPARATION',
      },
    ],
    ending: null,
  },
  {
    ...request(),
    rule: 'an answer that its head or whoever gives it does not like is worked on again',
    acts: [
      accepted('2026-06-09'),
      act('2026-06-10', 'handle', 'proposeReply'),
      act('2026-06-10', 'approveReply', 'sendBack'),
      act('2026-06-11', 'handle', 'proposeReply'),
      act('2026-06-11', 'approveReply', 'approve'),
      act('2026-06-11', 'giveReply', 'returnForRevision'),
      ...answered('2026-06-12'),
      ...closed('2026-06-12'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'helpers answer the lead, who goes on when all have',
    acts: [
      act('2026-06-09', 'accept', 'askHelp', helping('cq-permits', 'cq-legal')),
      act('2026-06-10', 'assist', 'answer'),
      act('2026-06-11', 'assist', 'answer'),
      act('2026-06-11', 'handle', 'askHelp', helping('cq-permits')),
      act('2026-06-12', 'coordinate', 'carryOn'),
      ...answered('2026-06-12'),
      ...closed('2026-06-15'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'what waits for its helpers may still go up, and they are set free',
    acts: [
      act('2026-06-09', 'accept', 'askHelp', helping('cq-permits')),
      act('2026-06-10', 'coordinate', 'escalate'),
      act('2026-06-11', 'dispatch', 'assign', at('cq-permits')),
      ...answered('2026-06-18'),
      ...closed('2026-06-22'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'a transfer that is signed for is handled there',
    acts: [toPermits, act('2026-06-10', 'signTransfer', 'sign'), ...answered('2026-06-12'), ...closed('2026-06-15')],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'a transfer that is not disputed within five working days counts as taken',
    acts: [toPermits, ...answered('2026-06-17'), ...closed('2026-06-18')],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'edge case 32: a second return goes to the section, and there is no third',
    acts: [
      toPermits,
      act('2026-06-10', 'signTransfer', 'reject'),
      act('2026-06-11', 'accept', 'transfer', at('cq-legal')),
      act('2026-06-12', 'signTransfer', 'reject'),
      act('2026-06-15', 'dispatch', 'assign', at('cq-permits')),
      ...answered('2026-06-18'),
      ...closed('2026-06-22'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'after two returns, a case that begins again cannot be returned a third time',
    acts: [
      toPermits,
      act('2026-06-10', 'signTransfer', 'reject'),
      act('2026-06-11', 'accept', 'transfer', at('cq-legal')),
      act('2026-06-12', 'signTransfer', 'reject'),
      act('2026-06-15', 'dispatch', 'assign', at('cq-permits')),
      act('2026-06-16', 'handle', 'unsupported'),
      act('2026-12-15', 'reviewPolicy', 'changed'),
      act('2026-12-16', 'accept', 'transfer', at('cq-legal')),
      { ...act('2026-12-17', 'signTransfer', 'reject'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-12-17', 'signTransfer', 'sign'),
      ...answered('2026-12-18'),
      ...closed('2026-12-18'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'while the requester is asked for more the limit of the unit stands still, however the material comes in',
    acts: [
      accepted('2026-06-09'),
      act('2026-06-10', 'handle', 'askMaterial'),
      act('2026-06-18', 'supplement', 'submit'),
      act('2026-06-18', 'handle', 'askMaterial'),
      act('2026-06-22', 'recordSupplement', 'record'),
      act('2026-06-22', 'handle', 'askMaterial'),
      act('2026-06-23', 'recordSupplement', 'carryOn'),
      ...answered('2026-06-24'),
      ...closed('2026-06-25'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'the limit is lengthened once, by the head of the unit, and a request that is not decided in time falls',
    acts: [
      accepted('2026-06-09'),
      act('2026-06-10', 'handle', 'requestExtension'),
      act('2026-06-10', 'approveLongerHandling', 'refuse'),
      act('2026-06-11', 'handle', 'requestExtension'),
      act('2026-06-12', 'approveLongerHandling', 'grant'),
      { ...act('2026-06-15', 'handle', 'requestExtension'), refused: 'OUTCOME_UNAVAILABLE' },
      ...answered('2026-06-18'),
      ...closed('2026-06-22'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'a request for more time on which nobody decides before the limit falls',
    acts: [
      accepted('2026-06-09'),
      act('2026-06-10', 'handle', 'requestExtension'),
      { ...act('2026-06-22', 'handle', 'requestExtension'), refused: 'OUTCOME_UNAVAILABLE' },
      ...answered('2026-06-22'),
      ...closed('2026-06-23'),
    ],
    ending: 'satisfied',
  },
  ...(['notRequest', 'toWindow'] as const).map((outcome): Scenario => ({
    ...request(),
    rule: `what is not for this procedure ends with the words that say so: ${outcome}`,
    acts: [act('2026-06-09', 'accept', outcome)],
    ending: outcome === 'toWindow' ? 'pointedToWindow' : outcome,
  })),
  {
    ...request(),
    rule: 'a duplicate goes on in the other request, and both requesters are told',
    acts: [act('2026-06-09', 'accept', 'merge', { into: '渝诉〔2026〕0001' })],
    ending: 'merged',
  },
];

/** A request that holds a report of illegality. */
const separated = act('2026-06-09', 'accept', 'separate', at('cq-legal'));
const reportScenarios: readonly Scenario[] = [
  {
    ...request(),
    rule: 'edge case 33: a report of illegality is taken out of the request and looked into; it is withdrawn by nobody',
    acts: [
      separated,
      { ...act('2026-06-10', 'withdraw', 'withdraw'), refused: 'STALE_DUTY' },
      act('2026-06-15', 'checkReport', 'transfer'),
      act('2026-06-17', 'tellReporter', 'told'),
    ],
    ending: 'reportTransferred',
  },
  {
    ...request(),
    rule: 'the check of a report is lengthened once, by the head of the agency',
    acts: [
      separated,
      act('2026-06-15', 'checkReport', 'requestExtension'),
      act('2026-06-16', 'approveLongerCheck', 'grant'),
      { ...act('2026-06-17', 'checkReport', 'requestExtension'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-07-20', 'checkReport', 'unfounded'),
      act('2026-07-21', 'tellReporter', 'told'),
    ],
    ending: 'reportUnfounded',
  },
  {
    ...request(),
    rule: 'a longer check that is refused leaves the limit as it was',
    acts: [
      separated,
      act('2026-06-15', 'checkReport', 'requestExtension'),
      act('2026-06-16', 'approveLongerCheck', 'refuse'),
      act('2026-06-17', 'checkReport', 'unfounded'),
      act('2026-06-18', 'tellReporter', 'told'),
    ],
    ending: 'reportUnfounded',
  },
];

/** Lives of liaison requests: every button, every silence, every ending. */
export const scenarios: readonly Scenario[] = [
  ...handlingScenarios,
  ...climbingScenarios,
  ...bureauScenarios,
  ...followingScenarios,
  ...reportScenarios,
];
