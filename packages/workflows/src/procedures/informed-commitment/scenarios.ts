import type { Scenario } from '../../testing/scenario.ts';
import { conditionsScenarios } from './conditions-scenarios.ts';
import { cooperationScenarios } from './cooperation-scenarios.ts';
import { grantingScenarios } from './granting-scenarios.ts';
import { retractionScenarios } from './retraction-scenarios.ts';
import { revocationScenarios } from './revocation-scenarios.ts';
import { supervisionScenarios } from './supervision-scenarios.ts';

/** Lives of cases under 告知承诺许可, each showing one rule. Played on every driver. */
export const scenarios: readonly Scenario[] = [
  ...grantingScenarios,
  ...supervisionScenarios,
  ...conditionsScenarios,
  ...revocationScenarios,
  ...cooperationScenarios,
  ...retractionScenarios,
];
