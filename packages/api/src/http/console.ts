import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { newNonce, pagePolicy } from './content-policy.ts';
import { refuseUnknown } from './malformed.ts';

const YEAR_S = 31_536_000;

/** Stands in the built page wherever the nonce of the response belongs; `apps/web/vite.config.ts` writes it. */
const PLACEHOLDER = 'LIANBAN-NONCE';

/** Addresses at which the page must not stand in for something that is not there, such as a file of an old release. */
const NO_PAGE = /^\/(assets|trpc|attachments)(\/|\?|$)/;

/**
 * Serves the built console: hashed assets for a year, and its page, each time with a nonce of its own and therefore never
 * kept, for every address that is no file.
 * @throws Error when the page has no place for a nonce: its scripts and styles would be refused.
 */
export async function serveConsole(app: FastifyInstance, folder: string): Promise<void> {
  const page = (await readFile(join(folder, 'index.html'), 'utf8')).split(PLACEHOLDER);
  if (page.length === 1) throw new Error(`the console in ${folder} has no place for the nonce: build it again`);
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['index.html'], // it is nothing without its nonce
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(folder, 'assets'));
      void reply.header('cache-control', hashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
    },
  });
  const sendPage = (reply: FastifyReply): FastifyReply => {
    const nonce = newNonce();
    return reply
      .headers({ 'cache-control': 'no-store', 'content-security-policy': pagePolicy(nonce) })
      .type('text/html; charset=utf-8')
      .send(page.join(nonce));
  };
  app.get('/', (_, reply) => sendPage(reply));
  app.setNotFoundHandler((request, reply) => {
    const isPage = !NO_PAGE.test(request.url);
    return isPage ? sendPage(reply) : refuseUnknown(request, reply);
  });
}
