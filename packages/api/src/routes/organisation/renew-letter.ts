import { renewLetter as record } from '@lianban/db/organisation/posts';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, letter } from './inputs.ts';

/** Somebody who acts for an enterprise goes on under a new authority letter. */
export const renewLetter = installationRouteFor('organisation.renewLetter')
  .input(z.object({ postId: z.uuid(), letter }))
  .output(z.object({ postId: z.string() }))
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
