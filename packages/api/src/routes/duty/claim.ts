import { claim as take } from '@lianban/db/claim';
import { LianbanError } from '@lianban/domain/error';
import { reachDuty } from '../../answering/reach.ts';
import { actorOf, scopeOf } from '../../identity/identity.ts';
import { notSeparateFrom, readerOf } from '../../presentation/catalogue.ts';
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
    const question = { ...input, scope: scopeOf(identity), personId: identity.person.id };
    const { procedure, edition, step, answeredByCaller } = await reachDuty(pool, question);
    const other = notSeparateFrom(readerOf(procedure, edition).spec(step), answeredByCaller);
    if (other !== null) throw new LianbanError('SEPARATION', { step: other });
    await take(pool, { ...input, by: actorOf(identity) });
    return shownDuty(ctx, input);
  });
