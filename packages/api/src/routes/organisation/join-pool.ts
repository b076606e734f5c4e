import { joinPool as record } from '@lianban/db/organisation/pools';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, day, districtId, personName, poolName } from './inputs.ts';

/** Puts somebody into a pool from a day on; an outside expert by name. */
export const joinPool = installationRouteFor('organisation.joinPool')
  .input(
    z.object({
      pool: poolName,
      who: z.union([z.object({ personId: z.uuid() }), z.object({ name: personName })]),
      ...{ districtId: districtId.nullable(), since: day },
    }),
  )
  .output(z.object({ memberId: z.string() }))
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
