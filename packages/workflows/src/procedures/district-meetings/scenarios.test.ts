import { describe, expect, test } from 'vitest';
import { neverReached } from '../../testing/never-reached.ts';
import { play, told, type Scenario } from '../../testing/scenario.ts';
import { districtMeetings } from './2024-10.ts';
import { scenarios, year2026 } from './scenarios.ts';

/** A year in which only these acts were done, as it stands on a day. */
const livedUntil = async (until: string, differing: Partial<Scenario> = {}) =>
  (await play(districtMeetings, { ...year2026, rule: '', ending: null, acts: [], until, ...differing })).case;
type Life = Awaited<ReturnType<typeof livedUntil>>;

const toldIn = (life: Life) =>
  life.turns
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.type === 'told' ? [`${entry.notice} ${String(entry.unit)} ${entry.role}`] : []));

const metBoth: Scenario['acts'] = ['500113', '500101'].map((code) => ({
  ...{ on: '2026-04-01', step: 'meetLeaders', outcome: 'held', duty: `followYear/district${code}/meetLeaders` },
}));

describe('区县领导年度沟通', () => {
  test.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(districtMeetings, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(districtMeetings, scenarios)).toEqual({ endings: [], answers: [] });
  });

  test('each district is owed by the officer of its own unit, by the last working day of the year', async () => {
    const life = await livedUntil('2026-01-06');
    const owed = life.turns
      .flatMap(({ entries }) => entries)
      .flatMap((entry) =>
        entry.type === 'opened' && entry.step === 'meetLeaders'
          ? [[entry.about?.title.zh, entry.unit, entry.owner, life.dueOn(entry.key)]]
          : [],
      );
    expect(owed).toEqual([
      ['巴南区', 'cq-review-centre', 'RLO', '2026-12-31'],
      ['万州区', 'cq-inspectorate-2', 'RLO', '2026-12-31'],
      ['巫溪县', 'cq-inspectorate-2', 'RLO', '2026-12-31'],
    ]);
  });

  test('a unit with a district that it has not met by the end of September is reminded, once, and no other', async () => {
    expect(toldIn(await livedUntil('2026-09-30', { acts: metBoth }))).toEqual([]);
    expect(toldIn(await livedUntil('2026-10-01'))).toEqual([
      'meetingsAwaited cq-review-centre RLO',
      'meetingsAwaited cq-review-centre SEC',
      'meetingsAwaited cq-inspectorate-2 RLO',
      'meetingsAwaited cq-inspectorate-2 SEC',
    ]);
    expect(toldIn(await livedUntil('2026-10-01', { acts: metBoth }))).toEqual([
      'meetingsAwaited cq-inspectorate-2 RLO',
      'meetingsAwaited cq-inspectorate-2 SEC',
    ]);
  });

  test('the section is owed a report that names whom nobody met; their unit hears of it, and nobody can be met any more', async () => {
    const life = await livedUntil('2027-01-01', { acts: metBoth });
    const opened = life.turns
      .flatMap(({ entries }) => entries)
      .flatMap((entry) => (entry.type === 'opened' && entry.step === 'reportMissed' ? [entry.about?.title] : []));
    expect(opened).toEqual([{ zh: '巫溪县', en: 'Wuxi' }]);
    expect(toldIn(life).slice(2)).toEqual([
      'meetingsMissed cq-inspectorate-2 RLO',
      'meetingsMissed cq-inspectorate-2 SEC',
    ]);
    expect(life.duties().map(({ step }) => step)).toEqual(['reportMissed']);
  });

  test('once every district has been met there is nobody to urge', async () => {
    const all: Scenario['acts'] = [
      ...metBoth,
      { on: '2026-04-02', step: 'meetLeaders', outcome: 'held', duty: 'followYear/district500238/meetLeaders' },
    ];
    const blocked = (life: Life) => life.duties().flatMap((duty) => (duty.step === 'urgeUnits' ? [duty.blocked] : []));
    expect([
      blocked(await livedUntil('2026-04-03', { acts: metBoth })),
      blocked(await livedUntil('2026-04-03', { acts: all })),
    ]).toEqual([[false], [true]]);
  });
});
