import type { Scenario } from '../../testing/scenario.ts';
import { act } from '../ordinary-permit/scenario-acts.ts';

const base = { item: 'drug-off-site-consultation', receivedOn: '2026-05-06' } as const;
const meeting = { meetingOn: '2026-05-12', topics: '异地厂址、拟转移品种与质量协议' };
const minutes = { consensus: '川渝药监前期沟通纪要〔2026〕1号' };

/** Lives of consultations before an application, each showing one rule. */
export const scenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'a meeting is held with the other side, and the consensus is one when both sides confirm it',
    acts: [
      act('2026-05-07', 'consult', 'callConsultation', meeting),
      act('2026-05-12', 'holdConsultation', 'attended'),
      act('2026-05-14', 'consult', 'consensus', minutes),
      act('2026-05-18', 'confirmConsensus', 'confirmed'),
    ],
    ending: 'consensus',
  },
  {
    ...base,
    rule: 'what the other side wants changed is talked about again, in another meeting where one is needed',
    acts: [
      act('2026-05-07', 'consult', 'consensus', minutes),
      act('2026-05-12', 'confirmConsensus', 'changesAsked'),
      act('2026-05-13', 'consult', 'callConsultation', meeting),
      act('2026-05-18', 'holdConsultation', 'declined'),
      act('2026-05-19', 'consult', 'consensus', minutes),
      act('2026-05-20', 'confirmConsensus', 'confirmed'),
    ],
    ending: 'consensus',
  },
  {
    ...base,
    rule: 'what is not ready is answered with reasons, and bars no application',
    acts: [act('2026-05-07', 'consult', 'notReady')],
    ending: 'notReady',
  },
  {
    ...base,
    rule: 'twenty working days pass as a reminder: nothing is presumed from silence, and it goes on',
    acts: [
      act('2026-06-10', 'consult', 'callConsultation', meeting),
      act('2026-07-10', 'holdConsultation', 'attended'),
    ],
    ending: null,
  },
  {
    ...base,
    rule: 'whoever asked may withdraw at any time',
    acts: [act('2026-05-07', 'consult', 'callConsultation', meeting), act('2026-05-08', 'withdraw', 'withdraw')],
    ending: 'withdrawn',
  },
];
