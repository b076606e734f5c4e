import { reassign as handOn } from '@lianban/db/involvement/reassign';
import { barredBy } from '@lianban/workflows/procedures/separation';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { done, DONE, reason, requestOnDuty } from './inputs.ts';
import { seenDuty } from './seen-duty.ts';

const to = z.union([z.object({ postId: z.uuid() }), z.object({ unitId: z.string().min(1).max(60) })]);

/** Hands a duty on to another person, or into the pool of another unit that has the role (转办). */
export const reassign = routeFor('involvement.reassign')
  .input(requestOnDuty.extend({ to, reason }))
  .output(done)
  .mutation(async ({ ctx, input: { caseId, duty, ...handing } }) => {
    const { reach, spec } = await seenDuty(ctx, { caseId, duty });
    await handOn(ctx.services.database.pool, reach, { ...handing, notBy: barredBy(spec) });
    return DONE;
  });
