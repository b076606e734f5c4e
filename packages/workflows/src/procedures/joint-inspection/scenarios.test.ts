import { describe, expect, test } from 'vitest';
import { neverReached } from '../../testing/never-reached.ts';
import { play, told } from '../../testing/scenario.ts';
import { jointInspection } from './2024-05.ts';
import { scenarios, shortList } from './scenarios.ts';

describe('联合检查', () => {
  test.each([...scenarios, shortList].map((scenario) => [scenario.rule, scenario] as const))(
    '%s',
    async (_, scenario) => {
      const played = await play(jointInspection, scenario);
      expect(told(scenario, played.attempts)).toEqual(told(scenario));
      expect(played.case.closed).toBe(scenario.ending);
    },
  );

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(jointInspection, scenarios)).toEqual({ endings: [], answers: [] });
  });
});
