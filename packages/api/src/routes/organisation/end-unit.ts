import { endUnit as record } from '@lianban/db/organisation/end-unit';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, reason, unitId } from './inputs.ts';

/** Ends a unit that has nothing any more and that nothing takes the place of. */
export const endUnit = installationRouteFor('organisation.endUnit')
  .input(z.object({ unitId, reason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
