import { caseList } from '@lianban/db/queries/case-list';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { scopeOf } from '../../identity/identity.ts';
import { presently } from '../../presentation/as-of.ts';
import { caseRowView } from '../../presentation/case-row.ts';
import { given } from '../../presentation/given.ts';
import { routeFor } from '../../trpc.ts';
import { tellSought } from '../../trail/reads.ts';
import { casePageOfRows } from '../../views/case.ts';

const input = z.object({
  state: z.enum(['open', 'closed', 'all']),
  search: safeTextUpTo(100).optional(),
  cursor: z.string().max(1000).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

/** Cases that the post may see, the latest change first. */
export const list = routeFor('case.list')
  .input(input)
  .output(casePageOfRows)
  .query(async ({ ctx, path, input: { state, limit, search, cursor } }) => {
    const { services, identity } = ctx;
    const { pool } = services.database;
    const question = { scope: scopeOf(identity), state, limit, ...given({ search, cursor }) };
    const [page, asOf] = await Promise.all([caseList(pool, question), presently(pool, identity.post.province)]);
    if (page.rows.length === 0) await tellSought(ctx, { route: path, search });
    return { rows: page.rows.map((row) => caseRowView(row, asOf)), next: page.next };
  });
