import { askRecusal } from '@lianban/db/separation/recusal';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';
import { reason } from '../organisation/inputs.ts';

/** Leaves the caller out of a case (申请回避); it holds until the head of section declines it. */
export const ask = routeFor('recusal.ask')
  .input(z.object({ caseId: z.uuid(), reason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    askRecusal(services.database.pool, { ...input, by: actorOf(identity), province: identity.post.province }),
  );
