import { auditTrail } from '@lianban/db/queries/audit-trail';
import { auditRowView } from '../../presentation/audit-row.ts';
import { given } from '../../presentation/given.ts';
import { tellTrailRead } from '../../trail/reads.ts';
import { routeFor } from '../../trpc.ts';
import { trailFilters, trailPage } from '../../views/audit.ts';
import { z } from 'zod';

const PAGE = 50;

const input = trailFilters.extend({ cursor: z.string().max(1000).optional() });

/** The trail of the province, the latest first; that it was read, and what was looked for, is in it too. */
export const search = routeFor('audit.search')
  .input(input)
  .output(trailPage)
  .query(async ({ ctx, input: { cursor, ...asked } }) => {
    const filters = given(asked);
    await tellTrailRead(ctx, given({ person: asked.person, subject: asked.subject }));
    const { province } = ctx.identity.post;
    const question = { province, filters, limit: PAGE, ...given({ cursor }) };
    const { rows, next } = await auditTrail(ctx.services.database.pool, question);
    return { rows: rows.map(auditRowView), next };
  });
