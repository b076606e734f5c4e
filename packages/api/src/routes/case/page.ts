import { z } from 'zod';
import { presently } from '../../presentation/as-of.ts';
import { casePageView } from '../../presentation/case-page.ts';
import { routeFor } from '../../trpc.ts';
import { casePage } from '../../views/case.ts';
import { seenCase } from './seen-case.ts';

/** Everything on one case that the caller may see. */
export const page = routeFor('case.page')
  .input(z.object({ caseId: z.uuid() }))
  .output(casePage)
  .query(async ({ ctx, input }) => {
    const record = await seenCase(ctx, input.caseId);
    const asOf = await presently(ctx.services.database.pool, record.head.province);
    return casePageView(record, { reader: ctx.identity, asOf });
  });
