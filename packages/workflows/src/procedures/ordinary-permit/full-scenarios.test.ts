import { describe, expect, test } from 'vitest';
import { play, told } from '../../testing/scenario.ts';
import { neverReached } from '../../testing/never-reached.ts';
import { ordinaryPermitInFull } from './2023-07.ts';
import { fullScenarios } from './full-scenarios.ts';

describe('一般许可 in full', () => {
  test.each(fullScenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(ordinaryPermitInFull, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(ordinaryPermitInFull, fullScenarios)).toEqual({ endings: [], answers: [] });
  });
});
