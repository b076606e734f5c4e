import type { FlowValues } from '@lianban/domain/field';
import type { ScenarioAct } from '../../testing/scenario.ts';

/** One act, on that day. */
export const act = (
  ...[on, step, outcome, flow]: readonly [on: string, step: string, outcome: string, flow?: FlowValues]
): ScenarioAct => ({
  ...{ on, step, outcome },
  ...(flow === undefined ? {} : { flow }),
});

/** Accepted by the window and assigned, on one day. */
export const assigned = (on: string): readonly ScenarioAct[] => [
  act(on, 'intake', 'accept'),
  act(on, 'assign', 'assign'),
];

/** Drafted, checked, approved and sealed as a grant, on one day. */
export const granted = (on: string): readonly ScenarioAct[] => [
  act(on, 'draft', 'proposeGrant'),
  act(on, 'audit', 'agree'),
  act(on, 'approve', 'agree'),
  act(on, 'seal', 'grant'),
];

/** Drafted and checked as a refusal, and told to the applicant. */
export const refusalTold = (on: string, review: 'agree' | 'agreeWithHearing' = 'agree'): readonly ScenarioAct[] => [
  act(on, 'draft', 'proposeRefusal'),
  act(on, 'audit', 'agree'),
  act(on, 'legalReview', review),
  act(on, 'tellRefusal', 'tell'),
];

/** Approved and sealed as a refusal, and served. */
export const refused = (on: string): readonly ScenarioAct[] => [
  act(on, 'approve', 'agree'),
  act(on, 'seal', 'refuse'),
  act(on, 'serveRefusal', 'delivered'),
];

/** Defects of that grade. */
export const defectsOf = (grade: string): FlowValues => ({
  defects: [{ number: '1', clause: '第二十条', grade, evidence: '现场记录' }],
});
