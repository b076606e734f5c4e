import { z } from 'zod';
import { isStaffByProvider } from '../../identity/provider/setting.ts';
import { publicRoute } from '../../trpc.ts';

/** What somebody should know of this installation before they sign in. */
export const entrance = publicRoute
  .input(z.void())
  .output(
    z.object({
      /** False where nobody is made to use a second factor, as in a demonstration. */
      requiresFactor: z.boolean(),
      /** Where one can sign in besides, by its title if it has one; null for nowhere. */
      provider: z
        .object({
          title: z.string().nullable(),
          /** Officials come in there alone. */
          staffOnlyThere: z.boolean(),
        })
        .nullable(),
    }),
  )
  .query(({ ctx: { services } }) => ({
    requiresFactor: services.secondFactor === 'required',
    provider:
      services.provider === null
        ? null
        : { title: services.provider.setting.title, staffOnlyThere: isStaffByProvider(services.provider) },
  }));
