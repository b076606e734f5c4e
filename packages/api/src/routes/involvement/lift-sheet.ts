import { liftSheet as lift } from '@lianban/db/involvement/take-back';
import { routeFor } from '../../trpc.ts';
import { dutyReference } from '../duty/reference.ts';
import { done, DONE, reason } from './inputs.ts';
import { seenDuty } from './seen-duty.ts';

/** Takes the sheet of a duty away, so that it may be answered without. */
export const liftSheet = routeFor('involvement.liftSheet')
  .input(dutyReference.extend({ reason }))
  .output(done)
  .mutation(async ({ ctx, input: { caseId, duty, ...lifting } }) => {
    const { reach } = await seenDuty(ctx, { caseId, duty });
    await lift(ctx.services.database.pool, reach, lifting);
    return DONE;
  });
