import { LianbanError } from '@lianban/domain/error';
import { z } from 'zod';
import { protocolError } from '../../errors/coded.ts';
import { hears } from '../../live/audience.ts';
import { eventOf, type LiveEvent } from '../../live/event.ts';
import { HeldPost } from '../../live/held-post.ts';
import { tellWatched } from '../../trail/reads.ts';
import { routeFor } from '../../trpc.ts';

/**
 * Changes that concern the post, and those of the case that is being looked at, while the session lasts and the post is
 * held. Ends with a refusal: NOT_SIGNED_IN, or UNAVAILABLE when something may have been missed and one has to listen anew.
 */
export const events = routeFor('live.events')
  .input(z.object({ watch: z.uuid().nullable().optional() }))
  .subscription(async function* ({ ctx, path, input, signal }): AsyncGenerator<LiveEvent> {
    const { services, visitor, identity } = ctx;
    const stopped = signal ?? AbortSignal.timeout(0);
    const held = new HeldPost({ identity, identify: visitor.identify }, stopped);
    try {
      if (typeof input.watch === 'string') await tellWatched(ctx, path, input.watch);
      for await (const { notice, at } of services.feed.listen(held.signal)) {
        if ('sessions' in notice) {
          if (notice.sessions.includes(identity.session.id)) held.lose();
        } else if (hears(identity, notice, input.watch ?? null)) {
          await held.refuseWhenLost(at);
          yield eventOf(notice, identity);
        }
      }
      if (stopped.aborted) return;
      await held.refuseWhenLost();
      throw new LianbanError('UNAVAILABLE');
    } catch (failure) {
      throw protocolError(failure); // past the middleware, which has answered with the stream
    } finally {
      held.leave();
    }
  });
