import { identitiesOf } from '@lianban/db/sign-in/external-identity';
import { z } from 'zod';
import { signedInRoute } from '../../trpc.ts';
import { instantView } from '../../views/basics.ts';

/** The identities that are linked to one's account, and the provider of the installation if there is one. */
export const identities = signedInRoute
  .input(z.void())
  .output(
    z.object({
      provider: z.object({ issuer: z.string(), title: z.string().nullable() }).nullable(),
      linked: z.array(
        z.object({ issuer: z.string(), subject: z.string(), linkedAt: instantView, usedAt: instantView.nullable() }),
      ),
    }),
  )
  .query(async ({ ctx: { services, identity } }) => {
    const { issuer, title } = services.provider?.setting ?? { issuer: null, title: null };
    const linked = await identitiesOf(services.database.pool, identity.person.id);
    return { provider: issuer === null ? null : { issuer, title }, linked: [...linked] };
  });
