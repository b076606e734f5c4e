import { civilDate } from '@lianban/domain/civil-date';
import type { FlowValues } from '@lianban/domain/field';
import type { Scenario } from '../../testing/scenario.ts';
import type { AskingLetter } from '../../vocabulary/opening.ts';
import { act } from '../ordinary-permit/scenario-acts.ts';

const letter: AskingLetter = {
  ...{ from: 'CQ', number: '渝药监往函〔2026〕3号', caseNumber: '渝异地〔2026〕0001', caseId: 'theirs', sequence: 1 },
  ...{ sm3: '0'.repeat(64), answerBy: civilDate('2026-06-24') },
  matter: { asks: 'consent', varieties: [{ name: '阿罗替尼', changeClass: 'filing' }] },
};
const base = { item: 'drug-off-site-workshop', province: 'SC', receivedOn: '2026-06-02', opening: { letter } } as const;
const said: Readonly<Record<string, FlowValues>> = {
  agree: { consensus: '川渝药监协商纪要〔2026〕2号' },
  agreeConditionally: { consensus: '川渝药监协商纪要〔2026〕2号', conditions: ['环保验收合格'] },
  needMaterial: { statement: '请补充质量协议' },
  proposeJoint: { statement: '建议先行联合检查' },
  disagree: { reasons: '环保手续尚未办结' },
  announceDelay: { reasons: '须会商场地所在地市场监管局' },
};
/** An act with what has to be written with it. */
const saying = (on: string, step: string, outcome: string) => act(on, step, outcome, said[outcome]);
const signedFor = [act('2026-06-03', 'signFor', 'accept')];
const answered = (on: string, outcome: string) => [saying(on, 'study', outcome), act(on, 'signReply', 'sign')];

/** Lives of answers to contact letters, as the province of the site sees them; the case there ends them. */
export const scenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'the answer is studied and signed by two, and stands',
    acts: [
      ...signedFor,
      saying('2026-06-10', 'study', 'agree'),
      act('2026-06-11', 'signReply', 'sendBack'),
      { ...saying('2026-06-12', 'study', 'agree'), by: { personId: 'same', postId: 'o', role: 'OFF' } },
      {
        ...act('2026-06-12', 'signReply', 'sign'),
        by: { personId: 'same', postId: 'd', role: 'DL' },
        refused: 'SEPARATION',
      },
      act('2026-06-15', 'signReply', 'sign'),
    ],
    ending: null,
  },
  {
    ...base,
    rule: 'what stands may change, under the same hand, as often as it does',
    acts: [
      ...signedFor,
      ...answered('2026-06-10', 'agreeConditionally'),
      saying('2026-06-20', 'reconsider', 'disagree'),
      { ...saying('2026-06-20', 'reconsider', 'agree'), refused: 'RIGHT_BLOCKED' },
      act('2026-06-22', 'signReply', 'sendBack'),
      saying('2026-06-23', 'reconsider', 'disagree'),
      act('2026-06-23', 'signReply', 'sign'),
      saying('2026-06-29', 'reconsider', 'agree'),
      act('2026-06-30', 'signReply', 'sign'),
      saying('2026-07-06', 'reconsider', 'agreeConditionally'),
      act('2026-07-07', 'signReply', 'sign'),
    ],
    ending: null,
  },
  {
    ...base,
    rule: 'a delay is announced once',
    acts: [
      ...signedFor,
      ...answered('2026-06-22', 'announceDelay'),
      { ...saying('2026-06-23', 'study', 'announceDelay'), refused: 'OUTCOME_UNAVAILABLE' },
      ...answered('2026-07-06', 'disagree'),
    ],
    ending: null,
  },
  {
    ...base,
    rule: 'who wants to see the site first is asked again, and proposes it once',
    acts: [
      ...signedFor,
      ...answered('2026-06-10', 'proposeJoint'),
      { ...saying('2026-06-11', 'study', 'proposeJoint'), refused: 'OUTCOME_UNAVAILABLE' },
      ...answered('2026-07-06', 'agree'),
    ],
    ending: null,
  },
  {
    ...base,
    rule: 'who needs more is written to again: another letter, another case',
    acts: [...signedFor, ...answered('2026-06-10', 'needMaterial')],
    ending: 'materialAsked',
  },
];
