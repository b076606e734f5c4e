import { withdrawInterest as record } from '@lianban/db/separation/interests';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, reason } from './inputs.ts';

/** Ends an interest of somebody else that counts no more. */
export const withdrawInterest = installationRouteFor('organisation.withdrawInterest')
  .input(z.object({ interestId: z.uuid(), reason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
