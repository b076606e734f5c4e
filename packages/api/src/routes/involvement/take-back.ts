import { takeBack as callBack } from '@lianban/db/involvement/take-back';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { dutyReference } from '../duty/reference.ts';
import { done, DONE, reason } from './inputs.ts';
import { seenDuty } from './seen-duty.ts';

/** Takes back what nobody has answered yet: calls a delegation back, takes a signature off (减签). */
export const takeBack = routeFor('involvement.takeBack')
  .input(dutyReference.extend({ involvementId: z.uuid(), reason }))
  .output(done)
  .mutation(async ({ ctx, input: { caseId, duty, ...taken } }) => {
    const { reach } = await seenDuty(ctx, { caseId, duty });
    await callBack(ctx.services.database.pool, reach, taken);
    return DONE;
  });
