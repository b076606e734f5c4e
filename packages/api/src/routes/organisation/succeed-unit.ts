import { succeedUnit as record } from '@lianban/db/organisation/units';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, day, reason, unitId } from './inputs.ts';

/** Another unit takes the place of a unit from a day on, with its posts, its roles and what is open. */
export const succeedUnit = installationRouteFor('organisation.succeedUnit')
  .input(z.object({ unitId, successorId: unitId, from: day, reason }))
  .output(z.object({ posts: z.number().int(), duties: z.number().int() }))
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
