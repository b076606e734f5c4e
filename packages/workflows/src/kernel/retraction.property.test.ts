import fc from 'fast-check';
import type { FlowValues } from '@lianban/domain/field';
import { describe, expect, test } from 'vitest';
import type { SimulatedDuty, Simulator } from '../drivers/simulator.ts';
import { procedures } from '../procedures/registry.ts';
import { randomFlow, randomLife, seeded } from '../testing/random-life.ts';
import { fold, foldLedger, retractedIn } from './fold.ts';
import type { Kernel } from './kernel.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { RefusedInput } from './runner.ts';
import type { Row } from './turn.ts';

const rowsOf = (life: Simulator): readonly Row[] => life.turns.map(({ row }) => row);

/** The same as the kernel has it. */
const openIn = (kernel: Kernel) =>
  kernel
    .openDuties()
    .map(({ key, step, kind, blocked, without }) => ({ key, step, kind, blocked: blocked?.zh, without }))
    .sort((a, b) => a.key.localeCompare(b.key));

/** What is open and until when, in an order that does not depend on when it was opened again. */
const standing = (life: Simulator): readonly SimulatedDuty[] =>
  life
    .duties()
    .map((duty) => ({ ...duty, dueOn: life.dueOn(duty.key) }))
    .sort((a, b) => a.key.localeCompare(b.key));

/** Takes the act of that row back; whether the case took it. */
async function takesBack(life: Simulator, { version, input }: Row): Promise<boolean> {
  if (input.kind !== 'answer') return false;
  const { by, duty } = input;
  try {
    await life.submit({ kind: 'retract', requestId: `retract:${version}`, at: life.now, by, duty, version });
    return true;
  } catch (failure) {
    if (!(failure instanceof RefusedInput)) throw failure;
    return false;
  }
}

/** What the form of the button asks for a flow, filled in. */
function flowOf(
  procedure: AnyProcedure,
  life: Simulator,
  act: { readonly step: string; readonly outcome: string },
): FlowValues {
  const form = procedure.steps[act.step]?.outcomes[act.outcome]?.form ?? [];
  return randomFlow(form, life, seeded(1));
}

/** How many acts were taken back in all these lives: where nearly every act makes a paper or stops a clock, a hundred lives may hold none. */
let taken = 0;

describe.each(procedures)('in every life under $id $edition', { timeout: 30_000 }, (procedure) => {
  test('an act that is taken back at once leaves the case as it was before, every last day too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer({ min: 0, max: 30 }), fc.nat(), async (seed, steps, pick) => {
        const life = await randomLife(procedure, seed, { steps });
        if (life.closed !== null) return;
        const acts = life
          .duties()
          .filter(({ kind }) => kind === 'duty')
          .flatMap(({ key, step }) =>
            Object.keys(procedure.steps[step]?.outcomes ?? {})
              .filter((outcome) => life.takes(key, step, outcome))
              .map((outcome) => ({ key, step, outcome })),
          );
        const act = acts[pick % Math.max(1, acts.length)];
        if (act === undefined) return;
        const before = standing(life);
        await life.answerDuty(act.key, act.step, act.outcome, { flow: flowOf(procedure, life, act) });
        const done = life.turns.at(-1)?.row;
        if (done === undefined || !(await takesBack(life, done))) return;
        taken += 1;
        expect(standing(life)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  test('an act that is taken back later leaves the case that the other rows make, with the days that they gave', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer({ min: 3, max: 60 }), async (seed, steps) => {
        const life = await randomLife(procedure, seed, { steps });
        if (life.closed !== null) return;
        for (const row of rowsOf(life)) {
          const before = rowsOf(life);
          const days = new Map(standing(life).map(({ key, dueOn }) => [key, dueOn]));
          if (!(await takesBack(life, row))) continue;
          taken += 1;
          const without = await fold(procedure, before, new Set([...retractedIn(before), row.version]));
          expect(openIn(await foldLedger(procedure, rowsOf(life)))).toEqual(openIn(without.kernel));
          for (const { key, dueOn } of standing(life)) if (days.has(key)) expect(dueOn).toBe(days.get(key));
        }
      }),
      { numRuns: 120 },
    );
  });
});

test('such acts were met', () => {
  expect(taken).toBeGreaterThan(0);
});
