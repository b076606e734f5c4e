import { sessionsOf } from '@lianban/db/sign-in/sessions';
import { roles } from '@lianban/domain/role';
import { z } from 'zod';
import { signedInRoute } from '../../trpc.ts';
import { instantView, textView } from '../../views/basics.ts';

const sessionView = z.object({
  id: z.string(),
  /** It is the one that asks. */
  isThis: z.boolean(),
  since: instantView,
  /** Last use by a person, at most a minute late. */
  seenAt: instantView,
  address: z.string(),
  browser: z.string().nullable(),
  role: textView,
  place: textView,
  /** Whose post it is, where one stands in for somebody else. */
  standingInFor: z.string().nullable(),
});

/** One's own open sessions, the one used last first. */
export const list = signedInRoute
  .input(z.void())
  .output(z.array(sessionView))
  .query(async ({ ctx: { services, identity } }) => {
    const open = await sessionsOf(services.database.pool, identity.person.id);
    return open.map(({ role, ...shown }) => ({
      ...shown,
      role: roles[role],
      isThis: shown.id === identity.session.id,
    }));
  });
