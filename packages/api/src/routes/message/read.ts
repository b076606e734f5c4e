import { readMessages } from '@lianban/db/queries/messages';
import { instant } from '@lianban/domain/civil-date';
import { z } from 'zod';
import { mailPostId } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';

const input = z.union([z.object({ ids: z.array(z.uuid()).min(1).max(50) }), z.object({ upTo: z.iso.datetime() })]);

/** Marks messages of the post as read: some of them, or all up to the newest that was shown. */
export const read = routeFor('message.read')
  .input(input)
  .output(z.object({ done: z.literal(true) }))
  .mutation(async ({ ctx: { services, identity }, input: which }) => {
    const { pool } = services.database;
    await readMessages(pool, mailPostId(identity), 'ids' in which ? which : { upTo: instant(which.upTo) });
    return { done: true as const };
  });
