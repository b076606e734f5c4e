import { renewPassword as record } from '@lianban/db/organisation/accounts';
import { z } from 'zod';
import { newGivenPassword } from '../../identity/given-password.ts';
import { installationRouteFor } from '../../trpc.ts';
import { givenPasswordView } from '../../views/organisation.ts';
import { administratorOf, reason } from './inputs.ts';

/** Gives somebody who cannot sign in any more a one-time password, which nobody chooses; their sessions end. */
export const renewPassword = installationRouteFor('organisation.renewPassword')
  .input(z.object({ personId: z.uuid(), reason }))
  .output(givenPasswordView)
  .mutation(async ({ ctx: { services, identity }, input }) => {
    const { password, ...given } = await newGivenPassword();
    const { pool } = services.database;
    const { user } = await record(pool, administratorOf(identity), { ...input, ...given });
    return { user, password, validHours: given.validHours };
  });
