import { messagesOf } from '@lianban/db/queries/messages';
import { z } from 'zod';
import { mailPostId } from '../../identity/identity.ts';
import { presently } from '../../presentation/as-of.ts';
import { messageView } from '../../presentation/message.ts';
import { routeFor } from '../../trpc.ts';
import { messageList } from '../../views/message.ts';

const SHOWN = 50;

/** The latest messages of the post, the newest first, and how many are unread in all. */
export const list = routeFor('message.list')
  .input(z.void())
  .output(messageList)
  .query(async ({ ctx: { services, identity } }) => {
    const { pool } = services.database;
    const [{ rows, unread }, asOf] = await Promise.all([
      messagesOf(pool, mailPostId(identity), SHOWN),
      presently(pool, identity.post.province),
    ]);
    return { unread, rows: rows.map((row) => messageView(row, asOf)) };
  });
