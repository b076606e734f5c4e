import type { Database } from '@lianban/db/client';
import {
  offeredFactor,
  offerFactor as keepOffered,
  removeFactor as remove,
  renewRecoveryCodes as renew,
  setUpFactor as setUp,
} from '@lianban/db/sign-in/change-factor';
import { ownAccount } from '@lianban/db/sign-in/change-password';
import { factorOf } from '@lianban/db/sign-in/factor';
import { LianbanError } from '@lianban/domain/error';
import { needsFactor } from '@lianban/domain/second-factor';
import { actorOf, type Identity } from './identity.ts';
import type { FactorSetting } from './policy.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { seal, unseal, type SecretKeys } from './secret-keys.ts';
import { newSecret, shownSecret, stepOf } from './time-code.ts';

/** Whose second factor it is about, and the keys that seal it. */
export interface FactorOwner {
  readonly identity: Identity;
  readonly keys: SecretKeys;
}

/** A new secret for the authenticator app, as text and as address of its picture; it counts once a code confirms it. @throws LianbanError NOT_SIGNED_IN when the session has just ended. */
export async function offerFactor(
  { pool }: Database,
  { identity, keys }: FactorOwner,
): Promise<{ readonly secret: string; readonly address: string }> {
  const { person, session } = identity;
  const { user } = await ownAccount(pool, person.id);
  const bytes = newSecret();
  if (!(await keepOffered(pool, session.id, seal(keys, person.id, bytes)))) throw new LianbanError('NOT_SIGNED_IN');
  return shownSecret(bytes, user);
}

/** Codes that are shown once, and how many other sessions ended. */
export interface SetUp {
  readonly recoveryCodes: readonly string[];
  readonly endedSessions: number;
}

/**
 * Sets up what was offered in this session, in place of a factor that there is.
 * @throws LianbanError WRONG_CODE, and NO_SUCH_FACTOR when nothing is offered.
 */
export async function setUpFactor({ pool }: Database, { identity, keys }: FactorOwner, code: string): Promise<SetUp> {
  const { person, session } = identity;
  const offered = await offeredFactor(pool, session.id);
  if (offered === undefined) throw new LianbanError('NO_SUCH_FACTOR');
  const step = stepOf(unseal(keys, { ...offered, personId: person.id }), code.replace(/\s/g, ''));
  if (step === null) throw new LianbanError('WRONG_CODE');
  const { codes, kept } = await newRecoveryCodes();
  const by = actorOf(identity);
  const endedSessions = await setUp(pool, { by, sessionId: session.id, offered, step, recovery: kept });
  if (endedSessions === null) throw new LianbanError('NO_SUCH_FACTOR');
  return { recoveryCodes: codes, endedSessions };
}

/** Whether somebody may be without a second factor here. */
export const mayBeWithout = ({ posts }: Identity, setting: FactorSetting): boolean =>
  setting === 'offered' || !needsFactor(posts.map(({ role }) => role));

/**
 * Takes one's second factor away; the other sessions end, their number is given.
 * @throws LianbanError FACTOR_NEEDED when a post held needs one, NO_SUCH_FACTOR without one.
 */
export async function removeFactor({ pool }: Database, identity: Identity, setting: FactorSetting): Promise<number> {
  if (!mayBeWithout(identity, setting)) throw new LianbanError('FACTOR_NEEDED');
  const ended = await remove(pool, { by: actorOf(identity), sessionId: identity.session.id });
  if (ended === null) throw new LianbanError('NO_SUCH_FACTOR');
  return ended;
}

/** New recovery codes, shown once, in place of all earlier ones. @throws LianbanError NO_SUCH_FACTOR without a second factor. */
export async function renewRecoveryCodes({ pool }: Database, identity: Identity): Promise<readonly string[]> {
  if ((await factorOf(pool, identity.person.id)) === undefined) throw new LianbanError('NO_SUCH_FACTOR');
  const { codes, kept } = await newRecoveryCodes();
  if (!(await renew(pool, actorOf(identity), kept))) throw new LianbanError('NO_SUCH_FACTOR');
  return codes;
}
