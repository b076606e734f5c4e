import type { Database } from '@lianban/db/client';
import { ownAccount } from '@lianban/db/sign-in/change-password';
import { factorOf, type FactorProof } from '@lianban/db/sign-in/factor';
import { noteFailedStepUp, stepUp as record } from '@lianban/db/sign-in/step-up';
import { blockedFor, countFailure } from '@lianban/db/sign-in/tally';
import { LianbanError } from '@lianban/domain/error';
import { actorOf, type Identity } from './identity.ts';
import type { KeptToken } from './kept-token.ts';
import { passwordFits } from './password.ts';
import { blocking, guessing } from './policy.ts';
import { proofOf } from './proof.ts';
import type { SecretKeys } from './secret-keys.ts';
import { hashOfToken, newToken } from './token.ts';
import { verifications } from './verifications.ts';

/** Who is asked, and where they are. */
export interface SteppingUpAt {
  readonly identity: Identity;
  readonly keys: SecretKeys;
  readonly address: string;
}

/** What was found: `wrong` proves nothing, null is a right password of somebody without a second factor. */
type Found = FactorProof | null | 'wrong';

/**
 * Proves anew who somebody is, for their session alone: by a code where they have a second factor, by the password
 * otherwise. Gives the session's new token; the one before is worth nothing. Guessing is slowed down as at the sign-in.
 * @throws LianbanError WRONG_CODE or WRONG_PASSWORD, and TOO_MANY_ATTEMPTS with the seconds after some of those.
 */
export async function stepUp({ pool }: Database, at: SteppingUpAt, typed: string): Promise<KeptToken> {
  const { identity, address } = at;
  const { person, session } = identity;
  const attempt = { personId: person.id, address };
  const tally = `stepUp:${person.id}`;
  const refuseBlocked = async (): Promise<void> => {
    const seconds = await blockedFor(pool, [tally], attempt);
    if (seconds !== null) throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds });
  };
  const factor = await factorOf(pool, person.id);
  const found = await verifications.within<Found>(async () => {
    await refuseBlocked();
    if (factor !== undefined) return (await proofOf(at.keys, { personId: person.id, factor }, typed)) ?? 'wrong';
    const { passwordHash } = await ownAccount(pool, person.id);
    return (await passwordFits(passwordHash, typed)) ? null : 'wrong';
  });
  const by = actorOf(identity);
  const token = newToken();
  const stepping = { by, sessionId: session.id, tally, tokenHash: hashOfToken(token) };
  const came = found === 'wrong' ? 'unproven' : await record(pool, { ...stepping, proof: found });
  if (typeof came === 'object') return { token, maxAgeSeconds: came.secondsLeft };
  if (came === 'ended') throw new LianbanError('NOT_SIGNED_IN');
  if (came === 'unproven') {
    await countFailure(pool, [{ key: tally, allowed: guessing.allowedPerDevice.value }], { by: attempt, blocking });
    await noteFailedStepUp(pool, by, session.id);
    throw new LianbanError(factor === undefined ? 'WRONG_PASSWORD' : 'WRONG_CODE');
  }
  await refuseBlocked();
  throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds: 60 });
}
