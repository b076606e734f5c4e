import { release as giveBack } from '@lianban/db/claim';
import { reachDuty } from '../../answering/reach.ts';
import { actorOf, scopeOf } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';
import { dutyView } from '../../views/duty.ts';
import { dutyReference } from './reference.ts';
import { shownDuty } from './shown-duty.ts';

/** Gives a duty that one holds back to its pool. */
export const release = routeFor('duty.release')
  .input(dutyReference)
  .output(dutyView)
  .mutation(async ({ ctx, input }) => {
    const { services, identity } = ctx;
    const { pool } = services.database;
    await reachDuty(pool, { ...input, scope: scopeOf(identity) });
    await giveBack(pool, { ...input, by: actorOf(identity) });
    return shownDuty(ctx, input);
  });
