import { addQualification as record } from '@lianban/db/organisation/qualifications';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, certificate } from './inputs.ts';

/** Keeps what somebody in a pool is qualified for, by which certificate. */
export const addQualification = installationRouteFor('organisation.addQualification')
  .input(z.object({ memberId: z.uuid(), ...certificate }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
