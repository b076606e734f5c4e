import { changeGroups, revision } from '@lianban/db/queries/revisions';
import { z } from 'zod';
import { presently } from '../../presentation/as-of.ts';
import { revisionPageView } from '../../presentation/revision.ts';
import { routeFor } from '../../trpc.ts';
import { revisionPage } from '../../views/revision.ts';

/** A revision with what it changes in the province of the post, counted. */
export const page = routeFor('revision.page')
  .input(z.object({ revisionId: z.uuid() }))
  .output(revisionPage)
  .query(async ({ ctx: { services, identity }, input: { revisionId } }) => {
    const { pool } = services.database;
    const { province } = identity.post;
    const row = await revision(pool, revisionId, province);
    const [groups, { today }] = await Promise.all([
      changeGroups(pool, { revisionId, province }),
      presently(pool, province),
    ]);
    return revisionPageView(row, groups, { identity, today });
  });
