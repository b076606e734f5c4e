import { unlinkIdentity as unlink } from '@lianban/db/sign-in/external-identity';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { signedInRoute } from '../../trpc.ts';

/** Takes one's identity at that provider away and ends one's other sessions. */
export const unlinkIdentity = signedInRoute
  .meta({ open: 'signedIn', proven: true })
  .input(z.object({ issuer: z.string().max(500) }))
  .output(z.object({ endedSessions: z.number().int() }))
  .mutation(async ({ ctx: { services, identity }, input: { issuer } }) => {
    const by = { by: actorOf(identity), sessionId: identity.session.id };
    return { endedSessions: await unlink(services.database.pool, by, issuer) };
  });
