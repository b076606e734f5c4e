import { correctQualification as record } from '@lianban/db/organisation/qualifications';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, certificate, reason } from './inputs.ts';

/** Enters a certificate as it is, where it was entered wrongly. */
export const correctQualification = installationRouteFor('organisation.correctQualification')
  .input(z.object({ qualificationId: z.uuid(), ...certificate, reason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
