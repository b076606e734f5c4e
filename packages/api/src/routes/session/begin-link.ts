import { z } from 'zod';
import { depart } from '../../identity/provider/attempt.ts';
import { signedInRoute } from '../../trpc.ts';

/** Where the browser goes to prove which identity of the provider is to be linked to one's account. */
export const beginLink = signedInRoute
  .meta({ open: 'signedIn', proven: true })
  .input(z.void())
  .output(z.object({ address: z.url() }))
  .mutation(async ({ ctx: { services, visitor, identity } }) => ({
    address: await depart(services, visitor, { purpose: 'link', sessionId: identity.session.id, backTo: null }),
  }));
