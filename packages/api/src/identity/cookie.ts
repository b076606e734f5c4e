import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_HOURS } from './session.ts';

/** The prefix makes browsers insist on https, this very host and every path; localhost has no https. */
const SECURE_NAME = '__Host-lianban';
const LOCAL_NAME = 'lianban';

const isLocal = ({ hostname }: FastifyRequest): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(hostname);

const nameFor = (request: FastifyRequest): string => (isLocal(request) ? LOCAL_NAME : SECURE_NAME);

/** The session token that the browser sent; null without one. */
export const tokenOf = (request: FastifyRequest): string | null => request.cookies[nameFor(request)] ?? null;

/** Gives the browser a token that scripts cannot read and other sites cannot send; null takes it away. */
export function setToken(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  const secure = !isLocal(request);
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  if (token === null) void reply.clearCookie(nameFor(request), attributes);
  else void reply.setCookie(nameFor(request), token, { ...attributes, maxAge: SESSION_HOURS * 3_600 });
}
