import { civilDate } from '@lianban/domain/civil-date';
import type { Scenario } from '../../testing/scenario.ts';
import type { Opening, Ruling } from '../../vocabulary/opening.ts';
import { act, assigned, granted, refused } from './scenario-acts.ts';

const base = { item: 'otc-retail', receivedOn: '2026-05-06' } as const;
const ruled = (ruling: Partial<Ruling> & Pick<Ruling, 'from'>): Partial<Opening> => ({
  commitment: null,
  convertedFrom: {
    caseId: 'remedy',
    acceptedOn: ruling.from === 'intake' ? null : civilDate('2026-05-06'),
    falsitySuspected: false,
    ruling: { on: civilDate('2026-05-06'), until: null, barred: '', ...ruling },
  },
});
const grantedAnew = (on: string) => [act(on, 'redraft', 'proposeGrant'), ...granted(on).slice(1)];
const setAside = '场所面积不足';

/** Lives of what is taken up again after a ruling on a remedy, and of service by announcement. */
export const rulingScenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'what was set aside is decided again from the draft, with a new limit; a refusal needs other grounds (复议法64)',
    opening: ruled({ from: 'decision', barred: setAside }),
    acts: [
      { ...act('2026-05-07', 'draft', 'proposeRefusal'), refused: 'NO_SUCH_DUTY' },
      { ...act('2026-05-07', 'review', 'pass'), refused: 'NO_SUCH_DUTY' },
      act('2026-05-07', 'redraft', 'proposeRefusalAnew'),
      act('2026-05-07', 'audit', 'agree'),
      act('2026-05-08', 'legalReview', 'agree'),
      act('2026-05-08', 'tellRefusal', 'tell'),
      act('2026-05-11', 'makeStatement', 'waive'),
      ...refused('2026-05-12'),
    ],
    ending: 'refused',
  },
  {
    ...base,
    rule: 'a draft after a ruling may be discussed, and may lead to a grant',
    opening: ruled({ from: 'decision', barred: setAside }),
    acts: [
      act('2026-05-07', 'redraft', 'proposeDiscussion'),
      act('2026-05-08', 'discuss', 'concludeGrant'),
      act('2026-05-11', 'approve', 'agree'),
      act('2026-05-11', 'seal', 'grant'),
      act('2026-05-12', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'whoever drafts again neither checks nor approves',
    opening: ruled({ from: 'decision', until: civilDate('2026-05-20'), barred: setAside }),
    acts: [
      { ...act('2026-05-07', 'redraft', 'proposeGrant'), by: { personId: 'same', postId: 'o', role: 'OFF' } },
      {
        ...act('2026-05-07', 'audit', 'agree'),
        by: { personId: 'same', postId: 's', role: 'SEC' },
        refused: 'SEPARATION',
      },
      act('2026-05-07', 'audit', 'agree'),
      {
        ...act('2026-05-08', 'approve', 'agree'),
        by: { personId: 'same', postId: 'd', role: 'DL' },
        refused: 'SEPARATION',
      },
      act('2026-05-08', 'approve', 'agree'),
      act('2026-05-08', 'seal', 'grant'),
      act('2026-05-11', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'who was ordered to examine examines, accepted as of the ruling',
    opening: ruled({ from: 'examination' }),
    acts: [
      { ...act('2026-05-07', 'intake', 'accept'), refused: 'NO_SUCH_DUTY' },
      act('2026-05-07', 'assign', 'assign'),
      act('2026-05-08', 'review', 'pass'),
      ...grantedAnew('2026-05-11'),
      act('2026-05-12', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'who was ordered to take an application in takes it in, and decides by the day that the ruling sets',
    opening: ruled({ from: 'intake', until: civilDate('2026-05-29') }),
    acts: [
      ...assigned('2026-05-07'),
      act('2026-05-08', 'review', 'pass'),
      ...grantedAnew('2026-05-11'),
      act('2026-05-12', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'what the ruling itself grants is served and entered, and cannot be withdrawn',
    opening: ruled({ from: 'service' }),
    acts: [
      { ...act('2026-05-07', 'withdraw', 'withdraw'), refused: 'STALE_DUTY' },
      act('2026-05-07', 'deliver', 'delivered'),
    ],
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'a licence that cannot be handed over three times is announced, and counts as served when the period has passed',
    opening: ruled({ from: 'service' }),
    acts: [
      { ...act('2026-05-07', 'deliver', 'announced'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-05-07', 'deliver', 'failed'),
      act('2026-05-08', 'deliver', 'failed'),
      act('2026-05-11', 'deliver', 'failed'),
      { ...act('2026-05-12', 'deliver', 'failed'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-05-12', 'deliver', 'announced'),
    ],
    until: '2026-06-12',
    ending: 'licensed',
  },
  {
    ...base,
    rule: 'a refusal that is announced may be collected before the period has passed',
    opening: ruled({ from: 'decision', barred: setAside }),
    acts: [
      act('2026-05-07', 'redraft', 'proposeRefusalAnew'),
      act('2026-05-07', 'audit', 'agree'),
      act('2026-05-08', 'legalReview', 'agree'),
      act('2026-05-08', 'tellRefusal', 'tell'),
      act('2026-05-11', 'makeStatement', 'waive'),
      act('2026-05-12', 'approve', 'agree'),
      act('2026-05-12', 'seal', 'refuse'),
      act('2026-05-13', 'serveRefusal', 'failed'),
      act('2026-05-14', 'serveRefusal', 'failed'),
      act('2026-05-15', 'serveRefusal', 'failed'),
      act('2026-05-18', 'serveRefusal', 'announced'),
      act('2026-05-28', 'awaitAnnouncement', 'collected'),
    ],
    ending: 'refused',
  },
];
