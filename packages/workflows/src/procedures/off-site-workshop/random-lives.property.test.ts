import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLedger } from '../../kernel/fold.ts';
import { randomLife } from '../../testing/random-life.ts';
import { jointInspection } from '../joint-inspection/2024-05.ts';
import { offSiteLaunch } from '../off-site-launch/2024-05.ts';
import { offSiteVariety } from '../off-site-variety/2024-05.ts';
import { offSiteWorkshop } from './2024-05.ts';

describe.each([offSiteWorkshop, offSiteVariety, offSiteLaunch, jointInspection])('$id $edition', (procedure) => {
  test('every life folds again to the same state', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const life = await randomLife(procedure, seed);
        const kernel = await foldLedger(
          procedure,
          life.turns.map(({ row }) => row),
        );
        expect(kernel.closed).toBe(life.closed);
        expect(kernel.openDuties().map(({ key }) => key)).toEqual(
          expect.arrayContaining(life.duties().map(({ key }) => key)),
        );
      }),
      { numRuns: 150 },
    ),
  );

  test('weighted lives reach every ending but that of a case that is not awaited', { timeout: 60_000 }, async () => {
    const endings = new Set<string | null>(['discontinued']);
    for (let seed = 0; seed < 1_500; seed += 1) endings.add((await randomLife(procedure, seed)).closed);
    expect(Object.keys(procedure.endings).filter((ending) => !endings.has(ending))).toEqual([]);
  });
});
