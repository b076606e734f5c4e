import type { Scenario } from '../../testing/scenario.ts';
import { act, defectsOf } from '../ordinary-permit/scenario-acts.ts';

const base = { item: 'drug-registration-verification', receivedOn: '2026-03-02' } as const;
const started = act('2026-03-10', 'recordStart', 'withVerification', {
  acceptedOn: '2026-02-10',
  latestOn: '2026-09-30',
});
const registered = act('2026-03-12', 'answerCoordination', 'register', { inspectedBefore: 'no' });
const needed = act('2026-03-16', 'judgeNecessity', 'inspect');
const agreed = act('2026-03-25', 'agreePlan', 'agreed', { doneBy: '2026-05-29' });
const approved = [act('2026-11-02', 'recordApproval', 'approved'), act('2026-11-05', 'updateLicence', 'update')];

/** Lives of the drug track, each showing one rule. */
export const scenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'both are made on the same days, each concludes for itself, and the licence is updated after approval',
    acts: [
      started,
      registered,
      { ...act('2026-03-16', 'judgeNecessity', 'exempt'), refused: 'OUTCOME_UNAVAILABLE' },
      needed,
      agreed,
      act('2026-05-20', 'inspect', 'conforms', { endedOn: '2026-05-18' }),
      act('2026-05-25', 'assess', 'conforms'),
      act('2026-05-27', 'sendResult', 'send'),
      act('2026-06-10', 'recordVerification', 'passed'),
      ...approved,
    ],
    ending: 'resultsSent',
  },
  {
    ...base,
    rule: 'what does not conform is sent at once and does not stop the verification',
    acts: [
      started,
      registered,
      needed,
      agreed,
      act('2026-05-20', 'inspect', 'fails', defectsOf('critical')),
      { ...act('2026-05-25', 'assess', 'conforms'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-05-25', 'assess', 'fails'),
      act('2026-05-26', 'sendResult', 'send'),
      act('2026-06-10', 'recordVerification', 'failed'),
      act('2026-11-02', 'recordApproval', 'refused'),
    ],
    ending: 'closedAfterRefusal',
  },
  {
    ...base,
    rule: 'rectified, it is assessed within twenty working days of the report',
    acts: [
      started,
      registered,
      needed,
      agreed,
      act('2026-05-20', 'inspect', 'toRectify', { ...defectsOf('major'), endedOn: '2026-05-18' }),
      act('2026-07-01', 'rectify', 'rectified'),
      act('2026-07-10', 'assess', 'conforms'),
      act('2026-07-13', 'sendResult', 'send'),
      act('2026-07-20', 'recordVerification', 'passed'),
      act('2026-11-02', 'recordApproval', 'approved'),
      act('2026-11-05', 'updateLicence', 'keep'),
    ],
    ending: 'resultsSent',
  },
  {
    ...base,
    rule: 'a line that passed before and bears little risk is exempt; who is not verified is inspected by the province alone',
    acts: [
      act('2026-03-10', 'recordStart', 'inspectionOnly'),
      act('2026-03-12', 'answerCoordination', 'register', { inspectedBefore: 'yes' }),
      act('2026-03-16', 'judgeNecessity', 'exempt'),
      act('2026-03-17', 'sendResult', 'send'),
      ...approved,
    ],
    ending: 'resultsSent',
  },
  {
    ...base,
    rule: 'dates are negotiated, and an enterprise that is not ready is postponed once',
    acts: [
      started,
      registered,
      needed,
      act('2026-03-18', 'agreePlan', 'renegotiate'),
      act('2026-03-20', 'agreePlan', 'postpone'),
      { ...act('2026-03-23', 'agreePlan', 'postpone'), refused: 'OUTCOME_UNAVAILABLE' },
      agreed,
      act('2026-04-01', 'inspect', 'notApproved'),
      act('2026-04-02', 'withdraw', 'withdraw'),
    ],
    ending: 'withdrawn',
  },
  {
    ...base,
    rule: 'what cannot be made at once is inspected apart, by the last day of the verification',
    acts: [
      started,
      act('2026-03-12', 'answerCoordination', 'unable', { inspectedBefore: 'no' }),
      needed,
      act('2026-05-20', 'inspect', 'toRectify', defectsOf('major')),
      act('2026-07-01', 'rectify', 'fails'),
      act('2026-07-02', 'assess', 'fails'),
    ],
    ending: null,
  },
  {
    ...base,
    rule: 'a serious problem common to both is weighed; an inspection for cause ends this one',
    acts: [
      started,
      registered,
      needed,
      agreed,
      act('2026-05-11', 'reportSerious', 'report'),
      act('2026-05-12', 'decideForCause', 'goOn'),
      act('2026-05-13', 'reportSerious', 'report'),
      act('2026-05-14', 'decideForCause', 'forCause'),
    ],
    ending: 'forCause',
  },
];
