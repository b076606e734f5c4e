import type { Database } from '@lianban/db/client';
import { personWith } from '@lianban/db/sign-in/external-identity';
import { factorOf } from '@lianban/db/sign-in/factor';
import { useAttempt, type AskedAttempt } from '@lianban/db/sign-in/provider-attempt';
import { noteFailedStepUp, stepUp as record } from '@lianban/db/sign-in/step-up';
import { LianbanError } from '@lianban/domain/error';
import { actorOf, type Identity } from '../identity.ts';
import type { KeptToken } from '../kept-token.ts';
import { hashOfToken, newToken } from '../token.ts';

/**
 * Proves anew who somebody is by what they have just proven at the provider: with their own identity, after they were sent
 * there, and with a second factor where the session rests on one of the provider. Gives the session's new token.
 * @throws LianbanError ATTEMPT_OVER, WRONG_IDENTITY, PROVIDER_REFUSED when the proof is old or weaker than the session's,
 * CODE_REQUIRED for somebody whose own second factor the provider's proof does not stand in for, TOO_MANY_ATTEMPTS while
 * they are blocked for wrong passwords or codes.
 */
export async function completeStepUp(
  { pool }: Database,
  identity: Identity,
  attempt: AskedAttempt,
): Promise<KeptToken> {
  const { person, session } = identity;
  const by = actorOf(identity);
  const proven = await useAttempt(pool, attempt);
  if (proven === undefined) throw new LianbanError('ATTEMPT_OVER');
  const refuse = async (refusal: LianbanError): Promise<never> => {
    await noteFailedStepUp(pool, by, session.id);
    throw refusal;
  };
  if ((await personWith(pool, proven)) !== person.id) return refuse(new LianbanError('WRONG_IDENTITY'));
  if (!proven.isFresh) return refuse(new LianbanError('PROVIDER_REFUSED', { missing: 'freshness' }));
  if (session.hasProviderFactor && !proven.hasFactor)
    return refuse(new LianbanError('PROVIDER_REFUSED', { missing: 'factor' }));
  if (!proven.hasFactor && (await factorOf(pool, person.id)) !== undefined)
    return refuse(new LianbanError('CODE_REQUIRED'));
  const token = newToken();
  const stepping = { by, sessionId: session.id, tally: `stepUp:${person.id}`, tokenHash: hashOfToken(token) };
  const came = await record(pool, { ...stepping, proof: { kind: 'provider' } });
  if (typeof came === 'object') return { token, maxAgeSeconds: came.secondsLeft };
  if (came === 'ended') throw new LianbanError('NOT_SIGNED_IN');
  throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds: 60 }); // of passwords or codes typed before
}
