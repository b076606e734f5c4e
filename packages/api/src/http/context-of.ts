import type { CreateFastifyContextOptions } from '@trpc/server/adapters/fastify';
import type { Context, Services } from '../context.ts';
import { protocolError } from '../errors/coded.ts';
import { keepToken, tokenIn } from '../identity/cookie.ts';
import type { Identity } from '../identity/identity.ts';
import { networkOf } from '../identity/network.ts';
import { identityIn, identityOf } from '../identity/session.ts';
import { limits } from './limits.ts';
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

/**
 * The context of one request.
 * @throws TRPCError TOO_MANY_ATTEMPTS when the person calls too often, or has too many live streams open.
 */
export async function contextOf(doors: Doors, incoming: CreateFastifyContextOptions): Promise<Context> {
  const { services, rates } = doors;
  const { req, res, info } = incoming;
  const token = tokenIn(req, 'session');
  // A page that is merely open keeps listening and reads again; only people keep a session alive.
  const attended = info.type !== 'subscription' && req.headers[UNATTENDED] === undefined;
  const identity = token === null ? null : await identityOf(services.database, token, attended);
  try {
    await admit(doors, incoming, identity);
  } catch (failure) {
    throw protocolError(failure);
  }
  return {
    services,
    visitor: {
      ...{ token, device: tokenIn(req, 'device'), address: req.ip, userAgent: req.headers['user-agent'] },
      identify: async () => (identity === null ? null : identityIn(services.database, identity.session.id)),
      keepToken: (cookie, kept) => keepToken({ request: req, reply: res }, cookie, kept),
      mayTry: (route, perMinute) => rates.mayTry(req, route, perMinute),
    },
    identity,
  };
}

async function admit(
  { rates, streams, factor }: Doors,
  { req, res, info }: CreateFastifyContextOptions,
  identity: Identity | null,
): Promise<void> {
  if (identity !== null) {
    const kind = req.method === 'GET' ? 'read' : 'change';
    await rates.countAccount(req, { personId: identity.person.id, kind, calls: info.calls.length });
  }
  if (info.type !== 'subscription') return;
  const leave = streams.enter([
    { key: `address:${networkOf(req.ip)}`, allowed: limits.streamsPerAddress * factor },
    ...(identity === null ? [] : [{ key: `session:${identity.session.id}`, allowed: limits.streamsPerSession }]),
  ]);
  res.raw.once('close', leave);
}
