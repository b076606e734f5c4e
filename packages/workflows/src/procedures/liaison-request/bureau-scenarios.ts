import type { Scenario, ScenarioAct } from '../../testing/scenario.ts';
import { accepted, act, answered, at, closed, request } from './scenario-acts.ts';

const ofSichuan = { district: '510500', districtProvince: 'SC' } as const;
/** What Sichuan is asked. */
const asked = act('2026-06-09', 'accept', 'toOtherBureau', { questions: ['四川园区企业能否承接试制'] });
const written = [asked, act('2026-06-10', 'signBureauLetter', 'send')];

/** Each level at which the answer is waited for, and a day on which it is. */
const levels = [
  ['awaitAssistance', '2026-06-23'],
  ['awaitReminded', '2026-07-06'],
  ['awaitJointOffice', '2026-07-14'],
  ['awaitLeaders', '2026-07-27'],
] as const;

/** What each answer leads to. */
const then = {
  replied: [act('2026-07-28', 'approveReply', 'approve')],
  unable: [act('2026-07-28', 'handle', 'proposeReply')],
  recall: [act('2026-07-28', 'handle', 'escalate')],
  returned: [act('2026-07-28', 'dispatch', 'assign', at('cq-permits'))],
} as const satisfies Readonly<Record<string, readonly ScenarioAct[]>>;

/** Requests that concern a district of Sichuan. */
export const bureauScenarios: readonly Scenario[] = [
  {
    ...request(ofSichuan),
    rule: 'a request of a district of Sichuan goes to the other bureau by letter, which answers',
    acts: [
      ...written,
      act('2026-06-23', 'awaitAssistance', 'replied'),
      ...answered('2026-06-24').slice(1),
      ...closed('2026-06-25'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(ofSichuan),
    rule: 'the head of the unit signs the letter to the other bureau, or sends it back',
    acts: [asked, act('2026-06-10', 'signBureauLetter', 'sendBack'), accepted('2026-06-11')],
    ending: null,
  },
  {
    ...request(ofSichuan),
    rule: 'whoever proposed the letter to the other bureau does not sign it',
    acts: [
      { ...asked, by: { personId: 'same', postId: 'l', role: 'DLO' } },
      {
        ...act('2026-06-10', 'signBureauLetter', 'send'),
        by: { personId: 'same', postId: 'h', role: 'SEC' },
        refused: 'SEPARATION',
      },
    ],
    ending: null,
  },
  ...levels.flatMap(([step, on]) =>
    Object.entries(then).map(([outcome, next]): Scenario => ({
      ...request(ofSichuan),
      rule: `the silence of the other bureau is never an answer; what comes at ${step} is followed: ${outcome}`,
      acts: [...written, act(on, step, outcome), ...next],
      ending: null,
    })),
  ),
  {
    ...request(ofSichuan),
    rule: 'the other bureau announces once that its answer will come later, and the wait counts to that day',
    acts: [
      ...written,
      act('2026-06-23', 'awaitAssistance', 'announceDelay', { replyBy: '2026-07-20' }),
      {
        ...act('2026-06-24', 'awaitAssistance', 'announceDelay', { replyBy: '2026-07-30' }),
        refused: 'OUTCOME_UNAVAILABLE',
      },
      act('2026-07-20', 'awaitAssistance', 'replied'),
    ],
    ending: null,
  },
  {
    ...request(),
    rule: 'a request of the own province is not written about to the other bureau',
    acts: [{ ...asked, refused: 'OUTCOME_UNAVAILABLE' }],
    ending: null,
  },
];
