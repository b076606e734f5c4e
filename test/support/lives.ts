import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { scenarios as commitmentScenarios } from '@lianban/workflows/procedures/informed-commitment/scenarios';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { scenarios as permitScenarios } from '@lianban/workflows/procedures/ordinary-permit/scenarios';
import type { Scenario } from '@lianban/workflows/testing/scenario';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';

/** Every released procedure with the lives that show its rules. */
export const lives: readonly { readonly procedure: AnyProcedure; readonly scenarios: readonly Scenario[] }[] = [
  { procedure: informedCommitment, scenarios: commitmentScenarios },
  { procedure: ordinaryPermit, scenarios: permitScenarios },
];
