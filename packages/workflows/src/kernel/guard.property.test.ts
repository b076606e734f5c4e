import { instant } from '@lianban/domain/civil-date';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerInput, MemoryLedger, openingInput } from '../testing/ledger.ts';
import { madeUp } from '../testing/made-up.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { foldLedger } from './fold.ts';
import { ProcedureMisuse } from './misuse.ts';
import { Runner } from './runner.ts';

const at = instant('2026-03-02T02:00:00.000Z');

/** What a branch does next: a duty, or to wait until another has done so many. */
type Deed = { readonly does: 'step' } | { readonly does: 'wait'; readonly of: number; readonly done: number };
type Plan = readonly (readonly Deed[])[];

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Deed>({ does: 'step' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      of: fc.nat({ max: 4 }),
      done: fc.integer({ min: 1, max: 3 }),
    }),
  },
);
const plan: fc.Arbitrary<Plan> = fc.array(fc.array(deed, { maxLength: 6 }), { minLength: 2, maxLength: 5 });

/** The procedure that a plan describes. */
const planned = (branches: Plan): AnyProcedure =>
  madeUp(async (p) => {
    const done = branches.map(() => 0);
    const branch = (deeds: readonly Deed[], index: number) => async () => {
      for (const next of deeds) {
        if (next.does === 'wait') await p.when('b', () => (done[next.of] ?? 0) >= next.done);
        else {
          await p.step('a');
          done[index] = (done[index] ?? 0) + 1;
        }
      }
    };
    await p.inParallel(Object.fromEntries(branches.map((deeds, index) => [`x${index}`, branch(deeds, index)])));
  });

/** The branches that have a duty open once each has done so many, and whether any waits for what it has not. */
function expected(
  branches: Plan,
  done: readonly number[],
): { readonly open: readonly string[]; readonly waits: boolean } {
  let waits = false;
  const open = branches.flatMap((deeds, index) => {
    let left = done[index] ?? 0;
    for (const next of deeds) {
      if (next.does === 'step' && left === 0) return [`x${index}`];
      if (next.does === 'step') left -= 1;
      else if ((done[next.of] ?? 0) < next.done) {
        waits = true;
        return [];
      }
    }
    return [];
  });
  return { open, waits };
}

const branchOf = (key: string): number => Number(/^x(\d+)/.exec(key)?.[1]);

test('in every order of acts a step opens as soon as its guard holds and not before; a case ends, or says which guard never holds', async () => {
  let [ended, stuck] = [0, 0];
  await fc.assert(
    fc.asyncProperty(plan, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), async (branches, picks) => {
      const procedure = planned(branches);
      const ledger = new MemoryLedger();
      const runner = new Runner(procedure, 'case', ledger);
      const done = branches.map(() => 0);
      const stands = async (): Promise<readonly string[]> => {
        const keys = (await foldLedger(procedure, ledger.rows)).openDuties().map(({ key }) => key);
        expect(keys.map((key) => `x${branchOf(key)}`).sort()).toEqual(expected(branches, done).open);
        return keys;
      };
      const neverHolds = async (work: Promise<unknown>): Promise<boolean> =>
        await work.then(
          () => false,
          (failure: unknown) => failure instanceof ProcedureMisuse && failure.code === 'NEVER_HOLDS',
        );
      let isStuck = await neverHolds(runner.submit(openingInput(at)));
      for (const pick of picks) {
        const { open, waits } = expected(branches, done);
        expect(isStuck).toBe(open.length === 0 && waits);
        expect(runner.committed.closed !== null).toBe(open.length === 0 && !waits);
        if (open.length === 0) break;
        const keys = await stands();
        const key = keys[pick % keys.length] ?? '';
        done[branchOf(key)] = (done[branchOf(key)] ?? 0) + 1;
        isStuck = await neverHolds(runner.submit(answerInput(at, key)));
      }
      if (isStuck) stuck += 1;
      if (runner.committed.closed !== null) ended += 1;
    }),
    { numRuns: 300 },
  );
  expect(Math.min(ended, stuck)).toBeGreaterThan(0);
});
