import { colleaguesIn } from '@lianban/db/organisation/tree';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { colleaguesView } from '../../views/organisation.ts';

/** Names of those who may act in one's own unit today; nobody for a post without one. */
export const colleagues = installationRouteFor('organisation.colleagues')
  .input(z.void())
  .output(colleaguesView)
  .query(async ({ ctx: { services, identity } }) => {
    const { unitId } = identity.post;
    return unitId === null ? [] : colleaguesIn(services.database.pool, unitId);
  });
