import cookie from '@fastify/cookie';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { gracefulClose } from './close.ts';
import { serveConsole } from './console.ts';
import { limits } from './limits.ts';
import { refuseBrokenRequest, refuseUnfit, refuseUnknown, refuseUnroutable } from './malformed.ts';
import { serveFiles } from './file-scope.ts';
import { serveCallback } from './provider-callback.ts';
import { countAtDoor } from './door.ts';
import { countRates } from './rates.ts';
import { refusalOf, sendRefusal } from './refusal.ts';
import { hardenAnswers } from './security-headers.ts';
import { serveRoutes } from './trpc-scope.ts';

/** Where and for whom it is served. */
export interface HostSettings {
  /** Folder of the built console; null when it is served elsewhere. */
  readonly console: string | null;
  /** Addresses and networks of the proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. */
  readonly proxies: readonly string[];
  /** Multiplies the general rates. */
  readonly rates: number;
}

/** The HTTP host and how it ends. */
export interface HttpHost {
  readonly app: FastifyInstance;
  readonly close: () => Promise<void>;
}

/** The HTTP host: routes under /trpc, files under /attachments, /healthz, and the console when its folder is given. Not listening yet. */
export async function createServer(services: Services, settings: HostSettings): Promise<HttpHost> {
  const { proxies } = settings;
  const loggerInstance: FastifyBaseLogger = services.log;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    http: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.lookEveryMs,
      requireHostHeader: false, // refused in our own words
    },
    trustProxy: proxies.length === 0 ? false : [...proxies],
    routerOptions: { maxParamLength: limits.headerBytes }, // a batch names all its routes in one path
    clientErrorHandler: refuseBrokenRequest,
    frameworkErrors: refuseUnroutable,
  });
  const close = gracefulClose(app);
  await hardenAnswers(app);
  app.addHook('onRequest', refuseUnfit);
  await app.register(cookie);
  const rates = await countRates(app, settings.rates);
  app.setErrorHandler(async (failure, request, reply) => {
    const refusal = refusalOf(failure);
    await countAtDoor(services, request, refusal.refusal);
    // The query may hold what nobody else should read.
    if (refusal.refusal.code === 'INTERNAL')
      services.log.error({ err: failure, path: request.url.split('?', 1)[0] }, 'request failed');
    return sendRefusal(reply, refusal);
  });
  app.get('/healthz', async () => {
    await services.database.pool.query('SELECT 1');
    return { ok: true };
  });
  if (services.provider !== null) serveCallback(app, { services, rates });
  const scope = { services, rates, factor: settings.rates };
  await app.register(serveRoutes, scope);
  await app.register(serveFiles, scope);
  if (settings.console === null) app.setNotFoundHandler(refuseUnknown);
  else await serveConsole(app, settings.console);
  return { app, close };
}
