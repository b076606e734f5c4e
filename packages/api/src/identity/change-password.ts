import { changePassword as record, ownAccount } from '@lianban/db/sign-in/change-password';
import type { Database } from '@lianban/db/client';
import { blockedFor, countFailure } from '@lianban/db/sign-in/tally';
import { LianbanError } from '@lianban/domain/error';
import { actorOf, type Identity } from './identity.ts';
import { hashOfPassword, passwordFits } from './password.ts';
import { refusalOfPassword } from './password-rules.ts';
import { blocking, guessing, type SignInPolicy } from './policy.ts';
import { hashOfToken } from './token.ts';

/** Where the password is changed. */
export interface ChangingAt {
  readonly identity: Identity;
  readonly policy: SignInPolicy;
  readonly address: string;
  /** Token of the device; null when it has none. */
  readonly device: string | null;
}

/** The present password and the one that is to take its place. */
export interface Passwords {
  readonly present: string;
  readonly next: string;
}

/**
 * Changes one's own password; all other sessions end. Gives how many did.
 * @throws LianbanError WRONG_PASSWORD, TOO_MANY_ATTEMPTS after some of those, PASSWORD_REFUSED with the rule.
 */
export async function changePassword(
  { pool }: Database,
  { identity, policy, address, device }: ChangingAt,
  { present, next }: Passwords,
): Promise<number> {
  const { person, session } = identity;
  const { user, passwordHash } = await ownAccount(pool, person.id);
  const attempt = { personId: person.id, address };
  const key = `change:${person.id}`;
  const seconds = await blockedFor(pool, [key], attempt);
  if (seconds !== null) throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds });
  if (!(await passwordFits(passwordHash, present))) {
    await countFailure(pool, [{ key, allowed: guessing.allowedPerDevice.value }], { by: attempt, blocking });
    throw new LianbanError('WRONG_PASSWORD');
  }
  const refusal = refusalOfPassword(next, policy, { user, name: person.name });
  if (refusal !== null) throw new LianbanError('PASSWORD_REFUSED', { ...refusal });
  if (await passwordFits(passwordHash, next)) throw new LianbanError('PASSWORD_REFUSED', { rule: 'same' });
  return record(pool, {
    ...{ by: actorOf(identity), passwordHash: await hashOfPassword(next), sessionId: session.id },
    deviceHash: device === null ? null : hashOfToken(device),
  });
}
