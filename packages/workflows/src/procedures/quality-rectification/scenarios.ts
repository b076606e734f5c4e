import type { Scenario } from '../../testing/scenario.ts';
import type { ChildOf } from '../../vocabulary/opening.ts';
import { act, defectsOf } from '../ordinary-permit/scenario-acts.ts';

const childOf: ChildOf = {
  ...{ caseId: 'parent', duty: 'rectify' },
  matter: { ...defectsOf('major'), endedOn: '2026-04-20' },
};
const base = { item: 'device-parallel-issue', receivedOn: '2026-04-24', opening: { childOf } } as const;

/** Lives of rectifications after a verification, each showing one rule. */
export const scenarios: readonly Scenario[] = [
  ...(['passed', 'failed'] as const).map((result): Scenario => ({
    ...base,
    rule: `a report is checked once, and its result told: ${result}`,
    acts: [
      act('2026-09-18', 'rectifyQuality', 'submit'),
      act('2026-10-20', 'recheckQuality', result),
      act('2026-10-22', 'tellResult', 'tell'),
    ],
    ending: result,
  })),
  {
    ...base,
    rule: 'no report within six months of the visit is overdue, and recorded',
    acts: [],
    until: '2026-10-21',
    ending: 'overdue',
  },
  { ...base, rule: 'who gives up fails', acts: [act('2026-05-06', 'rectifyQuality', 'abandon')], ending: 'failed' },
];
