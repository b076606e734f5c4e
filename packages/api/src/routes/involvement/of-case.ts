import { dutiesOf } from '@lianban/db/queries/case-page';
import { involvementOf } from '@lianban/db/queries/involvement';
import { z } from 'zod';
import { presently } from '../../presentation/as-of.ts';
import { readerOf } from '../../presentation/catalogue.ts';
import { involvementView as viewOf, openHands } from '../../presentation/involvement.ts';
import { routeFor } from '../../trpc.ts';
import { involvementView } from '../../views/involvement.ts';
import { seenHead } from './seen-duty.ts';

/** Who works on the duties of a case beside their owners: inside the agency only. */
export const ofCase = routeFor('involvement.ofCase')
  .input(z.object({ caseId: z.uuid() }))
  .output(involvementView)
  .query(async ({ ctx, input: { caseId } }) => {
    const { pool } = ctx.services.database;
    const { procedure, edition, province } = await seenHead(ctx, caseId);
    const [work, duties, asOf] = await Promise.all([
      involvementOf(pool, caseId),
      dutiesOf(pool, caseId),
      presently(pool, province),
    ]);
    const catalogue = readerOf(procedure, edition);
    return viewOf(work, { catalogue, open: openHands(duties), reader: ctx.identity, asOf });
  });
