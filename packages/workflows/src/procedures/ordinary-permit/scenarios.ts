import { civilDate } from '@lianban/domain/civil-date';
import type { Opening } from '../../vocabulary/opening.ts';
import type { Scenario, ScenarioAct } from '../../testing/scenario.ts';

const OTC = 'otc-retail';
const DAY = '2026-03-02';

const act = (on: string, step: string, outcome: string): ScenarioAct => ({ on, step, outcome });

const reviewed = (on: string): readonly ScenarioAct[] => [
  act(on, 'intake', 'accept'),
  act(on, 'assign', 'assign'),
  act(on, 'review', 'pass'),
];

const approved = (on: string): readonly ScenarioAct[] => [
  act(on, 'draft', 'proposeGrant'),
  act(on, 'audit', 'agree'),
  act(on, 'approve', 'grant'),
];

const converted = (acceptedOn: string | null, falsitySuspected: boolean): Partial<Opening> => ({
  commitment: null,
  convertedFrom: {
    caseId: 'converted',
    acceptedOn: acceptedOn === null ? null : civilDate(acceptedOn),
    falsitySuspected,
  },
});

/** Lives of cases under 一般许可, each showing one rule. Played on every driver. */
export const scenarios: readonly Scenario[] = [
  {
    rule: 'a complete application is reviewed, approved and served',
    item: OTC,
    receivedOn: DAY,
    acts: [...reviewed('2026-03-03'), ...approved('2026-03-10'), act('2026-03-12', 'deliver', 'delivered')],
    ending: 'licensed',
  },
  {
    rule: 'silence of the window accepts as of the day of receipt (许可法32)',
    item: OTC,
    receivedOn: DAY,
    acts: [
      act('2026-03-11', 'assign', 'assign'),
      act('2026-03-12', 'review', 'pass'),
      ...approved('2026-03-13'),
      act('2026-03-16', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    rule: 'a refusal passes legal review before it is signed (许可法38)',
    item: OTC,
    receivedOn: DAY,
    acts: [
      ...reviewed('2026-03-03'),
      act('2026-03-04', 'draft', 'proposeRefusal'),
      act('2026-03-04', 'audit', 'agree'),
      { ...act('2026-03-05', 'approve', 'refuse'), refused: 'NO_SUCH_DUTY' },
      act('2026-03-05', 'legalReview', 'agree'),
      act('2026-03-06', 'approve', 'refuse'),
    ],
    ending: 'refused',
  },
  {
    rule: 'a leader who disagrees sends back and refuses nothing by that',
    item: OTC,
    receivedOn: DAY,
    acts: [
      ...reviewed('2026-03-03'),
      act('2026-03-04', 'draft', 'proposeGrant'),
      act('2026-03-04', 'audit', 'agree'),
      { ...act('2026-03-05', 'approve', 'refuse'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-05', 'approve', 'sendBack'),
      ...approved('2026-03-06'),
      act('2026-03-09', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    rule: 'legal review sends a refusal back to its draft',
    item: OTC,
    receivedOn: DAY,
    acts: [
      ...reviewed('2026-03-03'),
      act('2026-03-04', 'draft', 'proposeRefusal'),
      act('2026-03-04', 'audit', 'agree'),
      act('2026-03-05', 'legalReview', 'sendBack'),
      ...approved('2026-03-06'),
      act('2026-03-09', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    rule: 'whoever drafted does not approve',
    item: OTC,
    receivedOn: DAY,
    acts: [
      ...reviewed('2026-03-03'),
      { ...act('2026-03-04', 'draft', 'proposeGrant'), by: { personId: 'same', postId: 'o', role: 'OFF' } },
      {
        ...act('2026-03-04', 'audit', 'agree'),
        by: { personId: 'same', postId: 's', role: 'SEC' },
        refused: 'SEPARATION',
      },
      act('2026-03-05', 'audit', 'agree'),
      act('2026-03-05', 'approve', 'grant'),
      act('2026-03-06', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    rule: 'a supplement that does not come ends the proceedings',
    item: OTC,
    receivedOn: DAY,
    acts: [act('2026-03-03', 'intake', 'requestSupplement')],
    until: '2026-05-15',
    ending: 'terminated',
  },
  {
    rule: 'an application to the wrong authority is not accepted',
    item: OTC,
    receivedOn: DAY,
    acts: [act('2026-03-03', 'intake', 'refuse')],
    ending: 'notAccepted',
  },
  {
    rule: 'what needs no permit is told so',
    item: OTC,
    receivedOn: DAY,
    acts: [act('2026-03-03', 'intake', 'notRequired')],
    ending: 'notRequired',
  },
  {
    rule: 'an application is withdrawn before the decision',
    item: OTC,
    receivedOn: DAY,
    acts: [...reviewed('2026-03-03'), act('2026-03-04', 'withdraw', 'withdraw')],
    ending: 'withdrawn',
  },
  {
    rule: 'the head of the agency lengthens the limit of the decision, once (许可法42)',
    item: OTC,
    receivedOn: DAY,
    acts: [
      ...reviewed('2026-03-03'),
      act('2026-03-20', 'requestExtension', 'request'),
      { ...act('2026-03-20', 'requestExtension', 'request'), refused: 'RIGHT_BLOCKED' },
      act('2026-03-24', 'approveExtension', 'grant'),
      { ...act('2026-03-25', 'requestExtension', 'request'), refused: 'RIGHT_BLOCKED' },
      ...approved('2026-04-10'),
      act('2026-04-13', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    rule: 'a longer limit that was not allowed may be asked for again, until the decision is due',
    item: OTC,
    receivedOn: DAY,
    acts: [
      ...reviewed('2026-03-03'),
      act('2026-03-20', 'requestExtension', 'request'),
      act('2026-03-24', 'approveExtension', 'refuse'),
      act('2026-03-31', 'requestExtension', 'request'),
      { ...act('2026-04-01', 'approveExtension', 'grant'), refused: 'STALE_DUTY' },
      { ...act('2026-04-01', 'requestExtension', 'request'), refused: 'OUTCOME_UNAVAILABLE' },
    ],
    until: '2026-04-02',
    ending: null,
  },
  {
    rule: 'whoever asks for a longer limit does not allow it',
    item: OTC,
    receivedOn: DAY,
    acts: [
      ...reviewed('2026-03-03'),
      { ...act('2026-03-20', 'requestExtension', 'request'), by: { personId: 'same', postId: 'o', role: 'OFF' } },
      {
        ...act('2026-03-24', 'approveExtension', 'grant'),
        by: { personId: 'same', postId: 'h', role: 'HEAD' },
        refused: 'SEPARATION',
      },
    ],
    ending: null,
  },
  {
    rule: 'an acceptance stays an acceptance when a case leaves the commitment route',
    item: OTC,
    receivedOn: DAY,
    opening: converted('2026-02-26', false),
    acts: [
      act('2026-03-03', 'assign', 'assign'),
      act('2026-03-04', 'review', 'pass'),
      ...approved('2026-03-05'),
      act('2026-03-06', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    rule: 'nothing is withdrawn while falsity is suspected (总局令47第55条)',
    item: OTC,
    receivedOn: DAY,
    opening: converted('2026-02-26', true),
    acts: [{ ...act('2026-03-03', 'withdraw', 'withdraw'), refused: 'RIGHT_BLOCKED' }],
    ending: null,
  },
];
