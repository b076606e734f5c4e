import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context, Services } from '../context.ts';
import { codedOf, protocolError } from '../errors/coded.ts';
import { keepToken, tokenIn } from '../identity/cookie.ts';
import { mayStay, type Identity } from '../identity/identity.ts';
import { networkOf } from '../identity/network.ts';
import { identityIn, identityOf } from '../identity/session.ts';
import { limits, type Kind } from './limits.ts';
import type { Rates } from './rates.ts';
import type { OpenStreams } from './streams.ts';

/** Sent by a page at which nobody has typed or pointed for a while. */
const UNATTENDED = 'lianban-unattended';

/** What stands between the requests and the routes. */
export interface Doors {
  readonly services: Services;
  readonly rates: Rates;
  readonly streams: OpenStreams;
  /** Multiplies the general rates. */
  readonly factor: number;
}

/** A request as it comes in. */
export interface Incoming {
  readonly req: FastifyRequest;
  readonly res: FastifyReply;
  /** How it is counted, and for how many calls. */
  readonly kind: Kind;
  readonly calls: number;
  /** It stays open, and is sent what happens. */
  readonly isStream: boolean;
}

/**
 * The context of one request.
 * @throws TRPCError TOO_MANY_ATTEMPTS when the person calls too often, or has too many live streams open.
 */
export async function contextOf(doors: Doors, incoming: Incoming): Promise<Context> {
  const { services, rates } = doors;
  const { req, res, isStream } = incoming;
  const token = tokenIn(req, 'session');
  // A page that is merely open keeps listening and reads again; only people keep a session alive.
  const attended = !isStream && req.headers[UNATTENDED] === undefined;
  const found = token === null ? null : await identityOf(services.database, token, attended);
  const identity = mayStay(found, services.provider) ? found : null;
  try {
    await admit(doors, incoming, identity);
  } catch (failure) {
    services.door.count(codedOf(failure), { identity, address: req.ip });
    throw protocolError(failure);
  }
  return {
    services,
    visitor: {
      ...{ token, device: tokenIn(req, 'device'), attempt: tokenIn(req, 'attempt') },
      ...{ address: req.ip, userAgent: req.headers['user-agent'] },
      identify: async () => {
        const now = identity === null ? null : await identityIn(services.database, identity.session.id);
        return mayStay(now, services.provider) ? now : null;
      },
      keepToken: (cookie, kept) => keepToken({ request: req, reply: res }, cookie, kept),
      mayTry: (route, perMinute) => rates.mayTry(req, route, perMinute),
    },
    identity,
  };
}

async function admit(
  { rates, streams, factor }: Doors,
  { req, res, kind, calls, isStream }: Incoming,
  identity: Identity | null,
): Promise<void> {
  if (identity !== null) await rates.countAccount(req, { personId: identity.person.id, kind, calls });
  if (!isStream) return;
  const leave = streams.enter([
    { key: `address:${networkOf(req.ip)}`, allowed: limits.streamsPerAddress * factor },
    ...(identity === null ? [] : [{ key: `session:${identity.session.id}`, allowed: limits.streamsPerSession }]),
  ]);
  res.raw.once('close', leave);
}
