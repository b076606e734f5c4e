import { allRules } from '@lianban/db/rules';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { z } from 'zod';
import { procedurePageView } from '../../presentation/procedure-page.ts';
import { routeFor } from '../../trpc.ts';
import { procedurePage } from '../../views/procedure.ts';

/** How a procedure goes, with the limits in force today in the province of the post. */
export const page = routeFor('procedure.page')
  .input(z.object({ procedure: z.string().max(100), edition: z.string().max(20) }))
  .output(procedurePage)
  .query(async ({ ctx: { services, identity }, input: { procedure, edition } }) => {
    const rules = await allRules(services.database.pool);
    const { province } = identity.post;
    return procedurePageView(procedure, edition, { rules, province, on: civilDateOf(instant(Date.now())) });
  });
