import { createHash } from 'node:crypto';
import type { Database } from '@lianban/db/client';
import { accountOf, type Account } from '@lianban/db/sign-in/account';
import type { FactorProof } from '@lianban/db/sign-in/factor';
import { openSession, type FailedSince, type NotOpened } from '@lianban/db/sign-in/open-session';
import { endReplaced } from '@lianban/db/sign-in/sessions';
import { blockedFor, countFailure, type Attempt, type Counted } from '@lianban/db/sign-in/tally';
import { LianbanError } from '@lianban/domain/error';
import { browserFamily } from './browser.ts';
import { networkOf } from './network.ts';
import { passwordFits } from './password.ts';
import { blocking, guessing, type SignInPolicy } from './policy.ts';
import { proofOf } from './proof.ts';
import type { SecretKeys } from './secret-keys.ts';
import { hashOfToken, newToken } from './token.ts';
import { verifications } from './verifications.ts';

/** The browser that somebody signs in with. */
export interface Browser {
  /** Of whoever connects; behind a trusted proxy, as the proxy has seen it. */
  readonly address: string;
  readonly userAgent: string | undefined;
  /** Token that tells a known device; null without one. */
  readonly device: string | null;
  /** Token of the session that it has; null without one. */
  readonly session: string | null;
}

/** What is typed into the sign-in page. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code; asked for when the password was right. */
  readonly code?: string | undefined;
}

/** A session that has been opened. */
export interface Opened {
  readonly token: string;
  readonly device: string;
  readonly failedSince: FailedSince;
}

/** Where somebody signs in: the rules of the installation, its keys, and their browser. */
export interface SigningInAt {
  readonly policy: SignInPolicy;
  readonly keys: SecretKeys;
  readonly browser: Browser;
}

/** What password and code amount to; null is a right password of somebody without a second factor. */
type Found = FactorProof | null | 'wrongPassword' | 'noCode' | 'wrongCode';

/**
 * Opens a session in the first post that the person holds. Guessing is slowed down by device cookies: a known device is
 * counted by itself, all others of the account together, and those of one address together, so that strangers can block
 * other strangers but nobody at a device that they have used before. An unknown account costs and answers as a known one.
 * @throws LianbanError WRONG_CREDENTIALS for an unknown name as for a wrong password, and when no post is held;
 * CODE_REQUIRED when the password is right and there is a second factor; WRONG_CODE for one that is wrong, too old or used,
 * counted as a wrong password is; TOO_MANY_ATTEMPTS with the seconds to wait while the device is blocked, whatever is typed.
 */
export async function signIn(
  database: Database,
  at: SigningInAt,
  { user, password, code }: Credentials,
): Promise<Opened> {
  const { policy, browser } = at;
  const device = browser.device === null ? null : hashOfToken(browser.device);
  const account = await accountOf(database.pool, { user, device, termDays: policy.password.termDays.value });
  const address = networkOf(browser.address);
  const attempt = { personId: account?.personId ?? null, address: browser.address };
  const counted = countedFor({ user, device: account?.knowsDevice === true ? device : null, address });
  const refuse = async (refusal: 'WRONG_CREDENTIALS' | 'WRONG_CODE'): Promise<never> => {
    await countFailure(database.pool, counted, { by: attempt, blocking });
    throw new LianbanError(refusal);
  };
  const found = await verifications.within<Found>(async () => {
    await refuseBlocked(database, counted, attempt);
    if (!(await passwordFits(account?.passwordHash ?? null, password))) return 'wrongPassword';
    return account === undefined ? 'wrongPassword' : factorIn(at.keys, account, code);
  });
  if (found === 'wrongPassword' || account === undefined || account.postId === null || account.isExpired)
    return refuse('WRONG_CREDENTIALS');
  if (found === 'noCode') throw new LianbanError('CODE_REQUIRED');
  if (found === 'wrongCode') return refuse('WRONG_CODE');
  const opened = await open(database, { account, postId: account.postId, policy, browser, counted, proof: found });
  if (opened === 'unproven') return refuse('WRONG_CODE');
  if (opened !== 'blocked') return opened;
  await refuseBlocked(database, counted, attempt);
  throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds: 60 });
}

/** What the code proves beside a right password. */
async function factorIn(keys: SecretKeys, { personId, factor }: Account, code: string | undefined): Promise<Found> {
  if (factor === null) return null;
  if (code === undefined || code.trim() === '') return 'noCode';
  return (await proofOf(keys, { personId, factor }, code)) ?? 'wrongCode';
}

/** Device tallies stand beside the account, so that a device many people use is not blocked for all of them. */
function countedFor(who: {
  readonly user: string;
  readonly device: string | null;
  readonly address: string;
}): readonly Counted[] {
  const account = createHash('sha256').update(who.user).digest('hex');
  if (who.device !== null)
    return [{ key: `device:${who.device}:${account}`, allowed: guessing.allowedPerDevice.value }];
  return [
    { key: `account:${account}`, allowed: guessing.allowedPerAccount.value },
    { key: `address:${who.address}`, allowed: guessing.allowedPerAddress.value },
  ];
}

async function refuseBlocked({ pool }: Database, counted: readonly Counted[], attempt: Attempt): Promise<void> {
  const keys = counted.map(({ key }) => key);
  const seconds = await blockedFor(pool, keys, attempt);
  if (seconds !== null) throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds });
}

interface Entering {
  readonly account: Account;
  readonly postId: string;
  readonly policy: SignInPolicy;
  readonly browser: Browser;
  readonly counted: readonly Counted[];
  readonly proof: FactorProof | null;
}

async function open({ pool }: Database, entering: Entering): Promise<Opened | NotOpened> {
  const { account, postId, policy, browser, counted, proof } = entering;
  const [own, address] = counted;
  const token = newToken();
  const device = account.isDeviceKnown && browser.device !== null ? browser.device : newToken();
  const failedSince = await openSession(pool, {
    ...{ personId: account.personId, postId, tokenHash: hashOfToken(token), deviceHash: hashOfToken(device) },
    ...{ address: browser.address, browser: browserFamily(browser.userAgent) },
    idleMinutes: policy.session.idleMinutes.value,
    absoluteHours: policy.session.absoluteHours.value,
    mustChangePassword: account.mustChange || account.isPastTerm,
    ownTally: own?.key ?? '',
    addressTally: address?.key ?? null,
    proof,
  });
  if (failedSince === 'blocked' || failedSince === 'unproven') return failedSince;
  if (browser.session !== null) await endReplaced(pool, hashOfToken(browser.session));
  return { token, device, failedSince };
}
