import type { ErrorCode } from '@lianban/domain/error';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';

/** The one table from our codes to those of the protocol, and through them to HTTP; the words are the console's. */
export const httpCodes = {
  MALFORMED: 'BAD_REQUEST',
  NO_SUCH_DATE: 'BAD_REQUEST',
  INVALID_TEXT: 'BAD_REQUEST',
  TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  UNKNOWN_ITEM: 'NOT_FOUND',
  MISSING_MATERIAL: 'UNPROCESSABLE_CONTENT',
  OUTSIDE_WINDOW: 'UNPROCESSABLE_CONTENT',
  NOT_ELIGIBLE: 'UNPROCESSABLE_CONTENT',
  NOTICE_CHANGED: 'CONFLICT',
  STALE_DUTY: 'CONFLICT',
  NO_SUCH_DUTY: 'NOT_FOUND',
  NO_SUCH_CASE: 'NOT_FOUND',
  NO_SUCH_DRAFT: 'NOT_FOUND',
  OUTCOME_UNAVAILABLE: 'UNPROCESSABLE_CONTENT',
  CASE_CLOSED: 'CONFLICT',
  CLAIMED_BY_OTHER: 'CONFLICT',
  NOT_CLAIMED: 'CONFLICT',
  SEPARATION: 'FORBIDDEN',
  URGED_ENOUGH: 'TOO_MANY_REQUESTS',
  RIGHT_BLOCKED: 'UNPROCESSABLE_CONTENT',
  NO_SUCH_REVISION: 'NOT_FOUND',
  REVISION_DECIDED: 'CONFLICT',
  STALE_PREVIEW: 'CONFLICT',
  REQUEST_REUSED: 'CONFLICT',
  NOT_SIGNED_IN: 'UNAUTHORIZED',
  WRONG_CREDENTIALS: 'UNAUTHORIZED',
  TOO_MANY_ATTEMPTS: 'TOO_MANY_REQUESTS',
  FORBIDDEN: 'FORBIDDEN',
  FOREIGN_ORIGIN: 'FORBIDDEN',
  CALENDAR_GAP: 'UNPROCESSABLE_CONTENT',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<ErrorCode, TRPC_ERROR_CODE_KEY>;

/** Whether a text from elsewhere, such as the type of an engine's failure, is one of our codes. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(httpCodes, code);
