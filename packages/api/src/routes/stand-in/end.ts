import { endAbsence } from '@lianban/db/stand-in/end';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { reason } from '../organisation/inputs.ts';
import { giverOf } from './inputs.ts';

/** Ends an absence before its last day; whoever is at work in it as a deputy acts in it no longer, at once. */
export const end = installationRouteFor('standIn.end')
  .input(z.object({ delegationId: z.uuid(), reason }))
  .output(z.object({ done: z.literal(true) }))
  .mutation(async ({ ctx: { services, identity }, input: ending }) => {
    await endAbsence(services.database.pool, giverOf(identity), ending);
    return { done: true as const };
  });
