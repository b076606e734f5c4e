import { z } from 'zod';
import { publicRoute } from '../../trpc.ts';

/** What somebody should know of this installation before they sign in. */
export const entrance = publicRoute
  .input(z.void())
  .output(
    z.object({
      /** False where nobody is made to use a second factor, as in a demonstration. */
      requiresFactor: z.boolean(),
    }),
  )
  .query(({ ctx: { services } }) => ({ requiresFactor: services.secondFactor === 'required' }));
