import { addUnit as record } from '@lianban/db/organisation/units';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, day, unitId, unitNames } from './inputs.ts';

/** Sets up a unit of the bureau, from a day on. */
export const addUnit = installationRouteFor('organisation.addUnit')
  .input(z.object({ ...unitNames, parentId: unitId.nullable(), since: day }))
  .output(z.object({ unitId: z.string() }))
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
