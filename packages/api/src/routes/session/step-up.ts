import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { LONGEST_PASSWORD } from '../../identity/password-rules.ts';
import { stepUp as proveAnew } from '../../identity/step-up.ts';
import { signedInRoute } from '../../trpc.ts';

/** Proves anew who one is, in this session: the code of the second factor, or the password without one. */
export const stepUp = signedInRoute
  .meta({ open: 'signedIn', beforeFactor: true })
  .input(z.object({ typed: safeTextUpTo(LONGEST_PASSWORD) }))
  .output(z.void())
  .mutation(async ({ ctx: { services, visitor, identity }, input }) => {
    const at = { identity, keys: services.secretKeys, address: visitor.address };
    visitor.keepToken('session', await proveAnew(services.database, at, input.typed));
  });
