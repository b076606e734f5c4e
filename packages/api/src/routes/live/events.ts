import { caseHead } from '@lianban/db/queries/case-page';
import { LianbanError } from '@lianban/domain/error';
import { z } from 'zod';
import type { SignedIn } from '../../answering.ts';
import { protocolError } from '../../errors/coded.ts';
import { scopeOf } from '../../identity/identity.ts';
import { hears, maybeHidden } from '../../live/audience.ts';
import { eventOf, type LiveEvent } from '../../live/event.ts';
import type { Heard } from '../../live/feed.ts';
import { HeldPost } from '../../live/held-post.ts';
import { tellWatched } from '../../trail/reads.ts';
import { routeFor } from '../../trpc.ts';

/** Whether the case is open to the post at this moment. */
const isSeen = async ({ services, identity }: SignedIn, caseId: string): Promise<boolean> =>
  (await caseHead(services.database.pool, caseId, scopeOf(identity))) !== null;

/** Somebody who listens: from when their post is held, and what has been heard since then. */
interface Listening {
  readonly ctx: SignedIn;
  readonly watch: string | null;
  readonly held: HeldPost;
  readonly heard: AsyncIterable<Heard>;
  readonly stopped: AbortSignal;
}

async function* told({ ctx, watch, held, heard, stopped }: Listening): AsyncGenerator<LiveEvent> {
  const { identity } = ctx;
  try {
    if (watch !== null) await tellWatched(ctx, 'live.events', watch);
    for await (const { notice, at } of heard) {
      if ('sessions' in notice) {
        if (notice.sessions.includes(identity.session.id)) held.lose();
      } else if (hears(identity, notice, watch)) {
        await held.refuseWhenLost(at);
        if ('concealed' in notice) {
          yield* concealedFrom(ctx, watch);
          continue;
        }
        if (maybeHidden(identity, notice) && !(await isSeen(ctx, notice.caseId))) continue;
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
}

/** That the case which is being looked at is not to be seen any more; nothing where the post still may. */
async function* concealedFrom(ctx: SignedIn, watched: string | null): AsyncGenerator<LiveEvent> {
  if (watched === null || (await isSeen(ctx, watched))) return;
  yield { concealed: watched };
}

/**
 * Changes that concern the post, and those of the case that is being looked at, while the session lasts and the post is
 * held; whoever has been told that the stream is open misses none. Ends with a refusal: NOT_SIGNED_IN, or UNAVAILABLE
 * when something may have been missed and one has to listen anew.
 */
export const events = routeFor('live.events')
  .input(z.object({ watch: z.uuid().nullable().optional() }))
  .subscription(({ ctx, input, signal }): AsyncGenerator<LiveEvent> => {
    const { services, visitor, identity } = ctx;
    const stopped = signal ?? AbortSignal.timeout(0);
    const held = new HeldPost({ identity, identify: visitor.identify }, stopped);
    // Before the stream is opened, which is when its reader reads again what may have changed.
    const heard = services.feed.listen(held.signal);
    return told({ ctx, watch: input.watch ?? null, held, heard, stopped });
  });
