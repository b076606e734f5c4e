import { civilDate } from '@lianban/domain/civil-date';
import type { FlowValues } from '@lianban/domain/field';
import type { Scenario } from '../../testing/scenario.ts';
import { act, assigned, granted, refused } from './scenario-acts.ts';

const base = { item: 'device-production-licence', receivedOn: '2026-03-02' } as const;
const missing = (...keys: readonly string[]): FlowValues => ({ missing: keys });
const promised = (day: string): FlowValues => ({ cureOn: civilDate(day) });
/** Two secondary materials follow, promised for 10 March; accepted on 3 March. */
const deferred = [
  act('2026-03-03', 'intake', 'defer', missing('staff-list', 'quality-manual')),
  act('2026-03-03', 'commitToCure', 'sign', promised('2026-03-10')),
  act('2026-03-03', 'acceptDeferred', 'accept'),
] as const;
const reviewed = [act('2026-03-04', 'assign', 'assign'), act('2026-03-05', 'review', 'pass')] as const;

/** Lives that show 容缺受理 (P14). */
export const deferralScenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'what is secondary follows while the file is reviewed, and nothing is drafted before all of it has been checked',
    acts: [
      ...deferred,
      ...reviewed,
      { ...act('2026-03-05', 'draft', 'proposeGrant'), refused: 'NO_SUCH_DUTY' },
      { ...act('2026-03-06', 'cure', 'submit'), duty: 'deferred/staff-list/cure' },
      { ...act('2026-03-09', 'cure', 'submit'), duty: 'deferred/quality-manual/cure' },
      { ...act('2026-03-09', 'checkCure', 'complete'), duty: 'deferred/staff-list/checkCure' },
      { ...act('2026-03-09', 'draft', 'proposeGrant'), refused: 'NO_SUCH_DUTY' },
      { ...act('2026-03-10', 'checkCure', 'complete'), duty: 'deferred/quality-manual/checkCure' },
      ...granted('2026-03-11'),
      act('2026-03-12', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'what is not as required is handed in again within the same limit',
    acts: [
      ...deferred,
      { ...act('2026-03-05', 'cure', 'submit'), duty: 'deferred/staff-list/cure' },
      act('2026-03-06', 'checkCure', 'incomplete'),
      { ...act('2026-03-10', 'cure', 'submit'), duty: 'deferred/staff-list/cure#2' },
      act('2026-03-10', 'cure', 'submit'),
      act('2026-03-11', 'checkCure', 'complete'),
      act('2026-03-11', 'checkCure', 'complete'),
      act('2026-03-12', 'assign', 'assign'),
      act('2026-03-13', 'review', 'pass'),
      ...granted('2026-03-16'),
      act('2026-03-17', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'one thing that does not come by the promised day ends the case, whatever else has come and however far the review is',
    acts: [
      ...deferred,
      ...reviewed,
      { ...act('2026-03-06', 'cure', 'submit'), duty: 'deferred/staff-list/cure' },
      { ...act('2026-03-11', 'cure', 'submit'), refused: 'CASE_CLOSED' },
    ],
    ending: 'cureLapsed',
  },
  {
    ...base,
    rule: 'whoever does not commit supplements first, and nothing may follow any more',
    acts: [
      act('2026-03-03', 'intake', 'defer', missing('after-sales')),
      act('2026-03-03', 'commitToCure', 'decline'),
      act('2026-03-10', 'supplement', 'submit'),
      { ...act('2026-03-11', 'intake', 'defer', missing('after-sales')), refused: 'OUTCOME_UNAVAILABLE' },
      { ...act('2026-03-11', 'intake', 'requestSupplement'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-11', 'intake', 'accept'),
      ...[act('2026-03-12', 'assign', 'assign'), act('2026-03-13', 'review', 'pass')],
      ...granted('2026-03-16'),
      act('2026-03-17', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'a commitment that is not signed on the day is none; without the supplement the case ends',
    acts: [
      act('2026-03-03', 'intake', 'defer', missing('after-sales')),
      { ...act('2026-03-04', 'commitToCure', 'sign', promised('2026-03-10')), refused: 'STALE_DUTY' },
    ],
    until: '2026-04-20',
    ending: 'terminated',
  },
  {
    ...base,
    rule: 'silence of the window after the commitment accepts as of the day of receipt, and the promise stands',
    acts: [
      act('2026-03-03', 'intake', 'defer', missing('after-sales')),
      act('2026-03-03', 'commitToCure', 'sign', promised('2026-03-12')),
      act('2026-03-10', 'cure', 'submit'),
      act('2026-03-11', 'checkCure', 'complete'),
      ...[act('2026-03-11', 'assign', 'assign'), act('2026-03-12', 'review', 'pass')],
      ...granted('2026-03-13'),
      act('2026-03-16', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'a bad credit file lets nothing follow',
    opening: { gate: 'barred' },
    acts: [
      { ...act('2026-03-03', 'intake', 'defer', missing('after-sales')), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-03', 'intake', 'requestSupplement'),
    ],
    until: '2026-04-20',
    ending: 'terminated',
  },
  {
    ...base,
    item: 'device-production-change',
    rule: 'an item without secondary materials lets nothing follow',
    acts: [
      { ...act('2026-03-03', 'intake', 'defer', missing('change-statement')), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-03', 'intake', 'notRequired'),
    ],
    ending: 'notRequired',
  },
  {
    ...base,
    rule: 'an application may be withdrawn while something is still to follow',
    acts: [...deferred, act('2026-03-05', 'withdraw', 'withdraw')],
    ending: 'withdrawn',
  },
  {
    ...base,
    rule: 'a suspicion raised while a grant lies before the seal stops the seal; once cleared, the grant is sealed',
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'pass'),
      ...granted('2026-03-05').slice(0, -1),
      act('2026-03-06', 'suspectFalsity', 'report'),
      { ...act('2026-03-06', 'seal', 'grant'), refused: 'STALE_DUTY' },
      { ...act('2026-03-06', 'withdraw', 'withdraw'), refused: 'RIGHT_BLOCKED' },
      act('2026-03-09', 'investigateFalsity', 'cleared'),
      act('2026-03-10', 'seal', 'grant'),
      act('2026-03-11', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'a suspicion raised while a grant lies before the seal and confirmed has the grant refused, told and heard first',
    acts: [
      ...assigned('2026-03-03'),
      act('2026-03-04', 'review', 'pass'),
      ...granted('2026-03-05').slice(0, -1),
      act('2026-03-06', 'suspectFalsity', 'report'),
      act('2026-03-09', 'investigateFalsity', 'confirmed'),
      { ...act('2026-03-10', 'seal', 'grant'), refused: 'STALE_DUTY' },
      act('2026-03-10', 'legalReview', 'agree'),
      act('2026-03-10', 'tellRefusal', 'tell'),
      act('2026-03-11', 'makeStatement', 'waive'),
      ...refused('2026-03-12'),
    ],
    ending: 'refused',
  },
];
