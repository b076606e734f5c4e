import { unlinkIdentityOf } from '@lianban/db/organisation/identities';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, reason } from './inputs.ts';

/** Takes the identity of somebody at that provider away; their sessions end. */
export const unlinkIdentity = installationRouteFor('organisation.unlinkIdentity')
  .input(z.object({ personId: z.uuid(), issuer: z.string().max(500), reason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    unlinkIdentityOf(services.database.pool, administratorOf(identity), input),
  );
