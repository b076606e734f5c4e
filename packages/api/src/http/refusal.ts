import { LianbanError } from '@lianban/domain/error';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { FastifyReply } from 'fastify';
import { codedOf, protocolError } from '../errors/coded.ts';
import { limits } from './limits.ts';

/** A refusal made outside the router: its code, and the HTTP status where HTTP has one that says more. */
export interface HostRefusal {
  readonly refusal: LianbanError;
  readonly status: number;
}

/** The refusal with that status; without one, with the status that the router would have given it. */
export const refused = (refusal: LianbanError, status?: number): HostRefusal => ({
  refusal,
  status: status ?? getHTTPStatusCodeFromError(protocolError(refusal)),
});

/** What went wrong before the router was reached, or while it was: a refusal of ours or of Fastify, or a bug. */
export function refusalOf(failure: unknown): HostRefusal {
  const { code, statusCode } = failure as { readonly code?: unknown; readonly statusCode?: unknown }; // whatever was thrown
  if (typeof code !== 'string' || !code.startsWith('FST_ERR_')) return refused(codedOf(failure));
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return refused(new LianbanError('TOO_LARGE', { bytes: limits.bodyBytes }), 413);
  if (code === 'FST_ERR_MAX_PARAM_LENGTH')
    return refused(new LianbanError('TOO_LARGE', { characters: limits.urlCharacters }), 414);
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return refused(new LianbanError('MALFORMED', { expected: 'application/json' }), 415);
  const isTheirs = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return isTheirs ? refused(new LianbanError('MALFORMED'), statusCode) : refused(new LianbanError('INTERNAL'));
}

/** The shape that the router would have given the refusal. */
export function bodyOf({ refusal: { code, detail }, status: httpStatus }: HostRefusal): object {
  return { error: { message: code, code: -32_600, data: { httpStatus, lianban: { code, detail } } } };
}

/** Answers with a refusal. */
export function sendRefusal(reply: FastifyReply, refused: HostRefusal): FastifyReply {
  return reply
    .code(refused.status)
    .headers(retryAfter([refused.refusal]))
    .type('application/json; charset=utf-8')
    .send(bodyOf(refused));
}

/** When a refused call may be tried again, as HTTP says it; of several the latest, nothing when no refusal says. */
export function retryAfter(failures: readonly unknown[]): Record<string, string> {
  const seconds = failures.flatMap((failure) => {
    const { code, detail } = codedOf(failure);
    return code === 'TOO_MANY_ATTEMPTS' && typeof detail['seconds'] === 'number' ? [detail['seconds']] : [];
  });
  return seconds.length === 0 ? {} : { 'retry-after': String(Math.max(...seconds)) };
}
