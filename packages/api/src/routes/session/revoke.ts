import { endSessions } from '@lianban/db/sign-in/sessions';
import { LianbanError } from '@lianban/domain/error';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { signedInRoute } from '../../trpc.ts';

/** Ends one of one's own sessions, or for null all but this one, with everything that is open under them. */
export const revoke = signedInRoute
  .meta({ open: 'signedIn', proven: true })
  .input(z.object({ sessionId: z.uuid().nullable() }))
  .output(z.object({ ended: z.number().int() }))
  .mutation(async ({ ctx: { services, identity }, input }) => {
    const which = input.sessionId === null ? { except: identity.session.id } : { id: input.sessionId };
    const ending = { which, action: 'session.revoke', by: actorOf(identity) } as const;
    const ended = await endSessions(services.database.pool, identity.person.id, ending);
    if (ended === 0 && input.sessionId !== null) throw new LianbanError('NO_SUCH_SESSION');
    return { ended };
  });
