import { caseList } from '@lianban/db/queries/case-list';
import { z } from 'zod';
import { scopeOf } from '../../identity/identity.ts';
import { presently } from '../../presentation/as-of.ts';
import { caseRowView } from '../../presentation/case-row.ts';
import { given } from '../../presentation/given.ts';
import { routeFor } from '../../trpc.ts';
import { casePageOfRows } from '../../views/case.ts';

const input = z.object({
  state: z.enum(['open', 'closed', 'all']).default('all'),
  cursor: z.string().max(1000).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

/** The cases of the enterprise, open and closed unless one of them is asked for, the latest change first. */
export const list = routeFor('application.list')
  .input(input)
  .output(casePageOfRows)
  .query(async ({ ctx: { services, identity }, input: { state, limit, cursor } }) => {
    const { pool } = services.database;
    const question = { scope: scopeOf(identity), state, limit, ...given({ cursor }) };
    const [page, asOf] = await Promise.all([caseList(pool, question), presently(pool, identity.post.province)]);
    return { rows: page.rows.map((row) => caseRowView(row, asOf)), next: page.next };
  });
