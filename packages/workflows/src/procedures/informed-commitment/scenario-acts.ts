import type { Role } from '@lianban/domain/role';
import type { ScenarioAct } from '../../testing/scenario.ts';

/** Items that the lives are played with: without and with a verification window. */
export const COSMETICS = 'cosmetics-production-renewal';
export const OTC = 'otc-retail';

/** On that day this button of this step is used. */
// eslint-disable-next-line max-params -- a line of a scenario reads like a sentence
export const act = (on: string, step: string, outcome: string, flow: ScenarioAct['flow'] = {}): ScenarioAct => ({
  on,
  step,
  outcome,
  flow,
});
/** On that day this button is refused with the code. */
// eslint-disable-next-line max-params -- a line of a scenario reads like a sentence
export const refused = (code: string, on: string, step: string, outcome: string): ScenarioAct => ({
  on,
  step,
  outcome,
  refused: code,
});

/** The act of this person, in a post of that role. */
export const by = (personId: string, role: Role, what: ScenarioAct): ScenarioAct => ({
  ...what,
  by: { personId, postId: role, role },
});

/** From acceptance to service in one day. */
export const granted = (on: string): readonly ScenarioAct[] => [
  act(on, 'intake', 'accept'),
  act(on, 'propose', 'proposeGrant'),
  act(on, 'decide', 'grant'),
  act(on, 'deliver', 'delivered'),
];

/** The intended revocation is told. */
export const noticeGiven = (on: string): readonly ScenarioAct[] => [
  act(on, 'proposeNotice', 'propose'),
  act(on, 'giveNotice', 'give'),
];

/** From the draft to the end of the aftermath in one day. */
export const revokedBy = (on: string): readonly ScenarioAct[] => [
  act(on, 'draftRevocation', 'proposeRevocation'),
  act(on, 'approveRevocation', 'approve'),
  act(on, 'decideRevocation', 'revoke'),
  act(on, 'publishDeregistration', 'done'),
  act(on, 'enterCredit', 'done'),
];

/** The licence is kept in the public interest, from the draft to the decision in one day. */
export const keptBy = (on: string): readonly ScenarioAct[] => [
  act(on, 'draftRevocation', 'proposeKeeping'),
  act(on, 'approveRevocation', 'approve'),
  act(on, 'decideRevocation', 'keep'),
];

/** Statement and hearing are waived in words. */
export const waived = (on: string): readonly ScenarioAct[] => [
  act(on, 'makeStatement', 'waive'),
  act(on, 'requestHearing', 'waive'),
];
