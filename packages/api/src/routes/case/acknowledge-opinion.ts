import { acknowledgeOpinion as acknowledge } from '@lianban/db/letters/changed-opinion';
import { z } from 'zod';
import { actorOf, scopeOf } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';
import { writtenReason } from '../written-reason.ts';

/** Acknowledges a letter of the other bureau that says otherwise than the answer which was taken, with what follows from it. */
export const acknowledgeOpinion = routeFor('case.acknowledgeOpinion')
  .input(z.object({ caseId: z.uuid(), number: z.string().min(1).max(300), words: writtenReason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    acknowledge(services.database.pool, { ...input, by: actorOf(identity), scope: scopeOf(identity) }),
  );
