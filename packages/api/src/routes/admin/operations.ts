import { operations as operationsOf } from '@lianban/db/queries/operations';
import { z } from 'zod';
import { operationsView as shown } from '../../presentation/operations.ts';
import { routeFor } from '../../trpc.ts';
import { operationsView } from '../../views/supervise.ts';

/** How the engine is doing. */
export const operations = routeFor('admin.operations')
  .input(z.void())
  .output(operationsView)
  .query(async ({ ctx: { services, identity } }) =>
    shown(await operationsOf(services.database.pool, identity.post.province)),
  );
