import type { FlowValues } from '@lianban/domain/field';
import type { Scenario } from '../../testing/scenario.ts';
import type { AskingLetter } from '../../vocabulary/opening.ts';
import { act } from '../ordinary-permit/scenario-acts.ts';

const letter: AskingLetter = {
  ...{ from: 'CQ', number: '渝药监往函〔2026〕9号', caseNumber: '渝协管〔2026〕0001', caseId: 'theirs', sequence: 1 },
  ...{ sm3: '0'.repeat(64), answerBy: null, matter: { asks: 'supervision' } },
};
const base = { item: 'drug-off-site-workshop', province: 'SC', receivedOn: '2026-07-01', opening: { letter } } as const;
const found: FlowValues = { statement: '批生产记录与工艺规程不一致', controls: '已责令暂停该批次放行' };
const result: FlowValues = { statement: '已责令限期改正' };

/** Lives of the supervision of a site by its own province; the case there ends them. */
export const scenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'a breach goes out under the hand of the deputy director, and what came of it follows',
    acts: [
      act('2026-07-06', 'reportBreach', 'breachTold', found),
      act('2026-07-07', 'signReply', 'sendBack'),
      act('2026-07-07', 'reportBreach', 'breachTold', found),
      act('2026-07-08', 'signReply', 'sign'),
      act('2026-07-10', 'settleBreach', 'resultTold', result),
    ],
    ending: null,
  },
  ...(['suspend', 'controlled'] as const).map((assessed): Scenario => ({
    ...base,
    rule: `an urgent risk is told the same day, without waiting for a signature: ${assessed}`,
    acts: [
      act('2026-07-06', 'reportBreach', 'riskTold', found),
      { ...act('2026-07-06', 'signReply', 'sign'), refused: 'NO_SUCH_DUTY' },
      act('2026-07-07', 'assessRisk', assessed),
      act('2026-07-10', 'settleBreach', 'resultTold', result),
    ],
    ending: null,
  })),
];
