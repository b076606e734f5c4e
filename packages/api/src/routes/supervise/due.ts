import { horizonOf } from '@lianban/db/queries/horizon';
import { superviseDue as overview } from '@lianban/db/queries/supervise';
import { z } from 'zod';
import { presently } from '../../presentation/as-of.ts';
import { superviseDueView } from '../../presentation/supervise.ts';
import { routeFor } from '../../trpc.ts';
import { superviseDue } from '../../views/supervise.ts';

/** The lights of the province and what comes due next. */
export const due = routeFor('supervise.due')
  .input(z.void())
  .output(superviseDue)
  .query(async ({ ctx: { services, identity } }) => {
    const { pool } = services.database;
    const { province } = identity.post;
    const asOf = await presently(pool, province);
    return superviseDueView(await overview(pool, province, horizonOf(asOf.now, asOf.calendar)), identity, asOf);
  });
