import { endPost as record } from '@lianban/db/organisation/posts';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { lossView } from '../../views/organisation.ts';
import { administratorOf, confirmed, day, reason } from './inputs.ts';

/** Ends a post after its last day, or at once for null; what was taken in it goes back to the pool. */
export const endPost = installationRouteFor('organisation.endPost')
  .input(z.object({ postId: z.uuid(), lastDay: day.nullable(), reason, confirmed }))
  .output(lossView)
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
