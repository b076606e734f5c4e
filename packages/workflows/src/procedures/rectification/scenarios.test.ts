import { civilDate } from '@lianban/domain/civil-date';
import { describe, expect, test } from 'vitest';
import { neverReached } from '../../testing/never-reached.ts';
import { play, told } from '../../testing/scenario.ts';
import { rectification } from './2023-07.ts';
import { scenarios } from './scenarios.ts';

describe('整改', () => {
  test.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(rectification, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(rectification, scenarios)).toEqual({ endings: [], answers: [] });
  });

  test.each([
    ['the report, thirty working days after the inspection', 0, 'rectify', '2026-05-06'],
    ['the report, with ten working days more', 2, 'rectify', '2026-05-19'],
  ])('%s', async (_, acts, step, day) => {
    const longer = scenarios.find(({ rule }) => rule.startsWith('the limit is lengthened'));
    if (longer === undefined) throw new Error('no such life');
    const { case: life } = await play(rectification, { ...longer, acts: longer.acts.slice(0, acts), ending: null });
    expect(life.dueOn(step)).toBe(civilDate(day));
  });

  test.each([
    [0, '2026-05-19'],
    [2, '2026-06-02'],
  ])('defects issued again: the report, after %d acts on its limit', async (acts, day) => {
    const reissued = scenarios.find(({ rule }) => rule.startsWith('defects that were issued again'));
    if (reissued === undefined) throw new Error('no such life');
    const { case: life } = await play(rectification, { ...reissued, acts: reissued.acts.slice(0, acts), ending: null });
    expect(life.dueOn('rectify')).toBe(civilDate(day));
  });

  test('each planned day names its defect and ends by itself', async () => {
    const planned = scenarios.find(({ rule }) => rule.startsWith('what is planned for later'));
    if (planned === undefined) throw new Error('no such life');
    const { case: life } = await play(rectification, { ...planned, acts: planned.acts.slice(0, 2), ending: null });
    const opened = life.turns.flatMap(({ entries }) => entries).filter((entry) => entry.type === 'opened');
    const titles = opened.flatMap(({ step, about }) => (step === 'completePlanned' ? [about?.title.zh] : []));
    expect(titles).toEqual(['缺陷 1', '缺陷 2']);
    expect(['planned-0', 'planned-1'].map((line) => life.dueOn(`${line}/completePlanned`))).toEqual([
      '2026-06-30',
      '2026-07-31',
    ]);
  });

  test('the review counts twenty working days from the report, without the explanation that was asked for', async () => {
    const explained = scenarios.find(({ rule }) => rule.startsWith('further explanation'));
    if (explained === undefined) throw new Error('no such life');
    const at = async (acts: number): Promise<string | null> => {
      const { case: life } = await play(rectification, {
        ...explained,
        acts: explained.acts.slice(0, acts),
        ending: null,
      });
      return life.dueOn('clock:evaluation');
    };
    expect(await at(3)).toBe(civilDate('2026-05-22'));
    expect(await at(4)).toBeNull();
    expect(await at(5)).toBe(civilDate('2026-05-29'));
  });
});
