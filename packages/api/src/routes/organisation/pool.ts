import { poolList } from '@lianban/db/organisation/pool-list';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { poolView } from '../../views/organisation.ts';
import { poolName } from './inputs.ts';

/** Everybody who is or was in a pool of one's province, with what they are qualified for. */
export const pool = installationRouteFor('organisation.pool')
  .input(z.object({ pool: poolName }))
  .output(poolView)
  .query(({ ctx: { services, identity }, input: { pool } }) =>
    poolList(services.database.pool, identity.post.province, pool),
  );
