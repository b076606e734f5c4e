import { addPerson as record } from '@lianban/db/organisation/people';
import { z } from 'zod';
import { newGivenPassword } from '../../identity/given-password.ts';
import { installationRouteFor } from '../../trpc.ts';
import { givenPasswordView } from '../../views/organisation.ts';
import { administratorOf, grant, personName, userName } from './inputs.ts';

/** Adds somebody with an account and a first post; the one-time password is told here and nowhere else. */
export const addPerson = installationRouteFor('organisation.addPerson')
  .input(z.object({ name: personName, user: userName, grant }))
  .output(givenPasswordView.extend({ personId: z.string() }))
  .mutation(async ({ ctx: { services, identity }, input }) => {
    const { password, ...given } = await newGivenPassword();
    const { pool } = services.database;
    const { personId } = await record(pool, administratorOf(identity), { ...input, ...given });
    return { personId, user: input.user, password, validHours: given.validHours };
  });
