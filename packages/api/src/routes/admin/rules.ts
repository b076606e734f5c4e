import { allRules } from '@lianban/db/rules';
import { z } from 'zod';
import { rulesView as shown } from '../../presentation/rules.ts';
import { routeFor } from '../../trpc.ts';
import { rulesView } from '../../views/supervise.ts';

/** The rule table, past and future rows included. */
export const rules = routeFor('admin.rules')
  .input(z.void())
  .output(rulesView)
  .query(async ({ ctx }) => shown(await allRules(ctx.services.database.pool)));
