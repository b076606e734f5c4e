import { civilDate } from '@lianban/domain/civil-date';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parentEndedInput } from '../../testing/ledger.ts';
import { neverReached } from '../../testing/never-reached.ts';
import { randomLife } from '../../testing/random-life.ts';
import { morningOf, play, told } from '../../testing/scenario.ts';
import { assistanceRequest } from './2021-07.ts';
import { scenarios } from './scenarios.ts';

const [whole] = scenarios;
if (whole === undefined) throw new Error('no life');

describe('跨省协查（协助方）', () => {
  test.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(assistanceRequest, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending but the recall, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(assistanceRequest, scenarios)).toEqual({ endings: [], answers: [] });
  });

  test('is looked into and answered within fifteen working days from receipt, signed for within one, assigned within two', async () => {
    const dueAfter = async (acts: number): Promise<readonly (string | null)[]> => {
      const { case: life } = await play(assistanceRequest, { ...whole, acts: whole.acts.slice(0, acts), ending: null });
      return life.duties().map(({ key }) => life.dueOn(key));
    };
    expect(await dueAfter(0)).toEqual([civilDate('2026-03-03')]);
    expect(await dueAfter(1)).toEqual([civilDate('2026-03-04')]);
    expect(await dueAfter(2)).toEqual([civilDate('2026-03-23')]);
    expect(await dueAfter(3)).toEqual([civilDate('2026-03-23')]);
  });

  test('answers with what was found and nothing else', async () => {
    const { case: life } = await play(assistanceRequest, whole);
    expect(life.turns.at(-1)?.entries.filter(({ type }) => type === 'letter')).toEqual([
      {
        ...{ type: 'letter', sequence: 1, kind: 'reply', outcome: 'replied', closes: true },
        flow: { statement: '经核查，供货方具有资质，票据属实。' },
      },
    ]);
  });

  test('ends when the letter is recalled', async () => {
    const { case: life } = await play(assistanceRequest, { ...whole, acts: whole.acts.slice(0, 2), ending: null });
    await life.submit(parentEndedInput(morningOf('2026-03-10')));
    expect(life.closed).toBe('discontinued');
  });

  test('whatever people do, it ends with exactly one closing answer', async () => {
    let ended = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100_000 }), async (seed) => {
        const life = await randomLife(assistanceRequest, seed, { opening: { ...whole.opening } });
        const replies = life.turns.flatMap(({ entries }) =>
          entries.flatMap((entry) => (entry.type === 'letter' && entry.kind === 'reply' ? [entry.closes] : [])),
        );
        expect(replies.filter(Boolean)).toHaveLength(life.closed === null ? 0 : 1);
        expect(replies.length).toBeLessThanOrEqual(2);
        if (life.closed !== null) ended += 1;
      }),
      { numRuns: 200 },
    );
    expect(ended).toBeGreaterThan(100);
  });
});
