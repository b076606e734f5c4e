import type { Scenario } from '../../testing/scenario.ts';
import { accepted, act, answered, at, closed, request } from './scenario-acts.ts';

const settled = [accepted('2026-06-09'), ...answered('2026-06-11')];

/** What goes on beside the handling and what follows the answer, each life showing one rule. */
export const followingScenarios: readonly Scenario[] = [
  {
    ...request(),
    rule: 'silence for ten working days takes the answer',
    acts: [...settled, act('2026-06-29', 'archive', 'archive')],
    ending: 'byDefault',
  },
  {
    ...request(),
    rule: 'what did not satisfy is worked on once more, by whom the section names',
    acts: [
      ...settled,
      act('2026-06-15', 'rate', 'dissatisfied'),
      act('2026-06-16', 'dispatch', 'assign', at('cq-permits')),
      ...answered('2026-06-22'),
      act('2026-06-23', 'recordRating', 'satisfied'),
      act('2026-06-24', 'archive', 'archive'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'whoever is dissatisfied twice is heard, and the file is closed',
    acts: [
      ...settled,
      act('2026-06-15', 'recordRating', 'dissatisfied'),
      act('2026-06-16', 'dispatch', 'assign', at('cq-permits')),
      ...answered('2026-06-22'),
      act('2026-06-23', 'rate', 'dissatisfied'),
      act('2026-06-24', 'archive', 'archive'),
    ],
    ending: 'dissatisfiedTwice',
  },
  {
    ...request(),
    rule: 'what policy does not support is explained, looked at every half year, and begins again when policy changes',
    acts: [
      accepted('2026-06-09'),
      act('2026-06-11', 'handle', 'unsupported'),
      act('2026-12-10', 'reviewPolicy', 'stillUnsupported'),
      act('2027-06-10', 'reviewPolicy', 'changed'),
      accepted('2027-06-11'),
      ...answered('2027-06-15'),
      ...closed('2027-06-16'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'the requester may withdraw until the answer',
    acts: [accepted('2026-06-09'), act('2026-06-10', 'withdraw', 'withdraw')],
    ending: 'withdrawn',
  },
  {
    ...request(),
    rule: 'after the answer nothing is withdrawn any more',
    acts: [...settled, { ...act('2026-06-12', 'withdraw', 'withdraw'), refused: 'STALE_DUTY' }],
    ending: null,
  },
  ...(['accept', 'handle'] as const).map((step): Scenario => ({
    ...request(),
    rule: `a requester without an account withdraws through whoever liaises with them: ${step}`,
    acts: [...(step === 'accept' ? [] : [accepted('2026-06-09')]), act('2026-06-10', step, 'recordWithdrawal')],
    ending: 'withdrawn',
  })),
  {
    ...request(),
    rule: 'progress is told every fifteen working days while it is open',
    acts: [
      accepted('2026-06-09'),
      act('2026-06-30', 'reportProgress', 'report'),
      act('2026-07-21', 'reportProgress', 'report'),
      ...answered('2026-07-22'),
      ...closed('2026-07-23'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'beyond sixty days the director-general is told, and the handling goes on',
    acts: [
      accepted('2026-06-09'),
      act('2026-08-11', 'readCapReport', 'read'),
      ...answered('2026-08-12'),
      ...closed('2026-08-13'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'the cap is lengthened once, by thirty days, by the deputy',
    acts: [
      accepted('2026-06-09'),
      act('2026-08-03', 'watchCap', 'lengthen'),
      act('2026-08-04', 'approveLongerCap', 'grant'),
      { ...act('2026-08-05', 'watchCap', 'lengthen'), refused: 'OUTCOME_UNAVAILABLE' },
      ...answered('2026-09-01'),
      ...closed('2026-09-02'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'a longer cap that is refused, or not decided in time, changes nothing',
    acts: [
      accepted('2026-06-09'),
      act('2026-08-03', 'watchCap', 'lengthen'),
      act('2026-08-04', 'approveLongerCap', 'refuse'),
      act('2026-08-12', 'readCapReport', 'read'),
      ...answered('2026-08-13'),
      ...closed('2026-08-14'),
    ],
    ending: 'satisfied',
  },
  {
    ...request(),
    rule: 'a longer cap on which nobody decides falls with the cap',
    acts: [accepted('2026-06-09'), act('2026-08-03', 'watchCap', 'lengthen')],
    until: '2026-08-12',
    ending: null,
  },
];
