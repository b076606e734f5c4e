import { describe, expect, test } from 'vitest';
import { neverReached } from '../../testing/never-reached.ts';
import { play, told, type Scenario } from '../../testing/scenario.ts';
import { ordinaryPermitWithDeferral } from './2024-01.ts';
import { deferralEditionScenarios } from './deferral-edition-scenarios.ts';
import { deferralScenarios } from './deferral-scenarios.ts';
import { rulingScenarios } from './ruling-scenarios.ts';
import { act } from './scenario-acts.ts';

const entriesOf = async (scenario: Scenario) =>
  (await play(ordinaryPermitWithDeferral, scenario)).case.turns.flatMap(({ entries }) => entries);
const named = (scenarios: readonly Scenario[], words: string): Scenario => {
  const found = scenarios.find(({ rule }) => rule.startsWith(words));
  if (found === undefined) throw new Error(`no scenario ${words}`);
  return found;
};

describe('一般许可 with 容缺受理', () => {
  test.each(deferralEditionScenarios.map((scenario) => [scenario.rule, scenario] as const))(
    '%s',
    async (_, scenario) => {
      const played = await play(ordinaryPermitWithDeferral, scenario);
      expect(told(scenario, played.attempts)).toEqual(told(scenario));
      expect(played.case.closed).toBe(scenario.ending);
    },
  );

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(ordinaryPermitWithDeferral, deferralEditionScenarios)).toEqual({
      endings: [],
      answers: [],
    });
  });
});

describe('what is missing', () => {
  const begun = named(deferralScenarios, 'what is secondary');
  const dueOf = async (cureOn: string, item = begun.item) => {
    const keys = { missing: [item === 'otc-retail' ? 'staff-training' : 'staff-list'] };
    const acts = [
      act('2026-03-03', 'intake', 'defer', keys),
      act('2026-03-03', 'commitToCure', 'sign', { cureOn }),
      act('2026-03-03', 'acceptDeferred', 'accept'),
    ];
    const { case: life } = await play(ordinaryPermitWithDeferral, { ...begun, item, acts, ending: null });
    const [cure] = life.duties().filter(({ step }) => step === 'cure');
    return cure?.dueOn;
  };

  test('is due on the promised day, or at the end of the limit where that is earlier', async () => {
    expect(await dueOf('2026-03-10')).toBe('2026-03-10');
    // Ten working days after 3 March.
    expect(await dueOf('2026-05-10')).toBe('2026-03-17');
  });

  test('that does not come is entered into the credit file', async () => {
    const entries = await entriesOf(named(deferralScenarios, 'one thing that does not come'));
    expect(entries).toContainEqual({ type: 'breach', ground: 'cureLapsed' });
  });

  test('leaves the clock of the decision running, from the acceptance on', async () => {
    const entries = await entriesOf(begun);
    expect(entries.filter(({ type }) => type === 'clockPaused')).toEqual([]);
    expect(entries.find(({ type }) => type === 'clockStarted')).toMatchObject({
      clock: 'decision',
      startOn: '2026-03-03',
    });
  });
});

describe('a ruling', () => {
  test('has the whole limit run anew from its day, unless it sets one', async () => {
    const clockOf = async (words: string) =>
      (await entriesOf(named(rulingScenarios, words))).find(
        (entry) => entry.type === 'clockStarted' && entry.clock === 'decision',
      );
    expect(await clockOf('what was set aside')).toMatchObject({ startOn: '2026-05-06', limit: { workingDays: 20 } });
    expect(await clockOf('whoever drafts again')).toMatchObject({
      startOn: '2026-05-06',
      limit: { until: '2026-05-20' },
    });
  });

  test('stands beside the draft that is to be made again', async () => {
    const entries = await entriesOf(named(rulingScenarios, 'what was set aside'));
    expect(entries.find((entry) => entry.type === 'opened' && entry.step === 'redraft')).toMatchObject({
      about: { key: 'barred', title: { zh: '不得再用：场所面积不足' } },
    });
  });
});

test('a refusal because of a false application bars another for the year of the rule table (许可法78)', async () => {
  const entries = await entriesOf(named(deferralEditionScenarios, 'falsity that is confirmed before the seal'));
  expect(entries).toContainEqual({ type: 'breach', ground: 'falseApplication', bar: { months: 12 } });
});

test('a suspicion that was cleared enters nothing', async () => {
  const cleared = deferralEditionScenarios.filter(({ acts }) => acts.some(({ outcome }) => outcome === 'cleared'));
  expect(cleared.length).toBeGreaterThan(0);
  for (const scenario of cleared) {
    const entries = await entriesOf(scenario);
    expect(entries.some((entry) => entry.type === 'breach')).toBe(false);
  }
});
