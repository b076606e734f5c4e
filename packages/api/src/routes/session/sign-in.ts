import { LianbanError } from '@lianban/domain/error';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { meOf, meView } from '../../identity/me.ts';
import { identityOf, signIn as openSession } from '../../identity/session.ts';
import { publicRoute } from '../../trpc.ts';

/** Opens a session. The cookie carries its token; the answer does not. */
export const signIn = publicRoute
  .meta({ open: 'everybody', perMinute: 30 })
  .input(z.object({ user: safeTextUpTo(60), password: safeTextUpTo(200) }))
  .output(meView)
  .mutation(async ({ ctx: { services, visitor }, input }) => {
    const token = await openSession(services.database, input.user.trim(), input.password);
    const identity = await identityOf(services.database, token);
    if (identity === null) throw new LianbanError('WRONG_CREDENTIALS');
    visitor.setToken(token);
    return meOf(identity, services.demo);
  });
