import { civilDate } from '@lianban/domain/civil-date';
import type { FlowValues } from '@lianban/domain/field';
import type { Scenario, ScenarioAct } from '../../testing/scenario.ts';
import type { AskingLetter } from '../../vocabulary/opening.ts';
import { inspectorsOf } from '../off-site-workshop/scenario-acts.ts';
import { act } from '../ordinary-permit/scenario-acts.ts';

const said: FlowValues = { statement: '经研究，意见如下。' };
const refusing: FlowValues = { reasons: '理由如下。' };
/** What has to be written with each answer. */
const written: Readonly<Record<string, FlowValues>> = {
  ...{
    resultTold: said,
    attended: said,
    agreed: { consensus: '川渝联席会议纪要〔2026〕1号' },
    notAgreed: refusing,
    opine: said,
    reserved: said,
    concur: said,
    changesAsked: said,
  },
  ...{ declined: refusing, dissent: refusing, notMet: refusing },
};
/** An act with what has to be written with it. */
const saying = (on: string, step: string, outcome: string) => act(on, step, outcome, written[outcome]);

const asked = (asks: string) => {
  const letter: AskingLetter = {
    ...{ from: 'CQ', number: '渝药监往函〔2026〕4号', caseNumber: '渝联检〔2026〕0001', caseId: 'theirs', sequence: 1 },
    ...{ sm3: '0'.repeat(64), answerBy: civilDate('2026-06-24'), matter: { asks } },
  };
  return { item: 'drug-off-site-workshop', province: 'SC', receivedOn: '2026-06-12', opening: { letter } } as const;
};

/** An opinion of the bureau: drafted, sent back once, drafted again and signed. */
const underHand = (step: string, first: string, second: string): readonly ScenarioAct[] => [
  saying('2026-06-15', step, first),
  act('2026-06-16', 'signReply', 'sendBack'),
  saying('2026-06-17', step, second),
  act('2026-06-18', 'signReply', 'sign'),
];
const bureau = {
  assessment: ['opineOnTheirAssessment', 'concur', 'dissent'],
  plan: ['confirmTheirPlan', 'confirmed', 'changesAsked'],
  conditions: ['confirmTheirConditions', 'confirmed', 'notMet'],
  entrusted: ['considerEntrusted', 'issued', 'declined'],
  breach: ['handleTheirBreach', 'resultTold', 'resultTold'],
  consensus: ['confirmTheirConsensus', 'confirmed', 'changesAsked'],
} as const;

/** Lives of what the province of a site contributes, each asked for by a letter. */
export const scenarios: readonly Scenario[] = [
  ...(['inspectors', 'replacement'] as const).map((asks): Scenario => ({
    ...asked(asks),
    rule: `two inspectors at least are sent: ${asks}`,
    acts: [act('2026-06-15', 'sendInspectors', 'send', inspectorsOf('何', '唐'))],
    ending: 'answered',
  })),
  {
    ...asked('grade'),
    rule: 'a grade in dispute is answered in writing',
    acts: [saying('2026-06-15', 'giveGradeOpinion', 'opine')],
    ending: 'answered',
  },
  ...(['signed', 'reserved', 'declined'] as const).map((outcome): Scenario => ({
    ...asked('signature'),
    rule: `a joint report is signed or not, and it is said which: ${outcome}`,
    acts: [saying('2026-06-15', 'signJointReport', outcome)],
    ending: 'answered',
  })),
  ...(['attended', 'declined'] as const).map((outcome): Scenario => ({
    ...asked('consultation'),
    rule: `the desk here takes part before anything is applied for, or says why not: ${outcome}`,
    acts: [saying('2026-06-15', 'joinConsultation', outcome)],
    ending: 'answered',
  })),
  {
    ...asked('breachResult'),
    rule: 'what came of a breach on their side is noted here',
    acts: [act('2026-06-15', 'noteTheirResult', 'noted')],
    ending: 'answered',
  },
  ...(['agreed', 'notAgreed'] as const).map((outcome): Scenario => ({
    ...asked('meeting'),
    rule: `the own side of the joint office answers for this province: ${outcome}`,
    acts: [saying('2026-06-15', 'settleJointly', outcome)],
    ending: 'answered',
  })),
  ...Object.entries(bureau).map(([asks, [step, yes, no]]): Scenario => ({
    ...asked(asks),
    rule: `an opinion of the bureau is signed by its deputy director: ${asks}`,
    acts: underHand(step, yes, no),
    ending: 'answered',
  })),
];
