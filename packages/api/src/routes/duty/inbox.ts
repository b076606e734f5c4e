import { horizonOf } from '@lianban/db/queries/horizon';
import { inbox as inboxOf } from '@lianban/db/queries/inbox';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { holderId, scopeOf } from '../../identity/identity.ts';
import { presently } from '../../presentation/as-of.ts';
import { given } from '../../presentation/given.ts';
import { inboxPageView } from '../../presentation/inbox-row.ts';
import { routeFor } from '../../trpc.ts';
import { tellSought } from '../../trail/reads.ts';
import { inboxPage } from '../../views/duty.ts';

const input = z.object({
  tab: z.enum(['mine', 'pool']),
  filter: z.enum(['all', 'today', 'overdue', 'week', 'later']).optional(),
  search: safeTextUpTo(100).optional(),
  cursor: z.string().max(1000).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

/** A page of what the post has to do, the most urgent first. */
export const inbox = routeFor('duty.inbox')
  .input(input)
  .output(inboxPage)
  .query(async ({ ctx, path, input: { tab, limit, filter, search, cursor } }) => {
    const { services, identity } = ctx;
    const { pool } = services.database;
    const asOf = await presently(pool, identity.post.province);
    const question = { scope: scopeOf(identity), personId: holderId(identity), tab, limit };
    const horizon = horizonOf(asOf.now, asOf.calendar);
    const page = await inboxOf(pool, { ...question, horizon, ...given({ filter, search, cursor }) });
    if (page.rows.length === 0) await tellSought(ctx, { route: path, search });
    return inboxPageView(page, identity, asOf);
  });
