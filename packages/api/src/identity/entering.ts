import { createHash } from 'node:crypto';
import type { Database } from '@lianban/db/client';
import type { Account } from '@lianban/db/sign-in/account';
import type { FactorProof } from '@lianban/db/sign-in/factor';
import { openSession, type FailedSince, type NotOpened } from '@lianban/db/sign-in/open-session';
import { endReplaced } from '@lianban/db/sign-in/sessions';
import { blockedFor, type Attempt, type Counted } from '@lianban/db/sign-in/tally';
import { LianbanError } from '@lianban/domain/error';
import { browserFamily } from './browser.ts';
import { guessing, type SignInPolicy } from './policy.ts';
import { proofOf } from './proof.ts';
import type { SecretKeys } from './secret-keys.ts';
import { hashOfToken, newToken } from './token.ts';

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

/** Where somebody signs in: the rules of the installation, its keys, and their browser. */
export interface SigningInAt {
  readonly policy: SignInPolicy;
  readonly keys: SecretKeys;
  /** Officials come in by the identity provider alone. */
  readonly staffByProvider: boolean;
  readonly browser: Browser;
}

/** A session that has been opened. */
export interface Opened {
  readonly token: string;
  readonly device: string;
  readonly failedSince: FailedSince;
}

/** What the code proves of the second factor; null for somebody without one. */
export async function factorIn(
  keys: SecretKeys,
  { personId, factor }: Account,
  code: string | undefined,
): Promise<FactorProof | null | 'noCode' | 'wrongCode'> {
  if (factor === null) return null;
  if (code === undefined || code.trim() === '') return 'noCode';
  return (await proofOf(keys, { personId, factor }, code)) ?? 'wrongCode';
}

/** On which tallies a failure is counted. Device tallies stand beside the account, so that a device many people use is not blocked for all of them. */
export function countedFor(who: {
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

/** @throws LianbanError TOO_MANY_ATTEMPTS with the seconds to wait, when one of the tallies is blocked */
export async function refuseBlocked({ pool }: Database, counted: readonly Counted[], attempt: Attempt): Promise<void> {
  const keys = counted.map(({ key }) => key);
  const seconds = await blockedFor(pool, keys, attempt);
  if (seconds !== null) throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds });
}

/** Somebody who has proven who they are. */
export interface Entering {
  readonly account: Account;
  readonly postId: string;
  readonly policy: SignInPolicy;
  readonly browser: Browser;
  readonly method: 'password' | 'provider';
  /** Where guesses would have been counted; none where nothing was typed that could be guessed. */
  readonly counted: readonly Counted[];
  readonly proof: FactorProof | null;
}

/** Opens the session, in place of one that the browser has, with the device known from now on. */
export async function enter({ pool }: Database, entering: Entering): Promise<Opened | NotOpened> {
  const { account, postId, policy, browser, method, counted, proof } = entering;
  const [own, address] = counted;
  const token = newToken();
  const device = account.isDeviceKnown && browser.device !== null ? browser.device : newToken();
  const failedSince = await openSession(pool, {
    ...{ personId: account.personId, postId, tokenHash: hashOfToken(token), deviceHash: hashOfToken(device) },
    ...{ address: browser.address, browser: browserFamily(browser.userAgent), method, proof },
    idleMinutes: policy.session.idleMinutes.value,
    absoluteHours: policy.session.absoluteHours.value,
    mustChangePassword: method === 'password' && (account.mustChange || account.isPastTerm),
    ownTally: own?.key ?? null,
    addressTally: address?.key ?? null,
  });
  if (failedSince === 'blocked' || failedSince === 'unproven') return failedSince;
  if (browser.session !== null) await endReplaced(pool, hashOfToken(browser.session));
  return { token, device, failedSince };
}
