import type { Scenario } from '../../testing/scenario.ts';
import { act } from '../ordinary-permit/scenario-acts.ts';
import { assessed, letterSent, planAgreed } from './scenario-acts.ts';

const base = { item: 'drug-off-site-workshop', receivedOn: '2026-06-01' } as const;
const sent = letterSent('2026-06-01', '2026-06-02', ['阿罗替尼']);
const launched = [
  act('2026-09-30', 'decideVariety', 'granted', { decidedOn: '2026-09-30' }),
  ...planAgreed('2026-10-20'),
  act('2026-12-01', 'launchVariety', 'launched'),
];
const toNational = [
  act('2026-06-24', 'negotiate', 'notAgreed'),
  act('2026-06-25', 'leadersMeet', 'notAgreed'),
  act('2026-06-26', 'jointMeeting', 'notAgreed'),
];

/** Lives that show how the other side consents, or does not. */
export const consentScenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'conditions count once the other side confirms what was done or promised',
    acts: [
      ...sent,
      act('2026-06-22', 'awaitReply', 'agreeConditionally'),
      act('2026-06-25', 'meetConditions', 'promised'),
      act('2026-06-29', 'confirmConditions', 'notMet'),
      act('2026-07-20', 'meetConditions', 'met'),
      act('2026-07-24', 'confirmConditions', 'confirmed'),
      ...assessed('2026-07-27', 'conforms'),
      ...launched,
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'who agreed on conditions may still change to no, and to yes without any',
    acts: [
      ...sent,
      act('2026-06-22', 'awaitReply', 'agreeConditionally'),
      act('2026-06-23', 'changedOpinion', 'disagree'),
      { ...act('2026-06-24', 'meetConditions', 'met'), refused: 'STALE_DUTY' },
      act('2026-06-24', 'changedOpinion', 'agree'),
      ...assessed('2026-06-25', 'conforms'),
      ...launched,
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'what the other side needs is sent, and its limit begins anew',
    acts: [
      ...sent,
      act('2026-06-10', 'awaitReply', 'needMaterial'),
      act('2026-06-11', 'supplyMaterial', 'send'),
      { ...act('2026-07-01', 'awaitReminded', 'agree'), refused: 'NO_SUCH_DUTY' },
      act('2026-07-02', 'awaitReply', 'agree'),
      ...assessed('2026-07-03', 'conforms'),
      ...launched,
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'silence is chased after fifteen working days and brought to the joint office after twenty-five, and stays silence (14.25)',
    acts: [
      ...sent,
      { ...act('2026-06-25', 'awaitReply', 'agree'), refused: 'STALE_DUTY' },
      { ...act('2026-07-09', 'awaitReminded', 'agree'), refused: 'STALE_DUTY' },
      act('2026-07-20', 'awaitJointOffice', 'agree'),
      ...assessed('2026-07-21', 'conforms'),
      ...launched,
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'a delay is announced once and gives ten working days more',
    acts: [
      ...sent,
      act('2026-06-22', 'awaitReply', 'announceDelay'),
      { ...act('2026-06-25', 'awaitReply', 'announceDelay'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-07-08', 'awaitReply', 'agree'),
      ...assessed('2026-07-09', 'conforms'),
      ...launched,
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'a delay that passes is chased like every silence',
    acts: [
      ...sent,
      act('2026-06-22', 'awaitReply', 'announceDelay'),
      act('2026-07-09', 'awaitReminded', 'agree'),
      ...assessed('2026-07-10', 'conforms'),
      ...launched,
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'a side that wants to see the site first is asked again after the inspection',
    acts: [
      ...sent,
      act('2026-06-10', 'awaitReply', 'proposeJoint'),
      ...assessed('2026-06-24', 'conforms'),
      { ...act('2026-06-25', 'awaitReply', 'proposeJoint'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-06-25', 'awaitReply', 'agree'),
      ...launched,
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'a refusal of the other side is negotiated level by level, and no level overrules it (14.24)',
    acts: [
      ...sent,
      act('2026-06-23', 'awaitReply', 'disagree'),
      ...toNational,
      act('2026-07-20', 'askNational', 'noConsent'),
      act('2026-08-03', 'decideVariety', 'refused'),
    ],
    ending: 'refused',
  },
  {
    ...base,
    rule: 'the national administration designates, and the other side consents in writing',
    acts: [
      ...sent,
      act('2026-06-23', 'awaitReply', 'disagree'),
      ...toNational,
      act('2026-07-20', 'askNational', 'designated'),
      ...assessed('2026-07-21', 'conforms'),
      ...launched,
    ],
    ending: 'launched',
  },
  ...(['negotiate', 'leadersMeet', 'jointMeeting'] as const).map((level, at): Scenario => ({
    ...base,
    rule: `what is agreed at a level is agreed: ${level}`,
    acts: [
      ...sent,
      act('2026-06-23', 'awaitReply', 'disagree'),
      ...toNational.slice(0, at),
      act('2026-06-30', level, 'agreed'),
      ...assessed('2026-07-01', 'conforms'),
      ...launched,
    ],
    ending: 'launched',
  })),
  {
    ...base,
    rule: 'a level that comes to nothing in its time goes up by itself: ten, ten and twenty working days',
    acts: [
      ...sent,
      act('2026-06-23', 'awaitReply', 'disagree'),
      { ...act('2026-07-08', 'negotiate', 'agreed'), refused: 'STALE_DUTY' },
      { ...act('2026-07-22', 'leadersMeet', 'agreed'), refused: 'STALE_DUTY' },
      { ...act('2026-08-19', 'jointMeeting', 'agreed'), refused: 'STALE_DUTY' },
      act('2026-08-20', 'askNational', 'designated'),
      ...assessed('2026-08-21', 'conforms'),
      ...launched,
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'the same answer again is noted and changes nothing; another one is a new version of it (14.27)',
    acts: [
      ...sent,
      { ...act('2026-06-10', 'changedOpinion', 'agree'), refused: 'NO_SUCH_DUTY' },
      act('2026-06-22', 'awaitReply', 'agree'),
      act('2026-06-23', 'changedOpinion', 'repeated'),
      act('2026-06-23', 'changedOpinion', 'agree'),
      ...assessed('2026-06-24', 'conforms'),
      act('2026-06-25', 'changedOpinion', 'disagree'),
      act('2026-06-26', 'changedOpinion', 'disagree'),
      act('2026-06-29', 'negotiate', 'agreed'),
      act('2026-06-30', 'changedOpinion', 'disagree'),
      act('2026-07-01', 'changedOpinion', 'agree'),
      { ...act('2026-07-01', 'negotiate', 'agreed'), refused: 'STALE_DUTY' },
      ...launched,
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'a refusal that was settled may still turn into consent while a variety is undecided',
    acts: [
      ...sent,
      act('2026-06-23', 'awaitReply', 'disagree'),
      ...toNational,
      act('2026-07-20', 'askNational', 'noConsent'),
      act('2026-07-21', 'changedOpinion', 'agree'),
      ...assessed('2026-07-22', 'conforms'),
      ...launched,
    ],
    ending: 'launched',
  },
  ...(['agree', 'agreeConditionally', 'needMaterial', 'proposeJoint', 'disagree'] as const).flatMap((answer) =>
    (['awaitReminded', 'awaitJointOffice'] as const).map((step): Scenario => ({
      ...base,
      rule: `however late, an answer is an answer: ${step} ${answer}`,
      acts: [...sent, act(step === 'awaitReminded' ? '2026-06-26' : '2026-07-20', step, answer)],
      ending: null,
    })),
  ),
];
