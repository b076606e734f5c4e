import { accessRequests } from '@lianban/db/queries/access-requests';
import { z } from 'zod';
import { accessView, watchesAccess } from '../../presentation/access.ts';
import { routeFor } from '../../trpc.ts';
import { accessList } from '../../views/emergency.ts';

/** As many as fit on a page; older ones stand in the trail. */
const MOST = 100;

/** Requests to be let into secret cases: one's own, or all of the province for those who decide and watch. */
export const list = routeFor('emergency.list')
  .input(z.void())
  .output(accessList)
  .query(async ({ ctx: { services, identity } }) => {
    const { province } = identity.post;
    const askedBy = watchesAccess(identity.post.role) ? null : identity.person.id;
    const rows = await accessRequests(services.database.pool, { province, askedBy, limit: MOST });
    return rows.map((row) => accessView(row, identity));
  });
