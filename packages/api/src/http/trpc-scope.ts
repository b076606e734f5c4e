import { LianbanError } from '@lianban/domain/error';
import { fastifyRequestHandler, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../context.ts';
import { appRouter, type AppRouter } from '../router.ts';
import { contextOf } from './context-of.ts';
import { refuseForeign } from './fetch-metadata.ts';
import { limits } from './limits.ts';
import { PREFIX } from './malformed.ts';
import type { Rates } from './rates.ts';
import { retryAfter } from './refusal.ts';
import { OpenStreams } from './streams.ts';

/** What the scope of the routes is made of. */
export interface Scope {
  readonly services: Services;
  readonly rates: Rates;
  /** Multiplies the general rates. */
  readonly factor: number;
}

/** A route, or several in a batch: they stand in the path, parted by commas. */
interface Called {
  readonly Params: { readonly path: string };
}

/**
 * The routes, in a scope that takes JSON and nothing else: files have one, and limits, of their own. Calls are read by GET and change by POST; each is counted and has to come from a page of ours.
 */
export function serveRoutes(app: FastifyInstance, scope: Scope, done: () => void): void {
  const doors = { ...scope, streams: new OpenStreams() };
  const options = {
    router: appRouter,
    createContext: ({ req, res, info: { type, calls } }) =>
      contextOf(doors, { req, res, kind: kindOf(req), calls: calls.length, isStream: type === 'subscription' }),
    responseMeta: ({ errors, type }) => ({
      headers: {
        'cache-control': type === 'subscription' ? 'no-store, no-transform' : 'no-store',
        ...retryAfter(errors),
      },
    }),
  } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'];
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, text, parsed) => parsed(null, text));
  app.addHook<Called>('onRequest', async (request) => {
    await scope.rates.countAddress(request, kindOf(request));
    refuseForeign(request);
    refuseLongBatch(request);
  });
  app.route<Called>({
    method: ['GET', 'POST'],
    url: `${PREFIX}:path`,
    exposeHeadRoute: false,
    handler: (req, res) => fastifyRequestHandler({ ...options, req, res, path: req.params.path }),
  });
  done();
}

const kindOf = ({ method }: FastifyRequest): 'read' | 'change' => (method === 'GET' ? 'read' : 'change');

function refuseLongBatch({ params: { path } }: FastifyRequest<Called>): void {
  if (path.split(',').length > limits.callsInBatch) throw new LianbanError('TOO_LARGE', { calls: limits.callsInBatch });
}
