import { auditTrail } from '@lianban/db/queries/audit-trail';
import { auditRowView } from '../../presentation/audit-row.ts';
import { given } from '../../presentation/given.ts';
import { routeFor } from '../../trpc.ts';
import { trailFilters, trailPage } from '../../views/audit.ts';
import { z } from 'zod';

const PAGE = 50;

const input = trailFilters.extend({ cursor: z.string().max(1000).optional() });

/** The trail of the province, the latest first, one's own acts among it. */
export const search = routeFor('audit.search')
  .input(input)
  .output(trailPage)
  .query(async ({ ctx, input: { cursor, ...asked } }) => {
    const filters = given(asked);
    const { province } = ctx.identity.post;
    const question = { province, filters, limit: PAGE, ...given({ cursor }) };
    const { rows, next } = await auditTrail(ctx.services.database.pool, question);
    return { rows: rows.map(auditRowView), next };
  });
