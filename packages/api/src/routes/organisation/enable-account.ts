import { enableAccount as record } from '@lianban/db/organisation/accounts';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, reason } from './inputs.ts';

/** Enables an account again. */
export const enableAccount = installationRouteFor('organisation.enableAccount')
  .input(z.object({ personId: z.uuid(), reason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
