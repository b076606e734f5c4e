import { revisions } from '@lianban/db/queries/revisions';
import { z } from 'zod';
import { given } from '../../presentation/given.ts';
import { revisionView } from '../../presentation/revision.ts';
import { routeFor } from '../../trpc.ts';
import { revisionList } from '../../views/revision.ts';

const PAGE = 20;

/** Revisions of the calendar that concern the province, the latest first. */
export const list = routeFor('revision.list')
  .input(z.object({ cursor: z.string().max(1000).optional() }))
  .output(revisionList)
  .query(async ({ ctx: { services, identity }, input: { cursor } }) => {
    const { province } = identity.post;
    const { rows, next } = await revisions(services.database.pool, { province, limit: PAGE, ...given({ cursor }) });
    return { rows: rows.map((row) => revisionView(row, identity)), next };
  });
