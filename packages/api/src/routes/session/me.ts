import { z } from 'zod';
import { meOf, meView } from '../../identity/me.ts';
import { publicRoute } from '../../trpc.ts';

/** Who is signed in; null when nobody is. */
export const me = publicRoute
  .input(z.void())
  .output(meView.nullable())
  .query(({ ctx: { identity, services } }) => (identity === null ? null : meOf(identity, services)));
