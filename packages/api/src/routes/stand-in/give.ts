import { enterAbsence } from '@lianban/db/stand-in/give';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { day, reason } from '../organisation/inputs.ts';
import { giverOf, matter } from './inputs.ts';

const input = z.object({
  postId: z.uuid(),
  /** Null for an absence during which colleagues of the same role do the work. */
  deputyPostId: z.uuid().nullable(),
  ...{ matter, from: day, to: day, reason },
});

/** Enters that somebody is away, and who stands in for them (委托代办). */
export const give = installationRouteFor('standIn.give')
  .input(input)
  .output(z.object({ delegationId: z.string() }))
  .mutation(({ ctx: { services, identity }, input: asked }) =>
    enterAbsence(services.database.pool, giverOf(identity), asked),
  );
