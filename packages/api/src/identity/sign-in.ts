import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Database } from '@lianban/db/client';
import { accountOf, type Account } from '@lianban/db/sign-in/account';
import { openSession, type FailedSince } from '@lianban/db/sign-in/open-session';
import { endReplaced } from '@lianban/db/sign-in/sessions';
import { blockedFor, countFailure, type Attempt, type Counted } from '@lianban/db/sign-in/tally';
import { LianbanError } from '@lianban/domain/error';
import { browserFamily } from './browser.ts';
import { networkOf } from './network.ts';
import { passwordFits } from './password.ts';
import { blocking, guessing, type SignInPolicy } from './policy.ts';
import { Slots } from './slots.ts';
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

/** What is typed into the sign-in page. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** A session that has been opened. */
export interface Opened {
  readonly token: string;
  readonly device: string;
  readonly failedSince: FailedSince;
}

/** A password takes a processor and 19 MiB; more at a time would only keep everything else waiting. */
const verifications = new Slots(availableParallelism());

/**
 * Opens a session in the first post that the person holds. Guessing is slowed down by device cookies: a known device is
 * counted by itself, all others of the account together, and those of one address together, so that strangers can block
 * other strangers but nobody at a device that they have used before. An unknown account costs and answers as a known one.
 * @throws LianbanError WRONG_CREDENTIALS for an unknown name as for a wrong password, and when no post is held;
 * TOO_MANY_ATTEMPTS with the seconds to wait while the device is blocked, whatever the password.
 */
export async function signIn(
  database: Database,
  { policy, browser }: { readonly policy: SignInPolicy; readonly browser: Browser },
  { user, password }: Credentials,
): Promise<Opened> {
  const device = browser.device === null ? null : hashOfToken(browser.device);
  const account = await accountOf(database.pool, { user, device, termDays: policy.password.termDays.value });
  const address = networkOf(browser.address);
  const attempt = { personId: account?.personId ?? null, address: browser.address };
  const counted = countedFor({ user, device: account?.knowsDevice === true ? device : null, address });
  const fits = await verifications.within(async () => {
    await refuseBlocked(database, counted, attempt);
    return passwordFits(account?.passwordHash ?? null, password);
  });
  if (!fits || account === undefined || account.postId === null || account.isExpired) {
    await countFailure(database.pool, counted, { by: attempt, blocking });
    throw new LianbanError('WRONG_CREDENTIALS');
  }
  const opened = await open(database, { account, postId: account.postId, policy, browser, counted });
  if (opened === null) {
    await refuseBlocked(database, counted, attempt);
    throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds: 60 });
  }
  return opened;
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
}

async function open({ pool }: Database, entering: Entering): Promise<Opened | null> {
  const { account, postId, policy, browser, counted } = entering;
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
  });
  if (failedSince === null) return null;
  if (browser.session !== null) await endReplaced(pool, hashOfToken(browser.session));
  return { token, device, failedSince };
}
