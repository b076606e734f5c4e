import type { LianbanError } from '@lianban/domain/error';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { FastifyReply } from 'fastify';
import { codedOf, protocolError } from '../errors/coded.ts';

/** A refusal made before the router was reached, in the shape that the router would have given it. */
export function sendRefusal(reply: FastifyReply, refusal: LianbanError): FastifyReply {
  const { code, detail } = refusal;
  const httpStatus = getHTTPStatusCodeFromError(protocolError(refusal));
  return reply
    .code(httpStatus)
    .send({ error: { message: code, code: -32_600, data: { httpStatus, lianban: { code, detail } } } });
}

/** When a refused call may be tried again, as HTTP says it; of several the latest, nothing when no refusal says. */
export function retryAfter(failures: readonly unknown[]): Record<string, string> {
  const seconds = failures.flatMap((failure) => {
    const { code, detail } = codedOf(failure);
    return code === 'TOO_MANY_ATTEMPTS' && typeof detail['seconds'] === 'number' ? [detail['seconds']] : [];
  });
  return seconds.length === 0 ? {} : { 'retry-after': String(Math.max(...seconds)) };
}
