import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasTls } from '../http/tls.ts';
import type { CookieName, KeptToken } from './kept-token.ts';

/** The prefix makes browsers insist on https, this very host and every path; localhost has no https. */
const secureNames = {
  session: '__Host-lianban',
  device: '__Host-lianban-device',
  attempt: '__Host-lianban-attempt',
} as const;
const localNames = { session: 'lianban', device: 'lianban-device', attempt: 'lianban-attempt' } as const;

const nameFor = (request: FastifyRequest, cookie: CookieName): string =>
  (hasTls(request) ? secureNames : localNames)[cookie];

/** The token that the browser sent; null without one. */
export const tokenIn = (request: FastifyRequest, cookie: CookieName): string | null =>
  request.cookies[nameFor(request, cookie)] ?? null;

/** Gives the browser a token that scripts cannot read and other sites cannot send; null takes it away. */
export function keepToken(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  cookie: CookieName,
  kept: KeptToken | null,
): void {
  const secure = hasTls(request);
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  if (kept === null) void reply.clearCookie(nameFor(request, cookie), attributes);
  else void reply.setCookie(nameFor(request, cookie), kept.token, { ...attributes, maxAge: kept.maxAgeSeconds });
}
