import { z } from 'zod';
import { signOut as endSession } from '../../identity/session.ts';
import { publicRoute } from '../../trpc.ts';

/** Ends the session of this browser, if there is one, and says where to end the one at the identity provider that it came from. */
export const signOut = publicRoute
  .input(z.void())
  .output(z.object({ goOn: z.url().nullable() }))
  .mutation(async ({ ctx: { services, visitor, identity } }) => {
    if (visitor.token !== null) await endSession(services.database, visitor.token);
    visitor.keepToken('session', null);
    const cameByProvider = identity?.session.method === 'provider';
    return { goOn: cameByProvider ? ((await services.provider?.signOutAddress()) ?? null) : null };
  });
