import { civilDate } from '@lianban/domain/civil-date';
import { describe, expect, test } from 'vitest';
import { neverReached } from '../../testing/never-reached.ts';
import { play, told } from '../../testing/scenario.ts';
import { defectsOf } from '../ordinary-permit/scenario-acts.ts';
import { inspectionTask } from './2023-07.ts';
import { scenarios } from './scenarios.ts';

describe('检查任务', () => {
  test.each(scenarios.map((scenario) => [scenario.rule, scenario] as const))('%s', async (_, scenario) => {
    const played = await play(inspectionTask, scenario);
    expect(told(scenario, played.attempts)).toEqual(told(scenario));
    expect(played.case.closed).toBe(scenario.ending);
  });

  test('every ending, every button and every silence is reached by some scenario', async () => {
    expect(await neverReached(inspectionTask, scenarios)).toEqual({ endings: [], answers: [] });
  });

  test('reports the defects as they stand after the audit, the day on which it ended, and whether they were issued again', async () => {
    const regraded = scenarios.find(({ ending, item }) => ending === 'toRectify' && item === 'drug-production-licence');
    if (regraded === undefined) throw new Error('no such life');
    const { case: life } = await play(inspectionTask, regraded);
    expect(life.turns.at(-1)?.entries.at(-1)).toEqual({
      ...{ type: 'closed', outcome: 'toRectify' },
      result: { ...defectsOf('major'), endedOn: '2026-03-23', reissued: true },
    });
  });

  test('is planned and made within thirty working days for drugs, audited within fifteen of the report (药品检查管理办法33)', async () => {
    const [whole] = scenarios;
    if (whole === undefined) throw new Error('no life');
    const at = async (acts: number): Promise<readonly (string | null)[]> => {
      const { case: life } = await play(inspectionTask, { ...whole, acts: whole.acts.slice(0, acts), ending: null });
      return life.duties().flatMap(({ key, kind }) => (kind === 'duty' ? [life.dueOn(key)] : []));
    };
    expect(await at(1)).toEqual([civilDate('2026-04-14')]);
    expect(await at(4)).toEqual([civilDate('2026-04-09')]);
  });
});
