import { LianbanError } from '@lianban/domain/error';
import { z } from 'zod';
import { meOf, meView } from '../../identity/me.ts';
import { usePost as actIn } from '../../identity/session.ts';
import { signedInRoute } from '../../trpc.ts';

/** Acts in another of one's posts from now on. */
export const usePost = signedInRoute
  .input(z.object({ postId: z.uuid() }))
  .output(meView)
  .mutation(async ({ ctx: { services, visitor, identity }, input }) => {
    if (visitor.token === null) throw new LianbanError('NOT_SIGNED_IN');
    const changed = await actIn(services.database, { token: visitor.token, identity }, input.postId);
    return meOf(changed, services);
  });
