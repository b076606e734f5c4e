import { civilDate } from '@lianban/domain/civil-date';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLedger } from '../../kernel/fold.ts';
import { neverReached } from '../../testing/never-reached.ts';
import { randomLife } from '../../testing/random-life.ts';
import { play, publishedCalendar, told, type ScenarioAct } from '../../testing/scenario.ts';
import { act } from '../ordinary-permit/scenario-acts.ts';
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

  const begun = async (flow: Parameters<typeof act>[3], more: readonly ScenarioAct[] = []) =>
    (
      await play(registrationVerification, {
        ...{ rule: '', item: 'drug-registration-verification', receivedOn: '2026-03-02', ending: null },
        acts: [act('2026-03-10', 'recordStart', 'withVerification', flow), ...more],
      })
    ).case;
  const standard = { acceptedOn: '2026-02-10', kindOfReview: 'standard' };
  const workingDaysTo = (on: string | null | undefined) =>
    publishedCalendar.workingDaysBetween(civilDate('2026-02-10'), civilDate(on ?? expect.fail()));

  test.each([
    ['standard', 200],
    ['priority', 130],
  ])('a %s review counts %d working days from its acceptance', async (kindOfReview, days) => {
    const life = await begun({ ...standard, kindOfReview });
    expect(workingDaysTo(life.dueOn('clock:nationalReview'))).toBe(days);
    expect(workingDaysTo(life.dueOn('verification/recordVerification'))).toBe(days - 40);
  });

  test('without a day in the message the verification is due forty working days before the end of the review, the inspection five earlier', async () => {
    const unable = act('2026-03-12', 'answerCoordination', 'unable', { inspectedBefore: 'no' });
    const life = await begun(standard, [unable, act('2026-03-16', 'judgeNecessity', 'inspect')]);
    expect(workingDaysTo(life.dueOn('verification/recordVerification'))).toBe(160);
    expect(workingDaysTo(life.dueOn('inspection/inspect'))).toBe(155);
  });

  test('an acceptance on a day to come counts from today', async () => {
    const life = await begun({ ...standard, acceptedOn: '2027-01-04' });
    expect(life.turns.flatMap(({ entries }) => entries)).toContainEqual(
      expect.objectContaining({ type: 'clockStarted', clock: 'nationalReview', startOn: '2026-03-10' }),
    );
  });

  test('the decision of the nation is looked for within twenty working days of the opinion', async () => {
    const life = await after(10);
    expect(life.dueOn('recordApproval')).toBe(publishedCalendar.addWorkingDays(civilDate('2026-10-20'), 20));
  });

  test('a result that does not conform is sent on the day on which it is settled, any other within five working days', async () => {
    const sentBy = async (words: string) => {
      const life = scenarios.find(({ rule }) => rule.startsWith(words)) ?? expect.fail();
      const upTo = life.acts.findIndex(({ step }) => step === 'sendResult');
      const played = await play(registrationVerification, { ...life, acts: life.acts.slice(0, upTo) });
      return played.case.dueOn('inspection/sendResult');
    };
    expect(await sentBy('what does not conform')).toBe('2026-05-25');
    expect(await sentBy('both are made')).toBe('2026-06-01');
  });

  test('what the review centre asked for stands outside its two hundred days', async () => {
    const asked = act('2026-04-01', 'recordCentreRequest', 'record');
    const stillAsked = await begun(standard, [asked]);
    expect(stillAsked.dueOn('clock:nationalReview')).toBeNull();
    const supplied = await begun(standard, [asked, act('2026-05-29', 'recordSupplied', 'record')]);
    const paused = publishedCalendar.workingDaysBetween(civilDate('2026-04-01'), civilDate('2026-05-29'));
    expect(workingDaysTo(supplied.dueOn('clock:nationalReview'))).toBe(200 + paused);
  });

  test('random lives end, are decided on only once both results are there, and fold again to the same state', () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const life = await randomLife(registrationVerification, seed);
        const entries = life.turns.flatMap((turn) => turn.entries);
        const decided = entries.findIndex((entry) => entry.type === 'opened' && entry.step === 'recordOpinion');
        const opinion = entries.findIndex((entry) => entry.type === 'settled' && entry.key === 'recordOpinion');
        const approval = entries.findIndex((entry) => entry.type === 'opened' && entry.step === 'recordApproval');
        if (approval >= 0) expect(opinion).toBeGreaterThan(-1);
        const failed = entries.some(
          (entry) => entry.type === 'settled' && entry.key.endsWith('/assess') && entry.outcome === 'fails',
        );
        const updated = entries.some(
          (entry) => entry.type === 'settled' && entry.key === 'updateLicence' && entry.outcome === 'update',
        );
        expect(failed && updated).toBe(false);
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
