import { districtsOf } from '@lianban/db/organisation/enterprise-list';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { textView } from '../../views/basics.ts';

/** The districts of one's province. */
export const districts = installationRouteFor('organisation.districts')
  .input(z.void())
  .output(z.array(z.object({ id: z.string(), name: textView })).readonly())
  .query(({ ctx: { services, identity } }) => districtsOf(services.database.pool, identity.post.province));
