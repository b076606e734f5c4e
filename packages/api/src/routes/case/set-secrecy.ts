import { setSecrecy as set } from '@lianban/db/secrecy';
import { z } from 'zod';
import { actorOf, scopeOf } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';
import { writtenReason } from '../written-reason.ts';

/** Puts a case under secrecy (保密), or ends it. */
export const setSecrecy = routeFor('case.setSecrecy')
  .input(z.object({ caseId: z.uuid(), secret: z.boolean(), reason: writtenReason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    set(services.database.pool, { ...input, by: actorOf(identity), scope: scopeOf(identity) }),
  );
