import type { Scenario } from '../../testing/scenario.ts';
import { act } from '../ordinary-permit/scenario-acts.ts';

const base = { item: 'drug-off-site-workshop', receivedOn: '2026-07-01' } as const;
const found = { statement: '批生产记录与工艺规程不一致' };

/** Lives of a site under the supervision of both sides, each showing one rule. */
export const scenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'a breach that the other side tells of is weighed here, and both hear what came of it',
    acts: [
      act('2026-07-06', 'hearBreach', 'breachTold'),
      act('2026-07-08', 'weighBreach', 'inspectHolder'),
      act('2026-07-20', 'actOnHolder', 'resultTold', found),
      act('2026-07-22', 'shareResult', 'noted'),
      act('2026-07-23', 'hearBreach', 'resultTold'),
      act('2026-08-03', 'standWatch', 'struck'),
    ],
    ending: 'struck',
  },
  {
    ...base,
    rule: 'whether the holder is inspected is decided here, and a no is told with its reasons',
    acts: [
      act('2026-07-06', 'hearBreach', 'breachTold'),
      act('2026-07-08', 'weighBreach', 'noInspection', { reasons: '与持有人无关' }),
      act('2026-07-09', 'shareResult', 'noted'),
    ],
    ending: null,
  },
  ...(['suspend', 'controlled'] as const).map((assessed): Scenario => ({
    ...base,
    rule: `an urgent risk is assessed within three days, while the holder is dealt with: ${assessed}`,
    acts: [act('2026-07-06', 'hearBreach', 'riskTold'), act('2026-07-08', 'assessRisk', assessed)],
    ending: null,
  })),
  ...(['breachTold', 'riskTold'] as const).map((told): Scenario => ({
    ...base,
    rule: `what is found here is told there, and dealt with on either side: ${told}`,
    acts: [
      act('2026-07-06', 'reportBreach', told, found),
      act('2026-07-10', 'tellOtherSide', 'resultTold'),
      act('2026-07-13', 'weighBreach', 'inspectHolder'),
    ],
    ending: null,
  })),
];
