import { movePost as record } from '@lianban/db/organisation/posts';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { lossView } from '../../views/organisation.ts';
import { administratorOf, confirmed, day, reason, unitId, unitRole } from './inputs.ts';

/** Moves a post to another unit or role from a day on: the old one ends and stays in history. */
export const movePost = installationRouteFor('organisation.movePost')
  .input(z.object({ postId: z.uuid(), unitId, role: unitRole, from: day, reason, confirmed }))
  .output(lossView.extend({ postId: z.string() }))
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
