import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { LianbanError } from '@lianban/domain/error';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerPolicy } from './content-policy.ts';
import { limits } from './limits.ts';
import { bodyOf, refusalOf, refused, sendRefusal, type HostRefusal } from './refusal.ts';

/** What an answer carries that no hook has seen. */
const bareHeaders = {
  'content-security-policy': answerPolicy,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** Where the routes are. */
export const PREFIX = '/trpc/';

/** Where the files are. */
export const FILES = '/attachments';

/**
 * Refuses an address that is too long, a request without a host, and what would change something at no address of ours,
 * before anything of the body is read.
 */
export function refuseUnfit(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (request.url.length > limits.urlCharacters)
    sendRefusal(reply, refused(new LianbanError('TOO_LARGE', { characters: limits.urlCharacters }), 414));
  else if (!request.headers.host) sendRefusal(reply, refused(new LianbanError('MALFORMED', { missing: 'host' })));
  else if (request.is404 && request.method !== 'GET') refuseUnknown(request, reply);
  else done();
}

/** Refuses what is at no address, and methods that no route has. */
export function refuseUnknown({ method, url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isMethod = url.startsWith(PREFIX) && method !== 'GET' && method !== 'POST';
  if (!isMethod) return sendRefusal(reply, refused(new LianbanError('MALFORMED'), 404));
  return sendRefusal(reply.header('allow', 'GET, POST'), refused(new LianbanError('MALFORMED', { method }), 405));
}

/** Refuses what cannot be routed. None of the hooks has seen it, so the headers of other answers are missing. */
export function refuseUnroutable(failure: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  sendRefusal(reply.headers(bareHeaders), refusalOf(failure));
}

/** What Node could not read as a request, by the code of its failure. */
function brokenRequest(code: string | undefined): HostRefusal {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return refused(new LianbanError('TOO_LARGE', { bytes: limits.headerBytes }), 431);
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return refused(new LianbanError('MALFORMED', { incompleteAfterMs: limits.requestMs }), 408);
    default:
      return refused(new LianbanError('MALFORMED'));
  }
}

/** Answers what is no request, in the same shape as everything else, and ends the connection. */
export function refuseBrokenRequest(failure: NodeJS.ErrnoException, socket: Socket): void {
  if (failure.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = brokenRequest(failure.code);
  const body = JSON.stringify(bodyOf(refusal));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(bareHeaders).map((header) => header.join(': ')),
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
