import { mostBytes, mostMebibytes } from '@lianban/domain/attachment';
import { LianbanError } from '@lianban/domain/error';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { fileRouter } from '../file-router.ts';
import { contextOf } from './context-of.ts';
import { refuseForeign, refuseForeignDownload } from './fetch-metadata.ts';
import { filePolicy } from './content-policy.ts';
import { FILES } from './malformed.ts';
import { limits, type Kind } from './limits.ts';
import { refused, sendRefusal } from './refusal.ts';
import { OpenStreams } from './streams.ts';
import type { Scope } from './trpc-scope.ts';

/** Name of the file that is sent, percent-encoded: it may be personal, and addresses are written down by proxies. */
const FILE_NAME = 'lianban-file-name';

/** What a file is sent as, whatever it is: no form of another site sends that. */
const BYTES = 'application/octet-stream';

/** Nobody but whoever asked keeps it, no page of another site loads it, and it is taken for nothing but what it says. */
const fileHeaders = {
  'content-security-policy': filePolicy,
  'cache-control': 'private, no-store',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;

interface HandingIn {
  readonly Querystring: Readonly<Record<string, unknown>>;
  readonly Body: unknown;
}

interface Named {
  readonly Params: { readonly attachmentId: string };
}

/**
 * Files, one per request, in a scope that takes bytes and nothing else, with a limit and rates of its own. Whoever is not
 * signed in, calls too often or comes from elsewhere is refused before anything of the file is read.
 */
export function serveFiles(app: FastifyInstance, scope: Scope, done: () => void): void {
  const contexts = new WeakMap<FastifyRequest, Context>();
  const underWay = new OpenStreams();
  const admit = (kind: Kind, refuseElsewhere: (request: FastifyRequest) => void) =>
    async function admitted(req: FastifyRequest, res: FastifyReply): Promise<void> {
      await scope.rates.countAddress(req, kind);
      refuseElsewhere(req);
      const context = await contextOf({ ...scope, streams: underWay }, { req, res, kind, calls: 1, isStream: false });
      if (context.identity === null) throw new LianbanError('NOT_SIGNED_IN');
      res.raw.once('close', underWay.enter(atOnce(context.identity.session.id)));
      contexts.set(req, context);
    };
  const routesFor = (request: FastifyRequest) => {
    const context = contexts.get(request);
    if (context === undefined) throw new LianbanError('NOT_SIGNED_IN');
    return fileRouter.createCaller(context).attachment;
  };

  app.removeAllContentTypeParsers();
  app.addContentTypeParser(BYTES, { parseAs: 'buffer' }, (_, bytes, parsed) => parsed(null, bytes));
  app.setErrorHandler(refuseFile);
  app.post<HandingIn>(FILES, { bodyLimit: mostBytes, onRequest: admit('handIn', refuseForeign) }, async (request) =>
    routesFor(request).handIn({
      ...placeIn(request.query),
      ...{ replaces: request.query['replaces'] === undefined ? null : textIn(request.query, 'replaces') },
      ...{ name: nameIn(request), bytes: bytesIn(request.body) },
    }),
  );
  app.delete<Named>(`${FILES}/:attachmentId`, { onRequest: admit('change', refuseForeign) }, async (request) =>
    routesFor(request).remove(request.params),
  );
  app.get<Named>(
    `${FILES}/:attachmentId`,
    { exposeHeadRoute: false, onRequest: admit('download', refuseForeignDownload) },
    async (request, reply) => {
      const { name, mediaType, bytes } = await routesFor(request).download(request.params);
      return reply
        .headers({ ...fileHeaders, 'content-disposition': contentDisposition(name), 'content-type': mediaType })
        .send(bytes);
    },
  );
  done();
}

/** Each of them may be held in memory whole. */
const atOnce = (sessionId: string) => [
  { key: 'all', allowed: limits.filesAtOnce },
  { key: `session:${sessionId}`, allowed: limits.filesAtOncePerSession },
];

/** What the host refuses of a file, in words for files; everything else goes on to the handler of the host. */
function refuseFile(failure: unknown, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  switch (
    (failure as { readonly code?: unknown }).code // whatever was thrown
  ) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return sendRefusal(reply, refused(new LianbanError('FILE_TOO_LARGE', { mebibytes: mostMebibytes.value })));
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return sendRefusal(reply, refused(new LianbanError('MALFORMED', { expected: BYTES }), 415));
    default:
      throw failure;
  }
}

/** A material of a draft, a duty of a case, or a request that is being filled in. @throws LianbanError MALFORMED */
function placeIn(query: HandingIn['Querystring']) {
  if (query['duty'] !== undefined) return { caseId: textIn(query, 'caseId'), duty: textIn(query, 'duty') };
  if (query['registration'] !== undefined) return { registration: textIn(query, 'registration') };
  return { draftId: textIn(query, 'draftId'), material: textIn(query, 'material') };
}

/** What came under that name once. @throws LianbanError MALFORMED */
function textIn(query: HandingIn['Querystring'], name: string): string {
  const value = query[name];
  if (typeof value !== 'string') throw new LianbanError('MALFORMED', { fields: [name] });
  return value;
}

/** @throws LianbanError MALFORMED */
function bytesIn(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new LianbanError('MALFORMED', { fields: ['bytes'] });
}

/** @throws LianbanError MALFORMED */
function nameIn({ headers }: FastifyRequest): string {
  const sent = headers[FILE_NAME];
  try {
    if (typeof sent === 'string') return decodeURIComponent(sent);
  } catch {
    // not percent-encoded: as good as none
  }
  throw new LianbanError('MALFORMED', { fields: ['name'] });
}
