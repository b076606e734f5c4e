import { calendarInForce } from '@lianban/db/queries/revisions';
import { z } from 'zod';
import { presently } from '../../presentation/as-of.ts';
import { routeFor } from '../../trpc.ts';
import { inForceView } from '../../views/revision.ts';

/** The calendar in force for the province of the post. */
export const inForce = routeFor('revision.inForce')
  .input(z.void())
  .output(inForceView)
  .query(async ({ ctx: { services, identity } }) => {
    const { pool } = services.database;
    const { province } = identity.post;
    const [{ today }, { years, closures }] = await Promise.all([
      presently(pool, province),
      calendarInForce(pool, province),
    ]);
    return {
      today,
      years: years.map((year) => ({ ...year, rest: [...year.rest], work: [...year.work] })),
      closures: [...closures],
    };
  });
