import { renamePerson as record } from '@lianban/db/organisation/people';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, personName, reason } from './inputs.ts';

/** Somebody is called something else from now on. */
export const renamePerson = installationRouteFor('organisation.renamePerson')
  .input(z.object({ personId: z.uuid(), name: personName, reason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
