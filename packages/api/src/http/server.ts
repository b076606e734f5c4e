import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { LianbanError } from '@lianban/domain/error';
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Context, Services } from '../context.ts';
import { codedOf } from '../errors/coded.ts';
import { keepToken, tokenIn } from '../identity/cookie.ts';
import type { Identity } from '../identity/identity.ts';
import { identityOf } from '../identity/session.ts';
import { appRouter, type AppRouter } from '../router.ts';
import { gracefulClose } from './close.ts';
import { serveConsole } from './console.ts';
import { answerPolicy } from './content-policy.ts';
import { refuseForeignOrigin } from './origin.ts';
import { countRates, type MayTry } from './rates.ts';
import { retryAfter, sendRefusal } from './refusal.ts';

/** Room for the longest form; documents travel by another way. */
const BODY_LIMIT = 256 * 1024;

/** Sent by a page at which nobody has typed or pointed for a while. */
const UNATTENDED = 'lianban-unattended';

/** The HTTP host and how it ends. */
export interface HttpHost {
  readonly app: FastifyInstance;
  readonly close: () => Promise<void>;
}

/** The HTTP host: routes under /trpc, /healthz, and the console when its folder is given. Not listening yet. */
export async function createServer(services: Services, consoleFolder: string | null): Promise<HttpHost> {
  const loggerInstance: FastifyBaseLogger = services.log;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 5_000 }, // a batch names all its routes in one path
  });
  const close = gracefulClose(app);
  await app.register(helmet, { contentSecurityPolicy: false });
  app.addHook('onRequest', (_, reply, done) => {
    void reply.header('content-security-policy', answerPolicy);
    done();
  });
  await app.register(cookie);
  const mayTry = await countRates(app);
  app.setErrorHandler((failure, request, reply) => {
    const refusal = fastifyRefusal(failure);
    if (refusal.code === 'INTERNAL') services.log.error({ err: failure, url: request.url }, 'request failed');
    return sendRefusal(reply, refusal);
  });
  app.addHook('onRequest', (request, reply, done) => {
    try {
      refuseForeignOrigin(request);
      done();
    } catch (failure) {
      sendRefusal(reply, codedOf(failure));
    }
  });
  app.get('/healthz', async () => {
    await services.database.pool.query('SELECT 1');
    return { ok: true };
  });
  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: (request) => contextOf(services, mayTry, request),
      responseMeta: ({ errors }) => ({ headers: retryAfter(errors) }),
    } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
  });
  if (consoleFolder !== null) await serveConsole(app, consoleFolder);
  return { app, close };
}

type Incoming = Parameters<NonNullable<FastifyTRPCPluginOptions<AppRouter>['trpcOptions']['createContext']>>[0];

async function contextOf(services: Services, mayTry: MayTry, { req, res, info }: Incoming): Promise<Context> {
  const token = tokenIn(req, 'session');
  const identityNow = async (attended: boolean): Promise<Identity | null> =>
    token === null ? null : identityOf(services.database, token, attended);
  // A page that is merely open keeps listening and reads again; only people keep a session alive.
  const attended = info.type !== 'subscription' && req.headers[UNATTENDED] === undefined;
  return {
    services,
    visitor: {
      ...{ token, device: tokenIn(req, 'device'), address: req.ip, userAgent: req.headers['user-agent'] },
      identify: () => identityNow(false),
      keepToken: (cookie, kept) => keepToken({ request: req, reply: res }, cookie, kept),
      mayTry: (route, perMinute) => mayTry(req, route, perMinute),
    },
    identity: await identityNow(attended),
  };
}

/** What Fastify itself refuses: a body too large, or one that is no JSON. */
function fastifyRefusal(failure: unknown): LianbanError {
  const code = typeof failure === 'object' && failure !== null && 'code' in failure ? failure.code : null;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new LianbanError('TOO_LARGE', { bytes: BODY_LIMIT });
  if (typeof code === 'string' && code.startsWith('FST_ERR_')) return new LianbanError('MALFORMED');
  return codedOf(failure);
}
