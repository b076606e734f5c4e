import { renameUnit as record } from '@lianban/db/organisation/units';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, reason, unitId, unitNames } from './inputs.ts';

/** A unit is called something else from now on; what was done in it keeps the name of its time. */
export const renameUnit = installationRouteFor('organisation.renameUnit')
  .input(z.object({ unitId, ...unitNames, reason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
