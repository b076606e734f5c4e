import { z } from 'zod';
import { LONGEST_PASSWORD } from '../../identity/password-rules.ts';
import { signedInRoute } from '../../trpc.ts';
import { textView } from '../../views/basics.ts';

/** What a new password has to be, under the policy of this installation. */
export const passwordRules = signedInRoute
  .meta({ open: 'signedIn', beforeChange: true })
  .input(z.void())
  .output(
    z.object({
      policy: textView,
      minLength: z.number().int(),
      maxLength: z.number().int(),
      kinds: z.number().int(),
      termDays: z.number().int().nullable(),
    }),
  )
  .query(({ ctx: { services } }) => {
    const { title, password } = services.policy;
    const { minLength, kinds, termDays } = password;
    const numbers = { minLength: minLength.value, kinds: kinds.value, termDays: termDays.value };
    return { policy: title, maxLength: LONGEST_PASSWORD, ...numbers };
  });
