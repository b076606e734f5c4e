import { enterInterest as record } from '@lianban/db/separation/interests';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { interest } from '../interest/inputs.ts';
import { administratorOf } from './inputs.ts';

/** Enters what binds somebody else of the province to an enterprise. */
export const enterInterest = installationRouteFor('organisation.enterInterest')
  .input(z.object({ personId: z.uuid(), ...interest }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
