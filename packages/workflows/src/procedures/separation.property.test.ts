import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomLife, type Casting } from '../testing/random-life.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { personsOf } from '../vocabulary/step.ts';
import { procedures } from './registry.ts';

/** So few people that they meet again and again, each in every role and standing in for any other. */
const crew = ['陈', '林', '何', '高', '罗'];

const casting: Casting = (role, random) => {
  const one = (): string => crew[Math.floor(random() * crew.length)] ?? '陈';
  const [personId, standingInFor] = [one(), one()];
  const by = { personId, postId: `${role} ${standingInFor}`, role };
  return standingInFor === personId || random() < 0.4 ? by : { ...by, standingInFor };
};

/** The steps of a life as they were answered, each with everybody in whose name it was. */
async function answersOf(procedure: AnyProcedure, seed: number) {
  const { turns } = await randomLife(procedure, seed, { casting });
  const steps = new Map<string, string>();
  return turns.flatMap(({ row: { input }, entries }) => {
    for (const entry of entries) if (entry.type === 'opened') steps.set(entry.key, entry.step);
    return input.kind === 'answer' ? [{ step: steps.get(input.duty) ?? '', persons: personsOf(input.by) }] : [];
  });
}

/** Those that keep anything apart. */
const parting = procedures.filter(({ steps }) => Object.values(steps).some(({ notBy = [] }) => notBy.length > 0));

test('nearly every procedure keeps steps apart', () => {
  expect(procedures.filter((one) => !parting.includes(one)).map(({ id }) => id)).toEqual([
    'rectification',
    'off-site-launch',
    'quality-rectification',
    'registration-verification',
    'remedy',
    'district-meetings',
    'prior-consultation',
    'joint-supervision',
  ]);
});

describe.each(parting)('$id $edition', (procedure) => {
  test('no two steps that are to be kept apart ever share a person, neither acting nor represented, whoever stands in for whom', async () => {
    let [kept, represented] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const answers = await answersOf(procedure, seed);
        for (const [at, { step, persons }] of answers.entries()) {
          represented += persons.length - 1;
          const apart = new Set(procedure.steps[step]?.notBy ?? []);
          const earlier = answers.slice(0, at).filter((other) => apart.has(other.step));
          kept += earlier.length;
          for (const other of earlier) expect(other.persons.filter((one) => persons.includes(one))).toEqual([]);
        }
      }),
      { numRuns: 80 },
    );
    expect(Math.min(kept, represented)).toBeGreaterThan(0);
  });
});
