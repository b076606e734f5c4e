import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { LONGEST_PASSWORD } from '../../identity/password-rules.ts';
import { guessing } from '../../identity/policy.ts';
import { signIn as openSession } from '../../identity/sign-in.ts';
import { signedIn, signedInView, signingInAt } from '../../identity/signed-in.ts';
import { publicRoute } from '../../trpc.ts';

/** Opens a session. The cookies carry its token and that of the device; the answer does not. */
export const signIn = publicRoute
  .meta({ open: 'everybody', perMinute: guessing.signInsPerMinute.value }) // each costs a processor
  .input(
    z.object({
      user: safeTextUpTo(60),
      password: safeTextUpTo(LONGEST_PASSWORD),
      /** Of the second factor, once the answer was CODE_REQUIRED. */
      code: safeTextUpTo(40).optional(),
    }),
  )
  .output(signedInView)
  .mutation(async ({ ctx: { services, visitor }, input }) => {
    const typed = { ...input, user: input.user.trim() };
    return signedIn(services, visitor, await openSession(services.database, signingInAt(services, visitor), typed));
  });
