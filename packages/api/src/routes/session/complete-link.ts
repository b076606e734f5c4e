import { linkIdentity } from '@lianban/db/sign-in/external-identity';
import { useAttempt } from '@lianban/db/sign-in/provider-attempt';
import { LianbanError } from '@lianban/domain/error';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { asked } from '../../identity/provider/attempt.ts';
import { signedInRoute } from '../../trpc.ts';

/** Links whom the provider named to one's account, in the session that asked for it, and ends one's other sessions. */
export const completeLink = signedInRoute
  .input(z.void())
  .output(z.object({ endedSessions: z.number().int() }))
  .mutation(async ({ ctx: { services, visitor, identity } }) => {
    const { pool } = services.database;
    const { id: sessionId } = identity.session;
    const proven = await useAttempt(pool, asked(visitor, 'link', sessionId));
    visitor.keepToken('attempt', null);
    if (proven === undefined) throw new LianbanError('ATTEMPT_OVER');
    if (!proven.isFresh) throw new LianbanError('PROVIDER_REFUSED', { missing: 'freshness' });
    const { issuer, subject } = proven;
    return { endedSessions: await linkIdentity(pool, { by: actorOf(identity), sessionId }, { issuer, subject }) };
  });
