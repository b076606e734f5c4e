import { randomLife } from '@lianban/workflows/testing/random-life';
import type { SimulatedTurn } from '@lianban/workflows/drivers/simulator';
import { scenarios as commitmentScenarios } from '@lianban/workflows/procedures/informed-commitment/scenarios';
import { scenarios as permitScenarios } from '@lianban/workflows/procedures/ordinary-permit/scenarios';
import { procedures } from '@lianban/workflows/procedures/registry';
import { play, type Scenario } from '@lianban/workflows/testing/scenario';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { describe, expect, test } from 'vitest';
import { sequelOf } from './sequel.ts';

const LIVES = 1500;

/** How each settled step of a life ended and what opened in the same turn, as `step.outcome>opened`. */
function sequelsIn(turns: readonly SimulatedTurn[]): readonly string[] {
  const steps = new Map<string, string>();
  return turns.flatMap(({ row: { input }, entries }) => {
    for (const entry of entries) if (entry.type === 'opened') steps.set(entry.key, entry.step);
    if (input.kind !== 'answer' && input.kind !== 'lapse') return [];
    const ended = `${steps.get(input.duty) ?? ''}.${input.kind === 'lapse' ? 'lapsed' : input.outcome}`;
    return entries.flatMap((entry) =>
      entry.type === 'opened' && entry.kind === 'duty' ? [`${ended}>${entry.step}`] : [],
    );
  });
}

/** Lives that people made up: random ones hardly ever wait until another bureau has been silent at every level. */
const told: Readonly<Record<string, readonly Scenario[]>> = {
  'informed-commitment': commitmentScenarios,
  'ordinary-permit': permitScenarios,
};

async function lived(procedure: AnyProcedure): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  for (const scenario of told[procedure.id] ?? [])
    for (const sequel of sequelsIn((await play(procedure, scenario)).case.turns)) seen.add(sequel);
  for (let seed = 1; seed <= LIVES; seed += 1)
    for (const sequel of sequelsIn((await randomLife(procedure, seed)).turns)) seen.add(sequel);
  return seen;
}

function written({ id, edition, steps }: AnyProcedure): ReadonlySet<string> {
  const next = sequelOf(id, edition);
  return new Set(
    Object.entries(steps).flatMap(([step, { outcomes }]) =>
      [...Object.keys(outcomes), 'lapsed'].flatMap((outcome) =>
        next(step, outcome).map((following) => `${step}.${outcome}>${following}`),
      ),
    ),
  );
}

/** A ground found in one line of supervision waits until the other has ended; no button of that other line leads there. */
const isDeferredGround = (sequel: string): boolean =>
  /^(verify|checkConditions|checkRectification|decideRevocation)\.\w+>proposeNotice$/.test(sequel);

describe.each(procedures.map((procedure) => [procedure.id, procedure] as const))('%s', (_id, procedure) => {
  test('leads nowhere that the forecast does not know, and everywhere that it knows', { timeout: 30_000 }, async () => {
    const [seen, known] = [await lived(procedure), written(procedure)];
    expect([...seen].filter((sequel) => !known.has(sequel) && !isDeferredGround(sequel))).toEqual([]);
    expect([...known].filter((sequel) => !seen.has(sequel))).toEqual([]);
  });
});
