import type { Scenario, ScenarioAct } from '../../testing/scenario.ts';
import type { AskingLetter } from '../../vocabulary/opening.ts';
import { act } from '../ordinary-permit/scenario-acts.ts';
import { civilDate } from '@lianban/domain/civil-date';

/** A letter of Chongqing that asks two things. */
const letter: AskingLetter = {
  ...{ from: 'CQ', number: '渝药监往函〔2026〕1号', caseNumber: '渝告承〔2026〕0001', caseId: 'theirs', sequence: 1 },
  ...{ sm3: '0'.repeat(64), answerBy: civilDate('2026-03-23') },
  matter: { questions: ['供货方是否具有相应资质', '票据是否真实'], returnedBefore: false },
};
const asked = { item: 'otc-retail', province: 'SC', receivedOn: '2026-03-02', opening: { letter } } as const;

const signedFor = [act('2026-03-02', 'signFor', 'accept'), act('2026-03-04', 'assign', 'assign')];
const passedOn = [act('2026-03-02', 'signFor', 'accept'), act('2026-03-04', 'assign', 'toDistrict')];
const statement = { statement: '经核查，供货方具有资质，票据属实。' };
const reasons = { reasons: '供货方已注销，账册不存。' };

const delayed = (step: string): readonly ScenarioAct[] => [
  act('2026-03-20', step, 'announceDelay', { reasons: '供货方在外省，须另行取证', replyBy: '2026-04-10' }),
  {
    ...act('2026-03-23', step, 'announceDelay', { ...reasons, replyBy: '2026-04-20' }),
    refused: 'OUTCOME_UNAVAILABLE',
  },
];

/** Lives of requests for assistance, as the bureau that is asked sees them. */
export const scenarios: readonly Scenario[] = [
  {
    ...asked,
    rule: 'a letter is signed for, assigned, looked into by two and answered under the hand of the deputy director',
    acts: [...signedFor, act('2026-03-16', 'lookInto', 'complete', statement), act('2026-03-18', 'signReply', 'sign')],
    ending: 'replied',
  },
  {
    ...asked,
    rule: 'what is established in part is answered in part, once it satisfies whoever signs',
    acts: [
      ...signedFor,
      act('2026-03-16', 'lookInto', 'unable', reasons),
      act('2026-03-17', 'signReply', 'sendBack'),
      act('2026-03-18', 'lookInto', 'partly', statement),
      act('2026-03-19', 'signReply', 'sign'),
    ],
    ending: 'partlyReplied',
  },
  {
    ...asked,
    rule: 'a later answer is announced once, before the limit has passed, and counts from then on',
    acts: [
      ...signedFor,
      ...delayed('lookInto'),
      act('2026-04-09', 'lookInto', 'unable', reasons),
      act('2026-04-10', 'signReply', 'sign'),
    ],
    ending: 'unable',
  },
  {
    ...asked,
    rule: 'after the limit no delay is announced any more; the answer is still given',
    acts: [
      ...signedFor,
      {
        ...act('2026-03-24', 'lookInto', 'announceDelay', { ...reasons, replyBy: '2026-04-10' }),
        refused: 'OUTCOME_UNAVAILABLE',
      },
      act('2026-03-25', 'lookInto', 'complete', statement),
      act('2026-03-26', 'signReply', 'sign'),
    ],
    ending: 'replied',
  },
  ...(
    [
      ['complete', 'replied', statement],
      ['partly', 'partlyReplied', statement],
      ['unable', 'unable', reasons],
    ] as const
  ).map(([found, ending, flow]): Scenario => ({
    ...asked,
    rule: `a district looks into it and the answer is signed all the same: ${found}`,
    acts: [
      ...passedOn,
      ...(found === 'unable' ? delayed('enterDistrictFindings') : []),
      act('2026-03-23', 'enterDistrictFindings', found, flow),
      act('2026-03-23', 'signReply', 'sign'),
    ],
    ending,
  })),
  {
    ...asked,
    rule: 'a letter that is not complete is returned',
    acts: [act('2026-03-03', 'signFor', 'returnLetter', reasons)],
    ending: 'returned',
  },
  {
    ...asked,
    opening: { letter: { ...letter, matter: { ...letter.matter, returnedBefore: true } } },
    rule: 'a letter is returned once: what comes again is taken, or the competent body is named',
    acts: [
      { ...act('2026-03-03', 'signFor', 'returnLetter', reasons), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-03', 'signFor', 'nameCompetent', { ...reasons, competentBody: '四川省公安厅' }),
    ],
    ending: 'redirected',
  },
  {
    ...asked,
    rule: 'whoever looked into it does not sign the answer',
    acts: [
      ...signedFor,
      {
        ...act('2026-03-16', 'lookInto', 'complete', statement),
        by: { personId: 'same', postId: 'i', role: 'INS' },
      },
      {
        ...act('2026-03-18', 'signReply', 'sign'),
        by: { personId: 'same', postId: 'd', role: 'DL' },
        refused: 'SEPARATION',
      },
    ],
    ending: null,
  },
];
