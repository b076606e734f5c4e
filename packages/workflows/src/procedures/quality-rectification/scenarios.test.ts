import { describe, expect, test } from 'vitest';
import { neverReached } from '../../testing/never-reached.ts';
import { play, told } from '../../testing/scenario.ts';
import { qualityRectification } from './2022-03.ts';
import { scenarios } from './scenarios.ts';

const [passing, , overdue] = scenarios;

describe('体系核查整改', () => {
  test.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(qualityRectification, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(qualityRectification, scenarios)).toEqual({ endings: [], answers: [] });
  });

  test.each([
    ['six months from the end of the visit', 0, 'rectifyQuality', '2026-10-20'],
    ['thirty working days from the report', 1, 'recheckQuality', '2026-11-05'],
    ['ten working days from the re-check', 2, 'tellResult', '2026-11-03'],
  ])('%s', async (_, acts, step, day) => {
    if (passing === undefined) throw new Error('no such life');
    const { case: life } = await play(qualityRectification, { ...passing, acts: passing.acts.slice(0, acts) });
    expect(life.dueOn(step)).toBe(day);
  });

  test('what is overdue is entered in the credit file', async () => {
    if (overdue === undefined) throw new Error('no such life');
    const { case: life } = await play(qualityRectification, overdue);
    expect(life.turns.at(-1)?.entries).toContainEqual({ type: 'breach', ground: 'rectificationOverdue' });
  });
});
