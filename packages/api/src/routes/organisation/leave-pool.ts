import { leavePool as record } from '@lianban/db/organisation/pools';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, day, reason } from './inputs.ts';

/** Takes somebody out of a pool after a last day, or at once for null. */
export const leavePool = installationRouteFor('organisation.leavePool')
  .input(z.object({ memberId: z.uuid(), lastDay: day.nullable(), reason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
