import { z } from 'zod';
import { signOut as endSession } from '../../identity/session.ts';
import { publicRoute } from '../../trpc.ts';

/** Ends the session of this browser, if there is one. */
export const signOut = publicRoute
  .input(z.void())
  .output(z.object({ ok: z.literal(true) }))
  .mutation(async ({ ctx: { services, visitor } }) => {
    if (visitor.token !== null) await endSession(services.database, visitor.token);
    visitor.keepToken('session', null);
    return { ok: true } as const;
  });
