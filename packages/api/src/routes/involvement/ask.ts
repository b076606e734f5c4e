import { askColleagues } from '@lianban/db/involvement/ask';
import { barredBy } from '@lianban/workflows/procedures/separation';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { done, DONE, note, posts, requestOnDuty } from './inputs.ts';
import { seenDuty } from './seen-duty.ts';

const input = requestOnDuty
  .extend({ kind: z.enum(['delegate', 'assist', 'sign', 'copy']), posts, note })
  .extend({ units: z.array(z.string().max(60)).max(20).default([]) })
  .refine(({ posts: people, units, kind }) => people.length + (kind === 'copy' ? units.length : 0) > 0, {
    path: ['posts'],
  });

/** Asks colleagues of the province about a duty, or tells them of it. */
export const ask = routeFor('involvement.ask')
  .input(input)
  .output(done)
  .mutation(async ({ ctx, input: { caseId, duty, ...asking } }) => {
    const { reach, spec } = await seenDuty(ctx, { caseId, duty });
    await askColleagues(ctx.services.database.pool, reach, { ...asking, notBy: barredBy(spec) });
    return DONE;
  });
