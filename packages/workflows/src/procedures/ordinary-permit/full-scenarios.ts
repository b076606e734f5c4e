import { civilDate } from '@lianban/domain/civil-date';
import { items } from '@lianban/domain/items';
import type { Course } from '@lianban/domain/item';
import { openingOf, type Scenario } from '../../testing/scenario.ts';
import type { Opening } from '../../vocabulary/opening.ts';
import { act, assigned, defectsOf, granted, refusalTold, refused } from './scenario-acts.ts';
import { chainScenarios } from './chain-scenarios.ts';
import { ordinaryPermitInFull } from './2023-07.ts';

const OTC = 'otc-retail';
const DEVICE = 'device-production-licence';
const DRUG = 'drug-production-licence';
const DAY = '2026-03-02';
const base = { item: OTC, receivedOn: DAY } as const;

/** An item whose special rule says otherwise. */
const withCourse = (item: string, course: Partial<Course>): Partial<Opening> => {
  const opening = openingOf(ordinaryPermitInFull, { item, receivedOn: DAY });
  const known = items.find(({ code }) => code === DEVICE)?.course;
  return known === undefined ? {} : { item: { ...opening.item, course: { ...known, ...course } } };
};
const converted = (acceptedOn: string, falsitySuspected: boolean): Partial<Opening> => ({
  commitment: null,
  convertedFrom: { caseId: 'converted', acceptedOn: civilDate(acceptedOn), falsitySuspected },
});

/** Lives of cases under 一般许可 in full, each showing one rule. Played on every driver; a child is played by its ending. */
export const fullScenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'a complete application is reviewed, approved, sealed and served',
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-09', 'review', 'pass'),
      ...granted('2026-03-10'),
      act('2026-03-12', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'three failed attempts open service by announcement',
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'pass'),
      ...granted('2026-03-05'),
      { ...act('2026-03-06', 'deliver', 'announced'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-06', 'deliver', 'failed'),
      act('2026-03-09', 'deliver', 'failed'),
      act('2026-03-10', 'deliver', 'failed'),
      { ...act('2026-03-11', 'deliver', 'failed'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-11', 'deliver', 'announced'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'silence of the window accepts as of the day of receipt (许可法32)',
    acts: [
      act('2026-03-11', 'assign', 'assign'),
      act('2026-03-12', 'review', 'pass'),
      ...granted('2026-03-13'),
      act('2026-03-16', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'a file goes back to the window on the day of its acceptance, once',
    acts: [
      act('2026-03-03', 'intake', 'accept'),
      act('2026-03-03', 'assign', 'returnToWindow'),
      act('2026-03-04', 'recheckAcceptance', 'uphold'),
      { ...act('2026-03-04', 'assign', 'returnToWindow'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-04', 'assign', 'assign'),
      act('2026-03-05', 'review', 'pass'),
      ...granted('2026-03-06'),
      act('2026-03-09', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'a file that was accepted on an earlier day does not go back to the window',
    acts: [
      act('2026-03-03', 'intake', 'accept'),
      { ...act('2026-03-04', 'assign', 'returnToWindow'), refused: 'OUTCOME_UNAVAILABLE' },
    ],
    ending: null,
  },
  {
    ...base,
    rule: 'a supplement that does not come ends the proceedings',
    acts: [act('2026-03-03', 'intake', 'requestSupplement')],
    until: '2026-05-15',
    ending: 'terminated',
  },
  {
    ...base,
    rule: 'a supplement that comes is examined again, and asked for only once',
    acts: [
      act('2026-03-03', 'intake', 'requestSupplement'),
      act('2026-03-05', 'supplement', 'submit'),
      { ...act('2026-03-06', 'intake', 'requestSupplement'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-06', 'intake', 'correctOnTheSpot'),
      act('2026-03-06', 'intake', 'refuse'),
    ],
    ending: 'notAccepted',
  },
  {
    ...base,
    rule: 'what needs no permit is told so',
    acts: [act('2026-03-03', 'intake', 'notRequired')],
    ending: 'notRequired',
  },
  {
    ...base,
    rule: 'an application is withdrawn before the decision',
    acts: [...assigned('2026-03-03'), act('2026-03-04', 'withdraw', 'withdraw')],
    ending: 'withdrawn',
  },
  {
    ...base,
    rule: 'the head lengthens the limit of the decision once; a request that is not allowed in time falls (许可法42)',
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-10', 'requestExtension', 'request'),
      act('2026-03-11', 'approveExtension', 'refuse'),
      act('2026-03-20', 'requestExtension', 'request'),
      act('2026-03-24', 'approveExtension', 'grant'),
      { ...act('2026-03-25', 'requestExtension', 'request'), refused: 'RIGHT_BLOCKED' },
    ],
    ending: null,
  },
  {
    ...base,
    rule: 'an extension that nobody allows before the decision is due falls',
    acts: [...assigned('2026-03-03'), act('2026-03-31', 'requestExtension', 'request')],
    until: '2026-04-02',
    ending: null,
  },
  {
    ...base,
    rule: 'a suspicion of falsity bars withdrawal and is looked into before the draft; once cleared, nothing is barred',
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'suspectFalsity', 'report'),
      { ...act('2026-03-04', 'withdraw', 'withdraw'), refused: 'RIGHT_BLOCKED' },
      act('2026-03-05', 'review', 'pass'),
      { ...act('2026-03-05', 'draft', 'proposeGrant'), refused: 'NO_SUCH_DUTY' },
      act('2026-03-06', 'investigateFalsity', 'cleared'),
      ...granted('2026-03-09'),
      act('2026-03-10', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'falsity that is confirmed before the seal turns a grant into a refusal (许可法78)',
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'pass'),
      act('2026-03-05', 'draft', 'proposeGrant'),
      act('2026-03-05', 'audit', 'agree'),
      act('2026-03-06', 'suspectFalsity', 'report'),
      act('2026-03-06', 'approve', 'agree'),
      { ...act('2026-03-06', 'seal', 'grant'), refused: 'NO_SUCH_DUTY' },
      act('2026-03-09', 'investigateFalsity', 'confirmed'),
      { ...act('2026-03-10', 'withdraw', 'withdraw'), refused: 'RIGHT_BLOCKED' },
      act('2026-03-10', 'legalReview', 'agree'),
      act('2026-03-10', 'tellRefusal', 'tell'),
      act('2026-03-11', 'makeStatement', 'waive'),
      ...refused('2026-03-12'),
    ],
    ending: 'refused',
  },
  {
    ...base,
    rule: 'a suspicion that left the commitment route is looked into here',
    opening: converted('2026-02-26', true),
    acts: [
      act('2026-03-03', 'assign', 'assign'),
      { ...act('2026-03-03', 'withdraw', 'withdraw'), refused: 'RIGHT_BLOCKED' },
      act('2026-03-03', 'review', 'pass'),
      act('2026-03-04', 'investigateFalsity', 'confirmed'),
      { ...act('2026-03-04', 'draft', 'proposeGrant'), refused: 'OUTCOME_UNAVAILABLE' },
      ...refusalTold('2026-03-05'),
      act('2026-03-06', 'makeStatement', 'waive'),
      ...refused('2026-03-09'),
    ],
    ending: 'refused',
  },
  {
    ...base,
    rule: 'an acceptance stays an acceptance when a case leaves the commitment route',
    opening: converted('2026-02-26', false),
    acts: [
      act('2026-03-03', 'assign', 'assign'),
      act('2026-03-04', 'review', 'proposeRefusal'),
      { ...act('2026-03-05', 'draft', 'proposeGrant'), refused: 'OUTCOME_UNAVAILABLE' },
      ...refusalTold('2026-03-05'),
      act('2026-03-06', 'makeStatement', 'waive'),
      ...refused('2026-03-09'),
    ],
    ending: 'refused',
  },
  {
    rule: 'a device licence is inspected where needed, within the limit of the decision; what has no defects is granted (总局令53第13条)',
    item: DEVICE,
    receivedOn: DAY,
    acts: [
      ...assigned('2026-03-03'),
      { ...act('2026-03-04', 'review', 'requestMore'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-04', 'review', 'inspect'),
      { ...act('2026-03-05', 'draft', 'proposeGrant'), refused: 'NO_SUCH_DUTY' },
      act('2026-03-12', 'inspect', 'conforms', { endedOn: '2026-03-11' }),
      act('2026-03-13', 'assess', 'conforms'),
      ...granted('2026-03-16'),
      act('2026-03-17', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    rule: 'only the rectification of a device licence stops its clock',
    item: DEVICE,
    receivedOn: DAY,
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'inspect'),
      act('2026-03-12', 'inspect', 'toRectify', { ...defectsOf('major'), endedOn: '2026-03-11' }),
      act('2026-04-10', 'rectify', 'rectified'),
      act('2026-04-13', 'assess', 'conforms'),
      ...granted('2026-04-14'),
      act('2026-04-15', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    rule: 'a drug licence is inspected in any case, and neither review, inspection nor rectification is counted',
    item: DRUG,
    receivedOn: DAY,
    acts: [
      ...assigned('2026-03-03'),
      { ...act('2026-03-20', 'review', 'pass'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-20', 'review', 'inspect'),
      act('2026-04-24', 'inspect', 'toRectify', { ...defectsOf('major'), endedOn: '2026-04-23' }),
      act('2026-06-05', 'rectify', 'rectified'),
      act('2026-06-15', 'assess', 'conforms'),
      ...granted('2026-06-16'),
      act('2026-06-17', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    rule: 'rectification that fails, fails the assessment, and bars the grant',
    item: DRUG,
    receivedOn: DAY,
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'inspect'),
      act('2026-03-20', 'inspect', 'toRectify', { ...defectsOf('major'), endedOn: '2026-03-19' }),
      act('2026-05-15', 'rectify', 'fails'),
      { ...act('2026-05-18', 'assess', 'conforms'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-05-18', 'assess', 'fails'),
      { ...act('2026-05-19', 'draft', 'proposeGrant'), refused: 'OUTCOME_UNAVAILABLE' },
      ...refusalTold('2026-05-19'),
      act('2026-05-20', 'makeStatement', 'waive'),
      ...refused('2026-05-21'),
    ],
    ending: 'refused',
  },
  {
    rule: 'an inspection that fails needs no rectification to fail',
    item: DEVICE,
    receivedOn: DAY,
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'inspect'),
      act('2026-03-12', 'inspect', 'fails', defectsOf('critical')),
      act('2026-03-13', 'assess', 'fails'),
      ...refusalTold('2026-03-16'),
      act('2026-03-17', 'makeStatement', 'waive'),
      ...refused('2026-03-18'),
    ],
    ending: 'refused',
  },
  {
    rule: 'an inspection that is not approved leads back to the review',
    item: DEVICE,
    receivedOn: DAY,
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'inspect'),
      act('2026-03-05', 'inspect', 'notApproved'),
      act('2026-03-06', 'review', 'pass'),
      ...granted('2026-03-09'),
      act('2026-03-10', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    rule: 'nobody answers for an inspection: its own case ends it',
    item: DEVICE,
    receivedOn: DAY,
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'inspect'),
      act('2026-03-05', 'withdraw', 'withdraw'),
      { ...act('2026-03-05', 'inspect', 'conforms'), refused: 'CASE_CLOSED' },
    ],
    ending: 'withdrawn',
  },
  {
    rule: 'where the special rule has it, more is asked for once, and the time it takes is not counted',
    item: OTC,
    receivedOn: DAY,
    opening: withCourse(OTC, { supplementInReview: true, inspection: 'none' }),
    acts: [
      ...assigned('2026-03-03'),
      { ...act('2026-03-04', 'review', 'inspect'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-04', 'review', 'requestMore'),
      act('2026-03-20', 'supplementReview', 'submit'),
      { ...act('2026-03-23', 'review', 'requestMore'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-23', 'review', 'pass'),
      ...granted('2026-03-24'),
      act('2026-03-25', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    rule: 'a supplement of the review that does not come leaves the file as it stands',
    item: OTC,
    receivedOn: DAY,
    opening: withCourse(OTC, { supplementInReview: true }),
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'requestMore'),
      act('2026-04-20', 'review', 'pass'),
      ...granted('2026-04-21'),
      act('2026-04-22', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    rule: 'a renewal that is not decided before the licence expires is deemed granted, and what was under way ends (许可法50)',
    item: 'device-production-renewal',
    receivedOn: DAY,
    opening: { licenceEndsOn: civilDate('2026-03-20') },
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'inspect'),
      { ...act('2026-03-23', 'inspect', 'fails'), refused: 'STALE_DUTY' },
      act('2026-03-24', 'deliver', 'delivered'),
    ],
    ending: 'deemedRenewed',
  },
  {
    rule: 'a renewal that is decided in time is decided, and nothing is deemed',
    item: 'device-production-renewal',
    receivedOn: DAY,
    opening: { licenceEndsOn: civilDate('2026-03-20') },
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'proposeRefusal'),
      ...refusalTold('2026-03-05'),
      act('2026-03-06', 'makeStatement', 'waive'),
      ...refused('2026-03-09'),
    ],
    ending: 'refused',
  },
  {
    rule: 'a change is granted without another licence in the register',
    item: 'drug-production-change',
    receivedOn: DAY,
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'inspect'),
      act('2026-03-20', 'inspect', 'conforms', { endedOn: '2026-03-19' }),
      act('2026-03-23', 'assess', 'conforms'),
      ...granted('2026-03-24'),
      act('2026-03-25', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  ...chainScenarios,
];
