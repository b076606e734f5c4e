import { z } from 'zod';
import { hears } from '../../live/audience.ts';
import { eventOf, type LiveEvent } from '../../live/event.ts';
import { routeFor } from '../../trpc.ts';

/** Changes that concern the post, and those of the case that is being looked at. */
export const events = routeFor('live.events')
  .input(z.object({ watch: z.uuid().nullable().optional() }))
  .subscription(async function* ({ ctx: { services, identity }, input, signal }): AsyncGenerator<LiveEvent> {
    const ended = signal ?? AbortSignal.timeout(0);
    for await (const notice of services.feed.listen(ended)) {
      if (hears(identity, notice, input.watch ?? null)) yield eventOf(notice, identity);
    }
  });
