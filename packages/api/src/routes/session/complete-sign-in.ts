import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { asked } from '../../identity/provider/attempt.ts';
import { completeSignIn as openSession } from '../../identity/provider/complete-sign-in.ts';
import { guessing } from '../../identity/policy.ts';
import { signedIn, signedInView, signingInAt } from '../../identity/signed-in.ts';
import { publicRoute } from '../../trpc.ts';

/** Opens a session for whom the identity provider named, in the browser that came back from it. */
export const completeSignIn = publicRoute
  .meta({ open: 'everybody', perMinute: guessing.signInsPerMinute.value })
  .input(
    z.object({
      /** Of the second factor, once the answer was CODE_REQUIRED. */
      code: safeTextUpTo(40).optional(),
    }),
  )
  .output(
    signedInView.extend({
      /** Page to go on to; null for the start. */
      backTo: z.string().nullable(),
    }),
  )
  .mutation(async ({ ctx: { services, visitor }, input: { code } }) => {
    const attempt = asked(visitor, 'signIn', null);
    const { backTo, ...opened } = await openSession(services.database, signingInAt(services, visitor), {
      attempt,
      code,
    });
    visitor.keepToken('attempt', null);
    return { ...(await signedIn(services, visitor, opened)), backTo };
  });
