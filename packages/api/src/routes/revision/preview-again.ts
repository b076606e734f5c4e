import { visibleRevision } from '@lianban/db/queries/revisions';
import { previewAgain as preview } from '@lianban/db/revision/proposals';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { installationRouteFor } from '../../trpc.ts';

/** Computes anew what an undecided revision would change. */
export const previewAgain = installationRouteFor('revision.previewAgain')
  .input(z.object({ revisionId: z.uuid() }))
  .output(z.void())
  .mutation(async ({ ctx: { services, identity }, input: { revisionId } }) => {
    const { pool } = services.database;
    await visibleRevision(pool, revisionId, identity.post.province);
    await preview(pool, { revisionId, by: actorOf(identity) });
  });
