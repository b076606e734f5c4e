import { describe, expect, test } from 'vitest';
import { play, told } from '../../testing/scenario.ts';
import { ordinaryPermit } from './2019-04.ts';
import { scenarios } from './scenarios.ts';

describe('一般许可', () => {
  test.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(ordinaryPermit, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending and every step is reached by some scenario', async () => {
    const endings = new Set<string | null>();
    const steps = new Set<string>();
    for (const scenario of scenarios) {
      const { case: life } = await play(ordinaryPermit, scenario);
      endings.add(life.closed);
      for (const { entries } of life.turns)
        for (const entry of entries) if (entry.type === 'opened') steps.add(entry.step);
    }
    expect(Object.keys(ordinaryPermit.endings).filter((ending) => !endings.has(ending))).toEqual([]);
    expect(Object.keys(ordinaryPermit.steps).filter((step) => !steps.has(step))).toEqual([]);
  });
});
