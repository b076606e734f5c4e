import rateLimit from '@fastify/rate-limit';
import { LianbanError } from '@lianban/domain/error';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf } from '../identity/network.ts';
import { perMinute, type Kind } from './limits.ts';
import { SlidingWindow } from './sliding-window.ts';

/** How often whoever is behind a request may call. Each process counts its own share, in memory. */
export interface Rates {
  /** Counts a request of its address. @throws LianbanError TOO_MANY_ATTEMPTS with the seconds to wait */
  readonly countAddress: (request: FastifyRequest, kind: Kind) => Promise<void>;
  /** Counts so many calls of the person. @throws LianbanError TOO_MANY_ATTEMPTS with the seconds to wait */
  readonly countAccount: (
    request: FastifyRequest,
    of: { readonly personId: string; readonly kind: Kind; readonly calls: number },
  ) => Promise<void>;
  /** Whether the address may call the route once more within this minute. */
  readonly mayTry: (request: FastifyRequest, route: string, perMinute: number) => Promise<boolean>;
}

const MINUTE = '1 minute';

/** Counts requests by address, and calls by account and by route; `factor` multiplies what is allowed in general. */
export async function countRates(app: FastifyInstance, factor: number): Promise<Rates> {
  const keyGenerator = ({ ip }: FastifyRequest): string => networkOf(ip);
  await app.register(rateLimit, { global: false, store: SlidingWindow, keyGenerator });
  const accounts = new WeakMap<FastifyRequest, string>();
  const ofAccount = (request: FastifyRequest): string => accounts.get(request) ?? '';
  const counter = (max: number, key = keyGenerator): Counter =>
    app.createRateLimit({ max, timeWindow: MINUTE, keyGenerator: key });
  const counters = (of: Readonly<Record<Kind, number>>, key = keyGenerator): Readonly<Record<Kind, Counter>> => ({
    read: counter(of.read * factor, key),
    change: counter(of.change * factor, key),
    handIn: counter(of.handIn * factor, key),
    download: counter(of.download * factor, key),
  });
  const addresses = counters(perMinute.address);
  const persons = counters(perMinute.account, ofAccount);
  const routes = new Map<string, Counter>();
  return {
    countAddress: async (request, kind) => refuseExceeded(await addresses[kind](request), 'address'),
    countAccount: async (request, { personId, kind, calls }) => {
      accounts.set(request, personId);
      for (let call = 0; call < calls; call += 1) refuseExceeded(await persons[kind](request), 'account');
    },
    mayTry: async (request, route, allowed) => {
      const count = routes.get(route) ?? counter(allowed);
      routes.set(route, count);
      const result = await count(request);
      return result.isAllowed || !result.isExceeded;
    },
  };
}

type Counter = ReturnType<FastifyInstance['createRateLimit']>;

function refuseExceeded(result: Awaited<ReturnType<Counter>>, per: 'address' | 'account'): void {
  if (result.isAllowed || !result.isExceeded) return;
  throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds: result.ttlInSeconds, per });
}
