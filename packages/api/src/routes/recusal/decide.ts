import { decideRecusal } from '@lianban/db/separation/recusal';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';

/** The head of section confirms or declines that somebody is left out of a case. */
export const decide = routeFor('recusal.decide')
  .input(z.object({ caseId: z.uuid(), personId: z.uuid(), state: z.enum(['confirmed', 'declined']) }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    decideRecusal(services.database.pool, { ...input, by: actorOf(identity), province: identity.post.province }),
  );
