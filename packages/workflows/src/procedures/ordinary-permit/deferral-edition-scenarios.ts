import type { Scenario } from '../../testing/scenario.ts';
import { deferralScenarios } from './deferral-scenarios.ts';
import { fullScenarios } from './full-scenarios.ts';
import { rulingScenarios } from './ruling-scenarios.ts';

/** An announcement is no service yet in this edition. */
const isAnnounced = ({ acts }: Scenario): boolean =>
  acts.some(({ outcome, refused }) => outcome === 'announced' && refused === undefined);

/** Lives of cases under edition 2024-01: those of the edition before that go the same way, and its own. */
export const deferralEditionScenarios: readonly Scenario[] = [
  ...fullScenarios.filter((scenario) => !isAnnounced(scenario)),
  ...deferralScenarios,
  ...rulingScenarios,
];
