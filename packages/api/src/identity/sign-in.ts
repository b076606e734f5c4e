import type { Database } from '@lianban/db/client';
import { accountOf } from '@lianban/db/sign-in/account';
import type { FactorProof } from '@lianban/db/sign-in/factor';
import { countFailure } from '@lianban/db/sign-in/tally';
import { mayUsePassword } from '@lianban/domain/entrance';
import { LianbanError } from '@lianban/domain/error';
import { countedFor, enter, factorIn, refuseBlocked, type Opened, type SigningInAt } from './entering.ts';
import { networkOf } from './network.ts';
import { passwordFits } from './password.ts';
import { blocking } from './policy.ts';
import { hashOfToken } from './token.ts';
import { verifications } from './verifications.ts';

/** What is typed into the sign-in page. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code; asked for when the password was right. */
  readonly code?: string | undefined;
}

/** What password and code amount to; null is a right password of somebody without a second factor. */
type Found = FactorProof | null | 'wrongPassword' | 'noCode' | 'wrongCode';

/**
 * Opens a session in the first post that the person holds. Guessing is slowed down by device cookies: a known device is
 * counted by itself, all others of the account together, and those of one address together, so that strangers can block
 * other strangers but nobody at a device that they have used before. An unknown account costs and answers as a known one.
 * @throws LianbanError WRONG_CREDENTIALS for an unknown name as for a wrong password, when no post is held, and, where officials come in
 * by the identity provider alone, for theirs: then it says so to everybody, whoever it is;
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
  const account = await accountOf(database.pool, user, { device, termDays: policy.password.termDays.value });
  const address = networkOf(browser.address);
  const attempt = { personId: account?.personId ?? null, address: browser.address };
  const counted = countedFor({ user, device: account?.knowsDevice === true ? device : null, address });
  const refuse = async (refusal: 'WRONG_CREDENTIALS' | 'WRONG_CODE'): Promise<never> => {
    await countFailure(database.pool, counted, { by: attempt, blocking });
    throw new LianbanError(refusal, refusal === 'WRONG_CREDENTIALS' && at.staffByProvider ? { staff: 'provider' } : {});
  };
  const found = await verifications.within<Found>(async () => {
    await refuseBlocked(database, counted, attempt);
    if (!(await passwordFits(account?.passwordHash ?? null, password))) return 'wrongPassword';
    // Where officials come by the provider, theirs is answered, and counted, like a wrong one, before a code is asked for.
    if (account === undefined || (at.staffByProvider && !mayUsePassword(account.roles))) return 'wrongPassword';
    return factorIn(at.keys, account, code);
  });
  if (found === 'wrongPassword' || account === undefined || account.postId === null || account.isExpired)
    return refuse('WRONG_CREDENTIALS');
  if (found === 'noCode') throw new LianbanError('CODE_REQUIRED');
  if (found === 'wrongCode') return refuse('WRONG_CODE');
  const entering = { account, postId: account.postId, policy, browser, counted, proof: found } as const;
  const opened = await enter(database, { ...entering, method: 'password' });
  if (opened === 'unproven') return refuse('WRONG_CODE');
  if (opened !== 'blocked') return opened;
  await refuseBlocked(database, counted, attempt);
  throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds: 60 });
}
