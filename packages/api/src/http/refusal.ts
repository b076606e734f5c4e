import type { LianbanError } from '@lianban/domain/error';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { FastifyReply } from 'fastify';
import { protocolError } from '../errors/coded.ts';

/** A refusal made before the router was reached, in the shape that the router would have given it. */
export function sendRefusal(reply: FastifyReply, refusal: LianbanError): FastifyReply {
  const { code, detail } = refusal;
  const httpStatus = getHTTPStatusCodeFromError(protocolError(refusal));
  return reply
    .code(httpStatus)
    .send({ error: { message: code, code: -32_600, data: { httpStatus, lianban: { code, detail } } } });
}
