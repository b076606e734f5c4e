import { z } from 'zod';
import { removeFactor as remove } from '../../identity/second-factor.ts';
import { signedInRoute } from '../../trpc.ts';

/** Takes one's second factor away, where one may be without, and ends one's other sessions. */
export const removeFactor = signedInRoute
  .meta({ open: 'signedIn', proven: true })
  .input(z.void())
  .output(z.object({ endedSessions: z.number().int() }))
  .mutation(async ({ ctx: { services, identity } }) => ({
    endedSessions: await remove(services.database, identity, services.secondFactor),
  }));
