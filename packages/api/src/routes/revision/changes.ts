import { changes as changesOf, visibleRevision } from '@lianban/db/queries/revisions';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { given } from '../../presentation/given.ts';
import { changeView } from '../../presentation/revision.ts';
import { routeFor } from '../../trpc.ts';
import { changesView, shiftView } from '../../views/revision.ts';

const PAGE = 50;

const input = z.object({
  revisionId: z.uuid(),
  shift: shiftView.optional(),
  /** Null for clocks and what enterprises owe. */
  unitId: z.string().max(100).nullable().optional(),
  search: safeTextUpTo(100).optional(),
  cursor: z.string().max(1000).optional(),
});

/** The limits of the province that a revision changes, by number of the case. */
export const changes = routeFor('revision.changes')
  .input(input)
  .output(changesView)
  .query(async ({ ctx: { services, identity }, input: { revisionId, ...wanted } }) => {
    const { pool } = services.database;
    const { province } = identity.post;
    await visibleRevision(pool, revisionId, province);
    const { rows, next } = await changesOf(pool, { revisionId, province, limit: PAGE, ...given(wanted) });
    return { rows: rows.map(changeView), next };
  });
