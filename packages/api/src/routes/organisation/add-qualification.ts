import { addQualification as record } from '@lianban/db/organisation/pools';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, day, words } from './inputs.ts';

/** Keeps what somebody in a pool is qualified for, by which certificate. */
export const addQualification = installationRouteFor('organisation.addQualification')
  .input(
    z.object({
      ...{ memberId: z.uuid(), kind: words(60), level: words(30), certificateNumber: words(60) },
      ...{ validFrom: day, validTo: day.nullable() },
    }),
  )
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
