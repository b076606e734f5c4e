import { civilDate } from '@lianban/domain/civil-date';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLedger } from '../../kernel/fold.ts';
import { neverReached } from '../../testing/never-reached.ts';
import { randomLife } from '../../testing/random-life.ts';
import { play, publishedCalendar, told } from '../../testing/scenario.ts';
import { registrationVerification } from './2023-07.ts';
import { scenarios } from './scenarios.ts';

const [joint] = scenarios;
const after = async (acts: number) => {
  if (joint === undefined) throw new Error('no such life');
  return (await play(registrationVerification, { ...joint, acts: joint.acts.slice(0, acts) })).case;
};

describe('药品注册核查与上市前检查并行', () => {
  test.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(registrationVerification, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(registrationVerification, scenarios)).toEqual({ endings: [], answers: [] });
  });

  test('the verification is due when the message says, the inspection when the plan does', async () => {
    const life = await after(5);
    expect(life.dueOn('verification/recordVerification')).toBe(civilDate('2026-09-30'));
    expect(life.dueOn('inspection/inspect')).toBe(civilDate('2026-05-29'));
  });

  test('the review of the nation counts two hundred working days from its acceptance', async () => {
    const due = (await after(1)).dueOn('clock:nationalReview');
    expect(publishedCalendar.workingDaysBetween(civilDate('2026-02-10'), due ?? expect.fail())).toBe(200);
  });

  test('random lives end, are decided on only once both results are there, and fold again to the same state', () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const life = await randomLife(registrationVerification, seed);
        const entries = life.turns.flatMap((turn) => turn.entries);
        const decided = entries.findIndex((entry) => entry.type === 'opened' && entry.step === 'recordApproval');
        const sent = entries.findIndex((entry) => entry.type === 'settled' && entry.key.endsWith('/sendResult'));
        if (decided >= 0) expect(sent).toBeGreaterThan(-1);
        if (decided >= 0) expect(sent).toBeLessThan(decided);
        if (life.closed === null) expect(life.duties().some(({ kind }) => kind === 'duty')).toBe(true);
        const kernel = await foldLedger(
          registrationVerification,
          life.turns.map(({ row }) => row),
        );
        expect(kernel.closed).toBe(life.closed);
      }),
      { numRuns: 300 },
    ));
});
