import { text } from '@lianban/domain/text';
import { procedure, type AnyProcedure } from '../vocabulary/procedure.ts';
import type { Proceeding } from '../vocabulary/proceeding.ts';
import { catalogue } from '../vocabulary/step.ts';

const nothing = text('', '');
const done = { done: { title: nothing }, other: { title: nothing } } as const;
const row = {
  title: nothing,
  owner: 'OFF',
  limit: null,
  policy: 'NUDGE',
  basis: [],
  clock: 'none',
  outcomes: done,
} as const;

/** Steps without meaning, for tests of the kernel itself. */
export const madeUpSteps = catalogue({
  a: row,
  b: row,
  c: row,
  right: row,
  separate: { ...row, notBy: ['a'] },
  final: { ...row, outcomes: { done: { title: nothing, irreversible: true } } },
  opinion: { ...row, outcomes: { done: { title: nothing, documents: ['draftOpinion'] } } },
  limited: { ...row, limit: 'permit.intake', policy: 'LAPSE', lapse: { means: nothing } },
  clocked: { ...row, limit: { clock: 'main' } },
  unlimited: { ...row, limit: 'hearing.hold' },
  other: { ...row, child: 'made-up' },
  news: { ...row, told: true },
  asking: {
    ...row,
    outcomes: { ...done, recall: { title: nothing, recalls: true } },
    letter: { procedure: 'made-up' },
  },
  limitedAsking: {
    ...{ ...row, limit: 'permit.intake', policy: 'CHASE', lapse: { means: nothing } },
    letter: { procedure: 'made-up' },
  },
  reminding: { ...row, letter: { procedure: 'made-up', reminds: true } },
  limitedChild: { ...row, limit: 'permit.intake', policy: 'LAPSE', lapse: { means: nothing }, child: 'made-up' },
});

/** A procedure over the made-up steps; ends as `over` when its body returns. */
export const madeUp = (body: (p: Proceeding<typeof madeUpSteps>) => Promise<unknown>): AnyProcedure =>
  procedure({
    ...{
      id: 'made-up',
      edition: '2026-01',
      title: nothing,
      series: '试',
      basis: [],
      steps: madeUpSteps,
      endings: { over: nothing, done: nothing, discontinued: nothing },
      clockRules: [],
    },
    flow: async (p) => {
      await body(p);
      return p.close('over');
    },
  });
