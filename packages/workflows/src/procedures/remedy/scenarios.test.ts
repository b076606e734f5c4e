import { describe, expect, test } from 'vitest';
import { neverReached } from '../../testing/never-reached.ts';
import { play, told } from '../../testing/scenario.ts';
import { currentEditionOf } from '../registry.ts';
import { mayBeContested, mayBeRepeated, takenUpFrom } from '@lianban/domain/contestable';
import { remedy } from './2024-01.ts';
import { remedyScenarios } from './scenarios.ts';

const scenarioOf = (words: string) => {
  const found = remedyScenarios.find(({ rule }) => rule.startsWith(words));
  if (found === undefined) throw new Error(`no scenario ${words}`);
  return found;
};
const entriesOf = async (words: string) =>
  (await play(remedy, scenarioOf(words))).case.turns.flatMap(({ entries }) => entries);

describe('复议、诉讼', () => {
  test.each(remedyScenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(remedy, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(remedy, remedyScenarios)).toEqual({ endings: [], answers: [] });
  });
});

describe('the matter is taken up again', () => {
  const transferred = async (words: string) => (await entriesOf(words)).find((entry) => entry.type === 'transferred');

  test('at the decision, without the grounds that were set aside, with the whole limit from the receipt of the ruling', async () => {
    expect(await transferred('what was set aside')).toEqual({
      ...{ type: 'transferred', procedure: 'ordinary-permit', acceptedOn: '2026-05-29', falsitySuspected: false },
      ruling: { from: 'decision', on: '2026-05-29', until: null, barred: '场所面积不足' },
    });
  });

  test('at the step that was not performed, by the day that the ruling sets', async () => {
    expect(await transferred('an order to perform')).toMatchObject({
      acceptedOn: null,
      ruling: { from: 'intake', until: '2026-06-30' },
    });
  });

  test('at the service of what the ruling granted', async () => {
    expect(await transferred('a change that grants')).toMatchObject({ ruling: { from: 'service', on: '2026-06-01' } });
  });

  test('and nowhere where the decision stands', async () => {
    for (const words of ['a decision that is upheld', 'a remedy that is withdrawn', 'what was found unlawful'])
      expect(await transferred(words)).toBeUndefined();
  });
});

describe('the limit of the ruling', () => {
  const extendedIn = async (words: string) => (await entriesOf(words)).filter(({ type }) => type === 'extended');
  const limitIn = async (words: string) =>
    (await entriesOf(words)).find((entry) => entry.type === 'opened' && entry.step === 'awaitRuling');

  test('is that of reconsideration in the ordinary or the simplified way, or of a lawsuit', async () => {
    expect(await limitIn('a decision that is upheld')).toMatchObject({
      limit: { calendarDays: 60 },
      startOn: '2026-04-08',
    });
    expect(await limitIn('a simplified')).toMatchObject({ limit: { calendarDays: 30 } });
    expect(await limitIn('a lawsuit')).toMatchObject({ limit: { months: 6 } });
  });

  test('is lengthened by thirty days at most', async () => {
    expect(await extendedIn('a reconsideration is lengthened')).toEqual([
      { type: 'extended', key: 'awaitRuling', rule: 'reconsider.decide.extend', limit: { calendarDays: 30 } },
    ]);
  });
});

test('a paper that says it arrived on a day to come counts as arrived today', async () => {
  const base = scenarioOf('a decision that is upheld');
  const acts = [
    { on: '2026-04-09', step: 'registerRemedy', outcome: 'admitted', flow: { arrivedOn: '2026-12-31' } },
    { on: '2026-04-15', step: 'answerReconsideration', outcome: 'file' },
  ];
  const { case: life } = await play(remedy, { ...base, acts, ending: null });
  const opened = life.turns
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.type === 'opened' && entry.step === 'awaitRuling');
  expect(opened).toMatchObject({ startOn: '2026-04-09' });
});

describe('decisions that may be contested', () => {
  test('are endings of the procedures', () => {
    for (const id of ['ordinary-permit', 'informed-commitment']) {
      const endings = Object.keys(currentEditionOf(id)?.endings ?? {});
      const contested = endings.filter((ending) => mayBeContested(id, ending));
      expect(contested.length).toBeGreaterThan(4);
      expect(contested).toContain('refused');
    }
  });

  test('are not what applicants gave up themselves, nor what only goes on elsewhere', () => {
    expect(mayBeContested('ordinary-permit', 'withdrawn')).toBe(false);
    expect(mayBeContested('informed-commitment', 'converted')).toBe(false);
    expect(mayBeContested('inspection-task', 'fails')).toBe(false);
  });

  test('are taken up where they were made', () => {
    expect(takenUpFrom('ordinary-permit', 'refused')).toBe('decision');
    expect(takenUpFrom('ordinary-permit', 'notAccepted')).toBe('intake');
    expect(takenUpFrom('informed-commitment', 'refused')).toBe('examination');
    expect(mayBeRepeated('informed-commitment', 'revoked')).toBe(false);
  });
});
