import { horizonOf } from '@lianban/db/queries/horizon';
import { superviseOverdue as overdueOf } from '@lianban/db/queries/supervise';
import { z } from 'zod';
import { presently } from '../../presentation/as-of.ts';
import { given } from '../../presentation/given.ts';
import { superviseOverdueView } from '../../presentation/supervise.ts';
import { routeFor } from '../../trpc.ts';
import { superviseOverdue } from '../../views/supervise.ts';

const PAGE = 50;

/** Overdue duties of the province, the longest overdue first. */
export const overdue = routeFor('supervise.overdue')
  .input(z.object({ cursor: z.string().max(1000).optional() }))
  .output(superviseOverdue)
  .query(async ({ ctx: { services, identity }, input: { cursor } }) => {
    const { pool } = services.database;
    const { province } = identity.post;
    const asOf = await presently(pool, province);
    const horizon = horizonOf(asOf.now, asOf.calendar);
    const page = await overdueOf(pool, { province, horizon, limit: PAGE, ...given({ cursor }) });
    return superviseOverdueView(page, identity, asOf);
  });
