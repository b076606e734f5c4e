import { describe, expect, test } from 'vitest';
import { neverReached } from '../../testing/never-reached.ts';
import { play, told } from '../../testing/scenario.ts';
import { parallelRegistrationLicensing } from './2022-03.ts';
import { scenarios } from './scenarios.ts';

describe('并联审批', () => {
  test.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(parallelRegistrationLicensing, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(parallelRegistrationLicensing, scenarios)).toEqual({ endings: [], answers: [] });
  });
});
