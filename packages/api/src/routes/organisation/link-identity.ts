import { linkIdentityOf } from '@lianban/db/organisation/identities';
import { z } from 'zod';
import { providerOf } from '../../identity/provider/attempt.ts';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, reason, words } from './inputs.ts';

/** Links somebody's account to the identity that the provider's administrators name by its subject. */
export const linkIdentity = installationRouteFor('organisation.linkIdentity')
  .input(z.object({ personId: z.uuid(), subject: words(255), reason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) => {
    const { issuer } = providerOf(services).setting;
    return linkIdentityOf(services.database.pool, administratorOf(identity), { ...input, issuer });
  });
