import { requestFileOf } from '@lianban/db/liaison/request-file';
import { z } from 'zod';
import { apartnessOf } from '../../answering/apartness.ts';
import { figuresOwed } from '../../answering/figures-owed.ts';
import { unitsFor } from '../../answering/named.ts';
import { scopeOf } from '../../identity/identity.ts';
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
    const { pool } = ctx.services.database;
    const record = await seenCase(ctx, input.caseId);
    const asOf = await presently(pool, record.head.province);
    const apart = await apartnessOf(pool, record, { reader: ctx.identity, today: asOf.today });
    const units = await unitsFor(pool, record, ctx.identity);
    const requestFile = await requestFileOf(pool, record.head, scopeOf(ctx.identity));
    const figures = await figuresOwed(pool, record, { reader: ctx.identity, at: asOf.now });
    return casePageView(record, { reader: ctx.identity, asOf, apart, units, requestFile, figures });
  });
