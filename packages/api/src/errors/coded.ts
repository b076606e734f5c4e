import { LianbanError } from '@lianban/domain/error';
import { refusalOf } from '@lianban/domain/form-schema';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { httpCodes } from './http-codes.ts';

/** Classes and codes of PostgreSQL and the network that mean: not now, nothing is lost. */
const AWAY = /^(08|53|57P|55P03|57014|40001|40P01)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

/** PostgreSQL refused the text itself: NUL, or a surrogate without its other half, that got past a form. */
const UNKEEPABLE = new Set(['22021', '22P05', '22P02']);

/** The coded refusal that any failure amounts to; a bug of ours is INTERNAL and keeps its cause out of the answer. */
export function codedOf(failure: unknown): LianbanError {
  if (failure instanceof LianbanError) return failure;
  if (failure instanceof z.ZodError) return refusalOf(failure);
  if (failure instanceof TRPCError) return codedOfProtocol(failure);
  const code = codeOf(failure);
  if (code !== null && UNKEEPABLE.has(code)) return new LianbanError('INVALID_TEXT');
  if (code !== null && AWAY.test(code)) return new LianbanError('UNAVAILABLE');
  if (failure instanceof Error && /timeout exceeded when trying to connect/.test(failure.message)) {
    return new LianbanError('UNAVAILABLE'); // the pool gives this one no code
  }
  return new LianbanError('INTERNAL');
}

function codedOfProtocol(failure: TRPCError): LianbanError {
  if (failure.cause !== undefined && failure.cause !== failure) {
    const coded = codedOf(failure.cause);
    if (coded.code !== 'INTERNAL') return coded;
  }
  switch (failure.code) {
    case 'BAD_REQUEST':
    case 'PARSE_ERROR':
    case 'METHOD_NOT_SUPPORTED':
    case 'NOT_FOUND':
    case 'UNSUPPORTED_MEDIA_TYPE':
      return new LianbanError('MALFORMED');
    case 'PAYLOAD_TOO_LARGE':
      return new LianbanError('TOO_LARGE');
    default:
      return new LianbanError('INTERNAL');
  }
}

function codeOf(failure: unknown): string | null {
  if (typeof failure !== 'object' || failure === null || !('code' in failure)) return null;
  return typeof failure.code === 'string' ? failure.code : null;
}

/** The failure as the protocol carries it; the coded refusal is its cause. */
export function protocolError(failure: unknown): TRPCError {
  const cause = codedOf(failure);
  return new TRPCError({ code: httpCodes[cause.code], message: cause.code, cause });
}
