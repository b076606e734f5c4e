import { describe, expect, test } from 'vitest';
import { neverReached } from '../../testing/never-reached.ts';
import { play, told } from '../../testing/scenario.ts';
import { quarterlyLedger } from './2024-10.ts';
import { call, scenarios, thirdQuarter } from './scenarios.ts';

describe('季度台账', () => {
  test.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(quarterlyLedger, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(quarterlyLedger, scenarios)).toEqual({ endings: [], answers: [] });
  });

  test.each([
    ['2026-03-01', '2026-03-20'],
    ['2026-06-01', '2026-06-18'],
    ['2026-09-01', '2026-09-20'],
    ['2026-12-01', '2026-12-18'],
  ])('opened on %s it is due on %s: the 20th, or the working day before it (五、（三）)', async (receivedOn, due) => {
    const { case: life } = await play(quarterlyLedger, {
      ...thirdQuarter,
      rule: '',
      ending: null,
      acts: [],
      receivedOn,
    });
    const days = life.duties().flatMap(({ key, step }) => (step === 'compile' ? [life.dueOn(key)] : []));
    expect(days).toEqual([due, due]);
  });

  test('each region hands in by its own officer, is checked by its own head, and hears when it is late', async () => {
    const { case: life } = await play(quarterlyLedger, {
      ...thirdQuarter,
      rule: '',
      ending: null,
      acts: [],
      until: '2026-09-22',
    });
    const entries = life.turns.flatMap((turn) => turn.entries);
    expect(entries.flatMap((entry) => (entry.type === 'told' ? [[entry.unit, entry.role]] : []))).toEqual([
      ['cq-review-centre', 'RLO'],
      ['cq-review-centre', 'SEC'],
      ['cq-inspectorate-2', 'RLO'],
      ['cq-inspectorate-2', 'SEC'],
    ]);
  });

  test('an ad-hoc meeting is due on the day it is called for; every unit called hears of it once, and again when it is put off', async () => {
    const { case: life } = await play(quarterlyLedger, {
      ...thirdQuarter,
      rule: '',
      ending: null,
      acts: [
        { on: '2026-09-22', step: 'collect', outcome: 'goOn' },
        { on: '2026-09-22', step: 'summarise', outcome: 'callMeeting', flow: call('2026-09-23') },
        { on: '2026-09-22', step: 'holdMeeting', outcome: 'postpone', flow: { meetingOn: '2026-09-24' } },
      ],
    });
    const entries = life.turns.flatMap((turn) => turn.entries);
    expect(life.dueOn('holdMeeting#2')).toBe('2026-09-24');
    const units = ['cq-review-centre', 'cq-inspectorate-2'];
    const toldOf = (notice: string) => units.flatMap((unit) => ['RLO', 'SEC'].map((role) => [notice, unit, role]));
    expect(
      entries.flatMap((entry) =>
        entry.type === 'told' && entry.notice !== 'ledgerLate' ? [[entry.notice, entry.unit, entry.role]] : [],
      ),
    ).toEqual([...toldOf('meetingCalled'), ...toldOf('meetingPostponed')]);
  });
});
