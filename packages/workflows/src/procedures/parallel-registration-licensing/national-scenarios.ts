import type { Scenario } from '../../testing/scenario.ts';
import { act, granted } from '../ordinary-permit/scenario-acts.ts';
import { affecting, visited } from './scenario-acts.ts';

const base = { item: 'device-parallel-national', receivedOn: '2026-03-02' } as const;
const accepted = [
  act('2026-03-06', 'judgeParallel', 'suitable'),
  act('2026-03-06', 'takeInLicence', 'takeIn'),
  act('2026-03-09', 'recordAcceptance', 'record', { acceptedOn: '2026-03-05' }),
  act('2026-03-18', 'recordNotice', 'record', { noticeOn: '2026-03-16' }),
];

/** Class III: reviewed and decided by the nation, verified and licensed here. */
export const nationalScenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'class III: the province verifies within thirty working days of the notice, tells the result, and licenses once registered',
    acts: [
      ...accepted,
      ...visited('conforms').slice(1),
      act('2026-04-28', 'returnResult', 'send'),
      act('2026-05-11', 'previewLicence', 'passed'),
      act('2026-06-30', 'recordReview', 'passed'),
      act('2026-08-03', 'recordDecision', 'granted'),
      ...granted('2026-08-04'),
      act('2026-08-05', 'deliverLicence', 'delivered'),
    ],
    ending: 'bothGranted',
  },
  {
    ...base,
    rule: 'class III: refused by the nation, the licence ends without a decision of its own',
    acts: [
      ...accepted,
      ...visited('fails').slice(1),
      act('2026-04-28', 'returnResult', 'send'),
      act('2026-06-30', 'recordDecision', 'refused'),
    ],
    ending: 'registrationRefused',
  },
  {
    ...base,
    rule: 'class III: a negative review calls the visit off; registered all the same, it is made for the licence',
    acts: [
      ...accepted.slice(0, 3),
      act('2026-03-12', 'recordReview', 'negative'),
      { ...act('2026-03-18', 'recordNotice', 'record'), refused: 'STALE_DUTY' },
      act('2026-04-01', 'recordDecision', 'granted'),
      act('2026-04-02', 'recordNotice', 'record'),
      act('2026-04-03', 'withdrawLicence', 'withdraw'),
    ],
    ending: 'registrationOnly',
  },
  {
    ...base,
    rule: 'class III: what concerns the licence alone does not keep the nation waiting for the result',
    acts: [
      ...accepted,
      ...visited('toRectify', affecting('LIC')).slice(1),
      act('2026-04-28', 'returnResult', 'send'),
      act('2026-04-29', 'recordDecision', 'granted'),
      act('2026-04-30', 'withdrawLicence', 'withdraw'),
    ],
    ending: 'registrationOnly',
  },
];
