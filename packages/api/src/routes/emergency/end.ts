import { endAccess } from '@lianban/db/emergency/end';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { askerOf } from '../../trail/asker.ts';

/** Ends an access that runs, at once: one's own, or as the one who decides on it. */
export const end = routeFor('emergency.end')
  .input(z.object({ accessId: z.uuid() }))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input: { accessId } }) =>
    endAccess(services.database.pool, { asker: askerOf(identity), id: accessId }),
  );
