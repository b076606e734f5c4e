import { civilDate } from '@lianban/domain/civil-date';
import type { FlowValues } from '@lianban/domain/field';
import type { CourseAct } from '../../rehearsal/course.ts';
import type { Scenario } from '../../testing/scenario.ts';
import type { Contested, Opening } from '../../vocabulary/opening.ts';

const act = (
  ...[on, step, outcome, flow]: readonly [on: string, step: string, outcome: string, flow?: FlowValues]
): CourseAct => ({
  ...{ on, step, outcome },
  ...(flow === undefined ? {} : { flow }),
});
const against = (contested: Partial<Contested> = {}): Partial<Opening> => ({
  commitment: null,
  contests: {
    ...{
      caseId: 'contested',
      procedure: 'ordinary-permit',
      ending: 'refused',
      kind: 'reconsideration',
      repeatable: true,
    },
    ...{ knownOn: civilDate('2026-03-10'), soughtOn: civilDate('2026-04-01'), lastOn: civilDate('2026-05-09') },
    ...contested,
  },
});
const base = { item: 'otc-retail', receivedOn: '2026-04-02', opening: against() } as const;
const arrived = (on: string, more: FlowValues = {}): FlowValues => ({ arrivedOn: civilDate(on), ...more });
const answered = [
  act('2026-04-09', 'registerRemedy', 'admitted', arrived('2026-04-08')),
  act('2026-04-15', 'answerReconsideration', 'file'),
] as const;

/** Lives of remedies, each showing one rule. */
export const remedyScenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'a decision that is upheld stands, and so does the case that it ended',
    acts: [...answered, act('2026-06-01', 'awaitRuling', 'upheld', arrived('2026-06-01'))],
    ending: 'upheld',
  },
  {
    ...base,
    rule: 'a remedy that is not admitted ends at once',
    acts: [act('2026-04-09', 'registerRemedy', 'notAdmitted')],
    ending: 'notAdmitted',
  },
  {
    ...base,
    rule: 'a remedy that is withdrawn changes nothing',
    acts: [...answered, act('2026-05-06', 'awaitRuling', 'ended', arrived('2026-05-06'))],
    ending: 'ended',
  },
  {
    ...base,
    rule: 'what was set aside is decided again in a case of its own, from the draft, without the old grounds (复议法64)',
    acts: [...answered, act('2026-06-01', 'awaitRuling', 'redo', arrived('2026-05-29', { barred: '场所面积不足' }))],
    ending: 'redone',
  },
  {
    ...base,
    rule: 'an order to perform leads to the step that was not performed, by the day that it sets',
    opening: against({ ending: 'notAccepted' }),
    acts: [
      ...answered,
      act(
        '2026-06-01',
        'awaitRuling',
        'perform',
        arrived('2026-06-01', { unperformed: 'intake', dueOn: civilDate('2026-06-30') }),
      ),
    ],
    ending: 'ordered',
  },
  {
    ...base,
    rule: 'a change that grants the permit is served in a case of its own',
    acts: [...answered, act('2026-06-01', 'awaitRuling', 'changed', arrived('2026-06-01', { changedTo: 'grant' }))],
    ending: 'changed',
  },
  {
    ...base,
    rule: 'any other change is a new version of the decision, and is served',
    acts: [
      ...answered,
      act('2026-06-01', 'awaitRuling', 'changed', arrived('2026-06-01', { changedTo: 'other' })),
      act('2026-06-03', 'serveChange', 'delivered'),
    ],
    ending: 'changed',
  },
  {
    ...base,
    rule: 'what was found unlawful is remedied as far as it can be',
    acts: [
      ...answered,
      act('2026-06-01', 'awaitRuling', 'unlawful', arrived('2026-06-01')),
      act('2026-06-04', 'remedyUnlawfulness', 'done'),
    ],
    ending: 'unlawful',
  },
  {
    ...base,
    rule: 'execution goes on until one of the exceptions stops it, and is stopped again only once it was resumed (复议法42)',
    acts: [
      { ...act('2026-04-09', 'stopExecution', 'stop'), refused: 'NO_SUCH_DUTY' },
      ...answered,
      { ...act('2026-04-16', 'resumeExecution', 'resume'), refused: 'NO_SUCH_DUTY' },
      act('2026-04-16', 'stopExecution', 'stop'),
      { ...act('2026-04-17', 'stopExecution', 'stop'), refused: 'RIGHT_BLOCKED' },
      act('2026-04-20', 'resumeExecution', 'resume'),
      act('2026-04-21', 'stopExecution', 'stop'),
      act('2026-06-01', 'awaitRuling', 'upheld', arrived('2026-06-01')),
    ],
    ending: 'upheld',
  },
  {
    ...base,
    rule: 'a reconsideration is lengthened once, which the simplified one and a lawsuit are not (复议法62)',
    acts: [
      ...answered,
      act('2026-05-29', 'noteLongerReview', 'note'),
      { ...act('2026-05-30', 'noteLongerReview', 'note'), refused: 'RIGHT_BLOCKED' },
      act('2026-07-06', 'awaitRuling', 'upheld', arrived('2026-07-06')),
    ],
    ending: 'upheld',
  },
  {
    ...base,
    rule: 'a simplified reconsideration has thirty days',
    acts: [
      act('2026-04-09', 'registerRemedy', 'admitted', arrived('2026-04-08', { simplified: true })),
      act('2026-04-10', 'answerReconsideration', 'file'),
      { ...act('2026-04-13', 'noteLongerReview', 'note'), refused: 'NO_SUCH_DUTY' },
      act('2026-05-06', 'awaitRuling', 'upheld', arrived('2026-05-06')),
    ],
    ending: 'upheld',
  },
  {
    ...base,
    rule: 'a lawsuit is defended, and a judgment is carried out like a ruling',
    opening: against({ kind: 'lawsuit' }),
    acts: [
      act('2026-04-09', 'registerRemedy', 'admitted', arrived('2026-04-08')),
      { ...act('2026-04-10', 'answerReconsideration', 'file'), refused: 'NO_SUCH_DUTY' },
      act('2026-04-17', 'defendSuit', 'file'),
      act('2026-09-01', 'awaitRuling', 'redo', arrived('2026-09-01', { barred: '程序违法' })),
    ],
    ending: 'redone',
  },
  {
    ...base,
    rule: 'what cannot be taken up again here is carried out beside the system, and the buttons say so',
    opening: against({ procedure: 'informed-commitment', ending: 'revoked', repeatable: false }),
    acts: [
      ...answered,
      {
        ...act('2026-06-01', 'awaitRuling', 'redo', arrived('2026-06-01', { barred: '事实不清' })),
        refused: 'OUTCOME_UNAVAILABLE',
      },
      {
        ...act('2026-06-01', 'awaitRuling', 'perform', arrived('2026-06-01', { unperformed: 'intake' })),
        refused: 'OUTCOME_UNAVAILABLE',
      },
      act('2026-06-01', 'awaitRuling', 'changed', arrived('2026-06-01', { changedTo: 'grant' })),
      act('2026-06-03', 'serveChange', 'delivered'),
    ],
    ending: 'changed',
  },
  {
    ...base,
    rule: 'third parties are told once the remedy is admitted, each is heard by themselves, and a ruling waits for nobody',
    acts: [
      { ...act('2026-04-03', 'notifyThirdParty', 'notify'), refused: 'NO_SUCH_DUTY' },
      ...answered,
      act('2026-04-16', 'notifyThirdParty', 'notify'),
      act('2026-04-17', 'notifyThirdParty', 'notify'),
      act('2026-04-20', 'hearThirdParty', 'heard'),
      act('2026-04-21', 'hearThirdParty', 'silent'),
      act('2026-05-28', 'notifyThirdParty', 'notify'),
      act('2026-06-01', 'awaitRuling', 'unlawful', arrived('2026-06-01')),
      { ...act('2026-06-02', 'hearThirdParty', 'heard'), refused: 'STALE_DUTY' },
      { ...act('2026-06-02', 'notifyThirdParty', 'notify'), refused: 'STALE_DUTY' },
      act('2026-06-04', 'remedyUnlawfulness', 'done'),
    ],
    ending: 'unlawful',
  },
];
