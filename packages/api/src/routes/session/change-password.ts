import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { changePassword as change } from '../../identity/change-password.ts';
import { LONGEST_PASSWORD } from '../../identity/password-rules.ts';
import { signedInRoute } from '../../trpc.ts';

const password = safeTextUpTo(LONGEST_PASSWORD);

/** Changes one's own password and ends one's other sessions. */
export const changePassword = signedInRoute
  .meta({ open: 'signedIn', beforeChange: true })
  .input(z.object({ present: password, next: password }))
  .output(z.object({ endedSessions: z.number().int() }))
  .mutation(async ({ ctx: { services, visitor, identity }, input }) => {
    const { address, device } = visitor;
    const at = { identity, policy: services.policy, address, device };
    return { endedSessions: await change(services.database, at, input) };
  });
