import { decideAccess } from '@lianban/db/emergency/decide';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { askerOf } from '../../trail/asker.ts';
import { writtenReason } from '../written-reason.ts';

/** Refuses to let somebody into a secret case, and says why. */
export const refuse = routeFor('emergency.refuse')
  .input(z.object({ accessId: z.uuid(), reason: writtenReason }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input: { accessId, reason } }) =>
    decideAccess(services.database.pool, { asker: askerOf(identity), id: accessId, refusal: reason }),
  );
