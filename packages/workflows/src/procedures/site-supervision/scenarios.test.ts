import { describe, expect, test } from 'vitest';
import { neverReached } from '../../testing/never-reached.ts';
import { play, told } from '../../testing/scenario.ts';
import { siteSupervision } from './2024-05.ts';
import { scenarios } from './scenarios.ts';

describe('厂外车间属地监管通报', () => {
  test.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(siteSupervision, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(siteSupervision, scenarios)).toEqual({ endings: [], answers: [] });
  });
});
