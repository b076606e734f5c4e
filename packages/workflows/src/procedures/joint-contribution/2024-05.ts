import type { FlowValues } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { contributionSteps } from './contribution-steps.ts';

type P = Proceeding<typeof contributionSteps>;

/** What is answered, in the words of the row that waits for it. */
interface Contribution {
  readonly outcome: string;
  readonly flow: FlowValues;
}

/** 协作事项办理（场地所在省）: opened by a letter that asks for one thing, which it answers. */
export const jointContribution = procedure({
  id: 'joint-contribution',
  edition: '2024-05',
  title: text('跨省协作事项办理', 'Contribution to joint work'),
  series: '协作',
  basis: [cite('INSP', '54'), cite('INSP', '56')],
  steps: contributionSteps,
  endings: {
    answered: text('已函复', 'Answered'),
    discontinued: text('来函已撤回', 'Recalled'),
  },
  clockRules: [],
  flow: async (p) => {
    const { outcome, flow } = await contribute(p, p.opening.letter?.matter['asks']);
    p.reply(outcome, flow);
    return p.close('answered');
  },
});

/** What concerns the inspection the inspectorate answers itself, a joint meeting its own side; an opinion of the bureau goes under the hand of its deputy director. */
function contribute(p: P, asks: FlowValues[string] | undefined): Promise<Contribution> {
  switch (asks) {
    case 'inspectors':
      return send(p, 'name');
    case 'replacement':
      return send(p, 'replace');
    case 'grade':
      return p.step('giveGradeOpinion');
    case 'signature':
      return p.step('signJointReport');
    case 'assessment':
      return signed(p, () => p.step('opineOnTheirAssessment'));
    case 'plan':
      return signed(p, () => p.step('confirmTheirPlan'));
    case 'consultation':
      return p.step('joinConsultation');
    case 'consensus':
      return signed(p, () => p.step('confirmTheirConsensus'));
    case 'meeting':
      return p.step('settleJointly');
    case 'breach':
      return signed(p, () => p.step('handleTheirBreach'));
    case 'breachResult':
      return p.step('noteTheirResult');
    case 'conditions':
      return signed(p, () => p.step('confirmTheirConditions'));
    case 'entrusted':
      return signed(p, () => p.step('considerEntrusted'));
    default:
      throw new TypeError(`nobody knows how to answer: ${JSON.stringify(asks)}`);
  }
}

async function send(p: P, outcome: 'name' | 'replace'): Promise<Contribution> {
  const { flow } = await p.step('sendInspectors');
  return { outcome, flow };
}

/** Drafted until it is signed. */
async function signed(p: P, draft: () => Promise<Contribution>): Promise<Contribution> {
  for (;;) {
    const drafted = await draft();
    if ((await p.step('signReply')).outcome === 'sign') return drafted;
  }
}
