import { z } from 'zod';
import { depart } from '../../identity/provider/attempt.ts';
import { signedInRoute } from '../../trpc.ts';

/** Where the browser goes to prove anew at the identity provider who one is. */
export const beginStepUp = signedInRoute
  .meta({ open: 'signedIn', beforeFactor: true })
  .input(z.void())
  .output(z.object({ address: z.url() }))
  .mutation(async ({ ctx: { services, visitor, identity } }) => ({
    address: await depart(services, visitor, { purpose: 'stepUp', sessionId: identity.session.id, backTo: null }),
  }));
