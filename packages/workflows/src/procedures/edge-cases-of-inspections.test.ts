import { civilDate } from '@lianban/domain/civil-date';
import { describe, expect, test } from 'vitest';
import type { Simulator } from '../drivers/simulator.ts';
import { play, publishedCalendar, type Scenario } from '../testing/scenario.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { inspectionTask } from './inspection-task/2023-07.ts';
import { scenarios as inspections } from './inspection-task/scenarios.ts';
import { rectification } from './rectification/2023-07.ts';
import { scenarios as rectifications } from './rectification/scenarios.ts';

// By the numbers that the specification gives to edge cases: defects and their rectification.
const named = (scenarios: readonly Scenario[], words: string): Scenario =>
  scenarios.find(({ rule }) => rule.startsWith(words)) ?? expect.fail(`no scenario ${words}`);
const upTo = async (procedure: AnyProcedure, scenario: Scenario, step: string): Promise<Simulator> => {
  const acts = scenario.acts.slice(0, scenario.acts.findIndex((act) => act.step === step) + 1);
  return (await play(procedure, { ...scenario, acts })).case;
};

describe('a severe defect', () => {
  const critical = named(inspections, 'a critical defect');

  test('edge case 20: fails the inspection unless whoever dispatched it lowers its grade', async () => {
    const life = await upTo(inspectionTask, critical, 'inspectDrug');
    const key = life.duties().find(({ step }) => step === 'auditReport')?.key ?? expect.fail('no audit');
    expect(['uphold', 'regrade'].map((outcome) => life.takes(key, 'auditReport', outcome))).toEqual([false, true]);
  });

  test('edge case 20: that is a hazard is assessed within three days of being told', async () => {
    const life = await upTo(inspectionTask, named(inspections, 'a risk to quality'), 'reportRisk');
    const key = life.duties().find(({ step }) => step === 'assessRisk')?.key ?? '';
    expect(life.dueOn(key)).toBe('2026-03-20');
  });

  test('edge case 21: whose grade is changed is told in writing again', () => {
    const { regrade } = inspectionTask.steps.auditReport.outcomes;
    expect(regrade.documents).toContain('defectList');
  });
});

describe('a rectification', () => {
  test('edge case 21: of defects that were issued again has ten working days more', async () => {
    const plain = (await play(rectification, { ...named(rectifications, 'a report that is accepted'), acts: [] })).case;
    const again = (await play(rectification, { ...named(rectifications, 'defects that were issued again'), acts: [] }))
      .case;
    const due = (life: Simulator) => civilDate(life.dueOn('rectify') ?? expect.fail('no day'));
    expect(publishedCalendar.workingDaysBetween(due(plain), due(again))).toBe(10);
  });

  test('edge case 22: that is possible in part only has a day of its own for each thing planned', async () => {
    const planned = named(rectifications, 'what is planned for later');
    const life = await upTo(rectification, planned, 'reviewRectification');
    const days = life.duties().flatMap(({ key, kind }) => (kind === 'duty' ? [life.dueOn(key)] : []));
    expect(days.sort()).toEqual(['2026-06-30', '2026-07-31']);
  });
});
