import { givePost as record } from '@lianban/db/organisation/people';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, grant } from './inputs.ts';

/** Gives somebody another post from a day on, to a last day when one is named. */
export const givePost = installationRouteFor('organisation.givePost')
  .input(z.object({ personId: z.uuid(), grant }))
  .output(z.object({ postId: z.string() }))
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
