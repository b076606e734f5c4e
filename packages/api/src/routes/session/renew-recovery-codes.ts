import { z } from 'zod';
import { renewRecoveryCodes as renew } from '../../identity/second-factor.ts';
import { signedInRoute } from '../../trpc.ts';

/** New recovery codes, shown this once, in place of the earlier ones. */
export const renewRecoveryCodes = signedInRoute
  .meta({ open: 'signedIn', proven: true })
  .input(z.void())
  .output(z.object({ recoveryCodes: z.array(z.string()).readonly() }))
  .mutation(async ({ ctx: { services, identity } }) => ({
    recoveryCodes: await renew(services.database, identity),
  }));
