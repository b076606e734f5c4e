import { decideAccess } from '@lianban/db/emergency/decide';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { askerOf } from '../../trail/asker.ts';

/** Lets somebody into a secret case until the end that they asked for; only a second person does. */
export const release = routeFor('emergency.release')
  .input(z.object({ accessId: z.uuid() }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input: { accessId } }) =>
    decideAccess(services.database.pool, { asker: askerOf(identity), id: accessId, refusal: null }),
  );
