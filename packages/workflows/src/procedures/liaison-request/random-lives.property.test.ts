import { expect, test } from 'vitest';
import type { SimulatedTurn } from '../../drivers/simulator.ts';
import { randomLife } from '../../testing/random-life.ts';
import { assistanceSteps } from '../building-blocks/assistance.ts';
import { liaisonRequest } from './2024-10.ts';

const LIVES = 900;

/** What was answered in a life, in order. */
function answersIn(turns: readonly SimulatedTurn[]): readonly string[] {
  const steps = new Map<string, string>();
  return turns.flatMap(({ entries }) =>
    entries.flatMap((entry) => {
      if (entry.type === 'opened') steps.set(entry.key, entry.step);
      return entry.type === 'settled' ? [`${steps.get(entry.key) ?? ''} ${entry.outcome}`] : [];
    }),
  );
}

test(
  'whatever people do or leave undone, a request is returned twice at most and never answered without its head',
  { timeout: 90_000 },
  async () => {
    const endings = new Set<string>();
    const used = new Set<string>();
    for (let seed = 1; seed <= LIVES; seed += 1) {
      const life = await randomLife(liaisonRequest, seed, { steps: 200 });
      const answers = answersIn(life.turns);
      const times = (wanted: string): number => answers.filter((one) => one === wanted).length;
      expect(times('signTransfer reject'), `seed ${seed}`).toBeLessThanOrEqual(2);
      expect(times('giveReply reply'), `seed ${seed}`).toBeLessThanOrEqual(times('approveReply approve'));
      for (const [at, answer] of answers.entries())
        if (answer === 'giveReply reply')
          expect(answers.slice(0, at).findLast((one) => /^(approveReply|handle proposeReply)/.test(one))).toBe(
            'approveReply approve',
          );
      const unhappy = times('rate dissatisfied') + times('recordRating dissatisfied');
      expect(unhappy, `seed ${seed}`).toBeLessThanOrEqual(2);
      for (const answer of answers) used.add(answer);
      if (life.closed !== null) {
        endings.add(life.closed);
        expect(life.duties(), `seed ${seed}`).toEqual([]);
      }
    }
    expect([...endings].sort()).toEqual(Object.keys(liaisonRequest.endings).sort());
    const buttons = Object.entries(liaisonRequest.steps).flatMap(([step, { outcomes }]) =>
      Object.keys(outcomes).map((outcome) => `${step} ${outcome}`),
    );
    // Waiting for the other bureau is too rare here for every answer at every level; the lives of the scenarios give them all.
    const rare = new Set(Object.keys(assistanceSteps));
    expect(buttons.filter((button) => !used.has(button) && !rare.has(button.split(' ')[0] ?? ''))).toEqual([]);
  },
);
