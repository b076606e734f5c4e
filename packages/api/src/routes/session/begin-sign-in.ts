import { consolePath } from '@lianban/domain/console-path';
import { z } from 'zod';
import { depart } from '../../identity/provider/attempt.ts';
import { guessing } from '../../identity/policy.ts';
import { publicRoute } from '../../trpc.ts';

/** Where the browser goes to sign in at the identity provider; it is known again by a cookie. */
export const beginSignIn = publicRoute
  .meta({ open: 'everybody', perMinute: guessing.signInsPerMinute.value })
  .input(
    z.object({
      /** Page to go on to afterwards; what is no page of this console is left out. */
      from: z.string().optional(),
    }),
  )
  .output(z.object({ address: z.url() }))
  .mutation(async ({ ctx: { services, visitor }, input: { from } }) => ({
    address: await depart(services, visitor, { purpose: 'signIn', sessionId: null, backTo: consolePath(from) }),
  }));
