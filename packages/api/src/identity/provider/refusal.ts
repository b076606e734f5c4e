import { LianbanError } from '@lianban/domain/error';
import type { ProviderFailure } from '@lianban/domain/provider-failure';
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';

/** What becomes of a failure at the provider, and the words for the log. */
export interface FailedAtProvider {
  readonly refusal: LianbanError;
  readonly because: string;
}

type Reason = Extract<ProviderFailure, 'nonce' | 'signature' | 'token' | 'refused'>;

/** Answers by which a provider says that it cannot at the moment (RFC 6749, 4.1.2.1). */
const LATER = new Set(['server_error', 'temporarily_unavailable']);
/** Codes of the library for a provider that did not answer, or not as one. */
const SILENT = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);

const unavailable = (because: string): FailedAtProvider => ({
  refusal: new LianbanError('PROVIDER_UNAVAILABLE'),
  because,
});
const untrusted = (because: string, reason: Reason = 'token'): FailedAtProvider => ({
  refusal: new LianbanError('PROVIDER_REFUSED', { reason }),
  because,
});

/** Which part of an ID token did not fit, by the words of the library for it, which are kept out of the log. */
function partOf({ cause }: ClientError): Reason {
  if (!(cause instanceof Error)) return 'token';
  if (cause.message.includes('"nonce"')) return 'nonce';
  const isUnsigned = 'code' in cause && cause.code === 'OAUTH_KEY_SELECTION_FAILED';
  return isUnsigned || cause.message === 'JWT signature verification failed' ? 'signature' : 'token';
}

/**
 * A provider that is away is told from one whose answer is a refusal, or cannot be trusted. Of the failure only codes are
 * kept: what it carries besides may be a token.
 */
export function refusalOfProvider(failure: unknown): FailedAtProvider {
  if (failure instanceof AuthorizationResponseError || failure instanceof ResponseBodyError)
    return LATER.has(failure.error) ? unavailable(failure.error) : untrusted(failure.error, 'refused');
  if (failure instanceof ClientError) {
    const because = `${failure.code ?? ''} ${failure.message}`.trim();
    const isSilent = failure.code !== undefined && SILENT.has(failure.code);
    return isSilent ? unavailable(because) : untrusted(because, partOf(failure));
  }
  if (failure instanceof TypeError && failure.message === 'fetch failed') return unavailable(failure.message);
  return untrusted(failure instanceof Error ? failure.name : 'unknown');
}
