import { factorState } from '@lianban/db/sign-in/factor';
import { z } from 'zod';
import { RECOVERY_CODES } from '../../identity/recovery-codes.ts';
import { mayBeWithout } from '../../identity/second-factor.ts';
import { signedInRoute } from '../../trpc.ts';
import { instantView } from '../../views/basics.ts';

/** One's own second factor, and whether one may be without. */
export const factor = signedInRoute
  .meta({ open: 'signedIn', beforeFactor: true })
  .input(z.void())
  .output(
    z.object({
      /** Null while none is set up. */
      isSetUp: z.object({ since: instantView, codesLeft: z.number().int(), codes: z.number().int() }).nullable(),
      mayBeWithout: z.boolean(),
    }),
  )
  .query(async ({ ctx: { services, identity } }) => {
    const state = await factorState(services.database.pool, identity.person.id);
    return {
      isSetUp: state === undefined ? null : { ...state, codes: RECOVERY_CODES },
      mayBeWithout: mayBeWithout(identity, services.secondFactor),
    };
  });
