import { earlyDays } from '@lianban/domain/early-days';
import { civilDateOf } from '@lianban/domain/civil-date';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { procedures } from '../procedures/registry.ts';
import { randomLife } from './random-life.ts';

describe.each(procedures)('a random life under $id $edition', (procedure) => {
  test('names no day that the product would refuse as too early', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const { turns, calendar, opened } = await randomLife(procedure, seed);
        const steps = new Map(
          turns.flatMap(({ entries }) =>
            entries.flatMap((entry) => (entry.type === 'opened' ? [[entry.key, entry.step] as const] : [])),
          ),
        );
        const { terms } = opened.opening;
        for (const { row } of turns) {
          if (row.input.kind !== 'answer') continue;
          const { duty, outcome, flow, at } = row.input;
          const form = procedure.steps[steps.get(duty) ?? '']?.outcomes[outcome]?.form ?? [];
          expect(earlyDays(form, flow, { calendar, terms, today: civilDateOf(at) })).toEqual([]);
        }
      }),
      { numRuns: 15 },
    );
  });
});
