import { LianbanError } from '@lianban/domain/error';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { meOf, meView } from '../../identity/me.ts';
import { LONGEST_PASSWORD } from '../../identity/password-rules.ts';
import { guessing } from '../../identity/policy.ts';
import { identityOf } from '../../identity/session.ts';
import { signIn as openSession } from '../../identity/sign-in.ts';
import { publicRoute } from '../../trpc.ts';
import { instantView } from '../../views/basics.ts';

const [HOUR_S, DAY_S] = [3_600, 86_400];

/** Who has signed in, and what happened at their account since the last time. */
const signedInView = meView.extend({
  /** Attempts that failed or were blocked; null when there were none. */
  failedSince: z.object({ times: z.number().int().positive(), latest: instantView }).nullable(),
});

/** Opens a session. The cookies carry its token and that of the device; the answer does not. */
export const signIn = publicRoute
  .meta({ open: 'everybody', perMinute: 240 }) // an office that comes in at the same minute; each costs a processor
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
    const { database, policy, secretKeys: keys } = services;
    const { address, userAgent, device, token: session } = visitor;
    const browser = { address, userAgent, device, session };
    const opened = await openSession(database, { policy, keys, browser }, { ...input, user: input.user.trim() });
    const identity = await identityOf(database, opened.token);
    if (identity === null) throw new LianbanError('WRONG_CREDENTIALS');
    const maxAgeSeconds = policy.session.absoluteHours.value * HOUR_S;
    visitor.keepToken('session', { token: opened.token, maxAgeSeconds });
    visitor.keepToken('device', { token: opened.device, maxAgeSeconds: guessing.deviceDays.value * DAY_S });
    const { times, latest } = opened.failedSince;
    return { ...meOf(identity, services), failedSince: latest === null ? null : { times, latest } };
  });
