import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { setUpFactor as setUp } from '../../identity/second-factor.ts';
import { signedInRoute } from '../../trpc.ts';

/** Sets up the secret that was offered, confirmed by a code of the app, and ends one's other sessions. */
export const setUpFactor = signedInRoute
  .meta({ open: 'signedIn', beforeFactor: true, proven: true })
  .input(z.object({ code: safeTextUpTo(20) }))
  .output(
    z.object({
      /** Shown this once. */
      recoveryCodes: z.array(z.string()).readonly(),
      endedSessions: z.number().int(),
    }),
  )
  .mutation(({ ctx: { services, identity }, input }) =>
    setUp(services.database, { identity, keys: services.secretKeys }, input.code),
  );
