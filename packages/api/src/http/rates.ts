import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Whether the address behind the request may call the route once more within this minute. */
export type MayTry = (request: FastifyRequest, route: string, perMinute: number) => Promise<boolean>;

/** Counts calls of a route by address. Each process counts its own share. */
export async function countRates(app: FastifyInstance): Promise<MayTry> {
  await app.register(rateLimit, { global: false });
  const counters = new Map<string, ReturnType<typeof app.createRateLimit>>();
  return async (request, route, perMinute) => {
    const count = counters.get(route) ?? app.createRateLimit({ max: perMinute, timeWindow: '1 minute' });
    counters.set(route, count);
    const result = await count(request);
    return result.isAllowed || !result.isExceeded;
  };
}
