import { askedOfPost } from '@lianban/db/queries/involvement';
import { z } from 'zod';
import { presently } from '../../presentation/as-of.ts';
import { askedPageView } from '../../presentation/involvement.ts';
import { routeFor } from '../../trpc.ts';
import { askedPage } from '../../views/involvement.ts';

const input = z.object({
  cursor: z.string().max(1000).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

/** What colleagues ask of the post and it has not answered, the most urgent first. */
export const inbox = routeFor('involvement.inbox')
  .input(input)
  .output(askedPage)
  .query(async ({ ctx: { services, identity }, input: { cursor, limit } }) => {
    const { pool } = services.database;
    const asOf = await presently(pool, identity.post.province);
    return askedPageView(await askedOfPost(pool, { postId: identity.post.id, cursor, limit }), asOf);
  });
