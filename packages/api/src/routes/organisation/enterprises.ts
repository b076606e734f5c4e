import { enterpriseList } from '@lianban/db/organisation/enterprise-list';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { enterprisesView } from '../../views/organisation.ts';

/** Enterprises of one's province with those who act for them, or those that a search names. */
export const enterprises = installationRouteFor('organisation.enterprises')
  .input(z.object({ search: safeTextUpTo(100).optional() }))
  .output(enterprisesView)
  .query(({ ctx: { services, identity }, input: { search } }) =>
    enterpriseList(services.database.pool, identity.post.province, search),
  );
