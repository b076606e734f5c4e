import type { FlowValues } from '@lianban/domain/field';
import type { ScenarioAct } from '../../testing/scenario.ts';
import { act, defectsOf, granted } from '../ordinary-permit/scenario-acts.ts';

/** Steps 0, 1a and 1b, on one day. */
export const takenIn = (on: string): readonly ScenarioAct[] => [
  act(on, 'judgeParallel', 'suitable'),
  act(on, 'intake', 'accept'),
  act(on, 'takeInLicence', 'takeIn'),
];

/** Taken in on 03-06, handed over on 03-11. */
export const underReview: readonly ScenarioAct[] = [
  ...takenIn('2026-03-06'),
  act('2026-03-11', 'handOver', 'handOver'),
];

/** Notice of the visit on 03-16, and what it concludes on 04-24. */
export const visited = (
  conclusion: 'conforms' | 'toRectify' | 'fails',
  affected: FlowValues = {},
): readonly ScenarioAct[] => [
  act('2026-03-16', 'notifyVerification', 'notify'),
  act('2026-04-22', 'inspect', conclusion, {
    ...(conclusion === 'conforms' ? {} : defectsOf('major')),
    endedOn: '2026-04-20',
  }),
  act('2026-04-24', 'reportVerification', reported[conclusion], affected),
];
const reported = { conforms: 'passed', toRectify: 'toRectify', fails: 'failed' } as const;

/** Which side the one defect concerns. */
export const affecting = (affects: 'REG' | 'LIC' | 'BOTH'): FlowValues => ({ affected: [{ number: '1', affects }] });

/** Up to the conclusions of both branches, with the licence file examined. */
export const concluded: readonly ScenarioAct[] = [
  ...underReview,
  ...visited('conforms'),
  act('2026-05-11', 'previewLicence', 'passed'),
  act('2026-05-20', 'review', 'pass'),
];

/** The registration, drafted, checked, approved and sealed as a grant, on one day. */
export const registered = (on: string): readonly ScenarioAct[] => [
  ...granted(on).filter(({ step }) => step !== 'seal'),
  act(on, 'sealRegistration', 'grant'),
];

/** The registration, approved and sealed as a refusal, and served. */
export const notRegistered = (on: string): readonly ScenarioAct[] => [
  act(on, 'approve', 'agree'),
  act(on, 'sealRegistration', 'refuse'),
  act(on, 'serveRegistrationRefusal', 'delivered'),
];

/** J1 and J2 one after the other, sealed as grants on one day. */
export const bothGranted = (on: string): readonly ScenarioAct[] => [...registered(on), ...granted(on)];
