import { disableAccount as record } from '@lianban/db/organisation/accounts';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { lossView } from '../../views/organisation.ts';
import { administratorOf, confirmed, reason } from './inputs.ts';

/** Disables an account: all its sessions end at once, and what it has taken goes back to the pool. */
export const disableAccount = installationRouteFor('organisation.disableAccount')
  .input(z.object({ personId: z.uuid(), reason, confirmed }))
  .output(lossView)
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
