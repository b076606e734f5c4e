import { z } from 'zod';
import { offerFactor as offer } from '../../identity/second-factor.ts';
import { signedInRoute } from '../../trpc.ts';

/** A new secret for one's authenticator app: to be typed in, or as the address that its picture says. */
export const offerFactor = signedInRoute
  .meta({ open: 'signedIn', beforeFactor: true, proven: true })
  .input(z.void())
  .output(z.object({ secret: z.string(), address: z.string() }))
  .mutation(({ ctx: { services, identity } }) => offer(services.database, { identity, keys: services.secretKeys }));
