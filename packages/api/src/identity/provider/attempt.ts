import {
  beginAttempt,
  proveAttempt,
  takeUpAttempt,
  type AskedAttempt,
  type Purpose,
} from '@lianban/db/sign-in/provider-attempt';
import { noteFailedErrand } from '@lianban/db/sign-in/failed-errand';
import { countFailure } from '@lianban/db/sign-in/tally';
import { LianbanError } from '@lianban/domain/error';
import type { ProviderFailure } from '@lianban/domain/provider-failure';
import type { Pool } from 'pg';
import type { Services, Visitor } from '../../context.ts';
import { codedOf } from '../../errors/coded.ts';
import { attempts, blocking } from '../policy.ts';
import { hashOfToken, newToken } from '../token.ts';
import type { IdentityProvider } from './identity-provider.ts';

const MINUTE_S = 60;
const minutes = attempts.minutes.value;

/** What a browser is sent away for, in which session, and where it goes on afterwards. */
export interface Errand {
  readonly purpose: Purpose;
  readonly sessionId: string | null;
  readonly backTo: string | null;
}

/** The provider of the installation. @throws LianbanError NO_PROVIDER */
export function providerOf({ provider }: Services): IdentityProvider {
  if (provider === null) throw new LianbanError('NO_PROVIDER');
  return provider;
}

/** Where the page sends its browser, which is known by a cookie when it comes back. @throws LianbanError NO_PROVIDER, PROVIDER_UNAVAILABLE */
export async function depart(
  services: Services,
  { keepToken, address: from }: Visitor,
  errand: Errand,
): Promise<string> {
  const leaving = providerOf(services).depart(errand.purpose !== 'signIn');
  const { address, ...secrets } = await noting(services, { ...errand, address: from }, leaving);
  const token = newToken();
  await beginAttempt(services.database.pool, hashOfToken(token), { ...errand, ...secrets });
  keepToken('attempt', { token, maxAgeSeconds: minutes * MINUTE_S });
  return address;
}

const refuse = (code: 'ATTEMPT_OVER'): Promise<never> => Promise.reject(new LianbanError(code));

/** What a browser was sent away for, and from where. */
type Sent = Pick<Errand, 'purpose' | 'sessionId'> & { readonly address: string };

/** Notes for the trail that it came to nothing at the provider, and why: of secrets and claims nothing. */
async function noting<Came>({ database }: Services, sent: Sent, coming: Promise<Came>): Promise<Came> {
  try {
    return await coming;
  } catch (failure) {
    const reason = reasonOf(codedOf(failure));
    if (reason !== null) await noteFailure(database.pool, sent, reason);
    throw failure;
  }
}

/** A sign-in is nobody's yet; what somebody wanted in their session is told of on their chain. */
async function noteFailure(pool: Pool, { purpose, sessionId, address }: Sent, reason: ProviderFailure): Promise<void> {
  if (purpose !== 'signIn' && sessionId !== null) await noteFailedErrand(pool, { sessionId, purpose, reason });
  else await countFailure(pool, [], { by: { personId: null, address, provider: reason }, blocking });
}

function reasonOf({ code, detail }: LianbanError): ProviderFailure | null {
  switch (code) {
    case 'ATTEMPT_OVER':
      return 'state';
    case 'PROVIDER_UNAVAILABLE':
      return 'away';
    case 'PROVIDER_REFUSED':
      return detail['reason'] as ProviderFailure; // as `refusalOfProvider` says it
    default:
      return null;
  }
}

/** A browser that comes back: its cookie, and what the provider gave it along. */
export interface Arrival {
  readonly token: string | null;
  /** The query of the address, with its question mark. */
  readonly search: string;
  readonly address: string;
  readonly keepToken: Visitor['keepToken'];
}

/**
 * Takes up what the browser comes back for and keeps whom the provider names, under a new cookie. Nobody is signed in by
 * it: a page of ours has to ask for that. Gives what it was for.
 * @throws LianbanError ATTEMPT_OVER, PROVIDER_UNAVAILABLE, PROVIDER_REFUSED
 */
export async function arrive(services: Services, arrival: Arrival): Promise<Purpose> {
  const { token, search, address, keepToken } = arrival;
  const { pool } = services.database;
  const state = new URLSearchParams(search).get('state');
  const before = token === null ? null : hashOfToken(token);
  const taken =
    before === null || state === null ? undefined : await takeUpAttempt(pool, { tokenHash: before, minutes }, state);
  if (before === null || taken === undefined)
    return noting(services, { purpose: 'signIn', sessionId: null, address }, refuse('ATTEMPT_OVER')); // for all that is known
  const naming = providerOf(services).identityIn(search, taken);
  const identity = await noting(services, { ...taken, address }, naming);
  const next = newToken();
  await proveAttempt(pool, { before, tokenHash: hashOfToken(next) }, identity);
  keepToken('attempt', { token: next, maxAgeSeconds: minutes * MINUTE_S });
  return taken.purpose;
}

/** What the browser's cookie may be used for. @throws LianbanError ATTEMPT_OVER without a cookie */
export function asked({ attempt }: Visitor, purpose: Purpose, sessionId: string | null): AskedAttempt {
  if (attempt === null) throw new LianbanError('ATTEMPT_OVER');
  return { tokenHash: hashOfToken(attempt), minutes, purpose, sessionId };
}
