import { assignRole as record } from '@lianban/db/organisation/units';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, dutyRole, unitId } from './inputs.ts';

/** Says which unit holds the duties of a role that open from now on. */
export const assignRole = installationRouteFor('organisation.assignRole')
  .input(z.object({ unitId, role: dutyRole, item: z.string().min(1).max(60).nullable() }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
