import { z } from 'zod';
import { asked } from '../../identity/provider/attempt.ts';
import { completeStepUp as proveAnew } from '../../identity/provider/complete-step-up.ts';
import { signedInRoute } from '../../trpc.ts';

/** Takes what was just proven at the identity provider for a fresh proof of this session. */
export const completeStepUp = signedInRoute
  .meta({ open: 'signedIn', beforeFactor: true })
  .input(z.void())
  .output(z.void())
  .mutation(async ({ ctx: { services, visitor, identity } }) => {
    const attempt = asked(visitor, 'stepUp', identity.session.id);
    visitor.keepToken('session', await proveAnew(services.database, identity, attempt));
    visitor.keepToken('attempt', null);
  });
