import { describe, expect, test } from 'vitest';
import { play, told } from '../../testing/scenario.ts';
import { informedCommitment } from './2023-12.ts';
import { scenarios } from './scenarios.ts';

describe('告知承诺许可', () => {
  test.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(informedCommitment, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending and every step is reached by some scenario', async () => {
    const endings = new Set<string | null>();
    const steps = new Set<string>();
    for (const scenario of scenarios) {
      const played = await play(informedCommitment, scenario);
      endings.add(played.case.closed);
      for (const { entries } of played.case.turns)
        for (const entry of entries) if (entry.type === 'opened') steps.add(entry.step);
    }
    expect(Object.keys(informedCommitment.endings).filter((ending) => !endings.has(ending))).toEqual([]);
    expect(Object.keys(informedCommitment.steps).filter((step) => !steps.has(step))).toEqual([]);
  });
});
