import { Runner } from '@lianban/workflows/kernel/runner';
import { barredBy } from '@lianban/workflows/procedures/separation';
import { currentEditionOf } from '@lianban/workflows/procedures/registry';
import type { Driving } from './past-case.ts';

/** The released procedures on the real runner, without an engine. */
export const driving: Driving = {
  procedureOf: (id) => {
    const procedure = currentEditionOf(id);
    if (procedure === undefined) throw new RangeError(`no procedure ${id}`);
    return procedure;
  },
  runnerFor: (procedure, caseId, host) => new Runner(procedure, caseId, host),
  barredFrom: ({ steps }, step) => (steps[step] === undefined ? [] : barredBy(steps[step])),
};
