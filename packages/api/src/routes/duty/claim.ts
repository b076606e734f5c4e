import { claim as take } from '@lianban/db/claim';
import { reachDuty } from '../../answering/reach.ts';
import { separated } from '../../answering/separate.ts';
import { actorOf, scopeOf } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';
import { dutyView } from '../../views/duty.ts';
import { dutyReference } from './reference.ts';
import { shownDuty } from './shown-duty.ts';

/** Takes a duty from the pool of one's unit; who may not answer it does not keep it from others either. */
export const claim = routeFor('duty.claim')
  .input(dutyReference)
  .output(dutyView)
  .mutation(async ({ ctx, input }) => {
    const { services, identity } = ctx;
    const { pool } = services.database;
    const claiming = { ...input, by: actorOf(identity) };
    const refusal = await separated(pool, await reachDuty(pool, { ...input, scope: scopeOf(identity) }), claiming);
    if (refusal !== null) throw refusal;
    await take(pool, claiming);
    return shownDuty(ctx, input);
  });
