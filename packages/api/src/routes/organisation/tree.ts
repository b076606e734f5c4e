import { organisationTree } from '@lianban/db/organisation/tree';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { treeView } from '../../views/organisation.ts';

/** The bureau of one's province with its units and the people in them. */
export const tree = installationRouteFor('organisation.tree')
  .input(z.void())
  .output(treeView)
  .query(({ ctx: { services, identity } }) => organisationTree(services.database.pool, identity.post.province));
