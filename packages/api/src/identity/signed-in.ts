import { LianbanError } from '@lianban/domain/error';
import { z } from 'zod';
import type { Services, Visitor } from '../context.ts';
import { instantView } from '../views/basics.ts';
import type { Browser, Opened, SigningInAt } from './entering.ts';
import { meOf, meView } from './me.ts';
import { guessing } from './policy.ts';
import { isStaffByProvider } from './provider/setting.ts';
import { identityOf } from './session.ts';

const [HOUR_S, DAY_S] = [3_600, 86_400];

/** Who has signed in, and what happened at their account since the last time. */
export const signedInView = meView.extend({
  /** Attempts that failed or were blocked; null when there were none. */
  failedSince: z.object({ times: z.number().int().positive(), latest: instantView }).nullable(),
});

/** Where the visitor signs in. */
export function signingInAt({ policy, secretKeys: keys, provider }: Services, visitor: Visitor): SigningInAt {
  const { address, userAgent, device, token: session } = visitor;
  const browser: Browser = { address, userAgent, device, session };
  return { policy, keys, browser, staffByProvider: isStaffByProvider(provider) };
}

/** Gives the browser the cookies of the session, and its person what they are shown. */
export async function signedIn(
  services: Services,
  { keepToken }: Visitor,
  { token, device, failedSince: { times, latest } }: Opened,
): Promise<z.infer<typeof signedInView>> {
  const identity = await identityOf(services.database, token);
  if (identity === null) throw new LianbanError('WRONG_CREDENTIALS');
  keepToken('session', { token, maxAgeSeconds: services.policy.session.absoluteHours.value * HOUR_S });
  keepToken('device', { token: device, maxAgeSeconds: guessing.deviceDays.value * DAY_S });
  return { ...meOf(identity, services), failedSince: latest === null ? null : { times, latest } };
}
