import { endQualification as record } from '@lianban/db/organisation/qualifications';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, day, reason } from './inputs.ts';

/** Ends a certificate before the last day that it names. */
export const endQualification = installationRouteFor('organisation.endQualification')
  .input(z.object({ qualificationId: z.uuid(), lastDay: day.nullable(), reason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
