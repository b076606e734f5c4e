import type { Database } from '@lianban/db/client';
import { accountWith, type Account } from '@lianban/db/sign-in/account';
import type { FactorProof } from '@lianban/db/sign-in/factor';
import { noteUse } from '@lianban/db/sign-in/external-identity';
import { provenAttempt, useAttempt, type AskedAttempt, type ProvenAttempt } from '@lianban/db/sign-in/provider-attempt';
import { countFailure, type Counted } from '@lianban/db/sign-in/tally';
import { LianbanError } from '@lianban/domain/error';
import { countedFor, enter, factorIn, refuseBlocked, type Opened, type SigningInAt } from '../entering.ts';
import { networkOf } from '../network.ts';
import { blocking } from '../policy.ts';
import { hashOfToken } from '../token.ts';
import { verifications } from '../verifications.ts';

/** A session that has been opened, and the page to go on to. */
export interface Completed extends Opened {
  readonly backTo: string | null;
}

/** The attempt of the browser, and the code of the second factor where it was asked for. */
export interface Arrived {
  readonly attempt: AskedAttempt;
  readonly code?: string | undefined;
}

/**
 * Opens a session for whom the provider named. A second factor of ours is asked for unless the provider proved one that the
 * installation trusts; codes are counted as those of the sign-in page are. Nothing else can be guessed here, so no block
 * that strangers cause keeps anybody out.
 * @throws LianbanError ATTEMPT_OVER; IDENTITY_UNKNOWN for an identity that is linked to no account, or to one that is
 * disabled or holds no post; CODE_REQUIRED, WRONG_CODE and TOO_MANY_ATTEMPTS as at the sign-in.
 */
export async function completeSignIn(database: Database, at: SigningInAt, arrived: Arrived): Promise<Completed> {
  const { policy, browser } = at;
  const proven = await provenAttempt(database.pool, arrived.attempt);
  if (proven === undefined) throw new LianbanError('ATTEMPT_OVER');
  const device = browser.device === null ? null : hashOfToken(browser.device);
  const account = await accountWith(database.pool, proven, { device, termDays: null });
  if (account === undefined || account.postId === null) return refuseUnknown(database, at, arrived.attempt);
  const { proof, counted } = await proofFor(database, at, { account, proven, code: arrived.code });
  if ((await useAttempt(database.pool, arrived.attempt)) === undefined) throw new LianbanError('ATTEMPT_OVER');
  const entering = { account, postId: account.postId, policy, browser, counted, proof } as const;
  const opened = await enter(database, { ...entering, method: 'provider' });
  if (opened === 'unproven') throw new LianbanError('WRONG_CODE'); // used meanwhile, or a second factor was just set up
  if (opened === 'blocked') throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds: 60 });
  await noteUse(database.pool, proven);
  return { ...opened, backTo: proven.backTo };
}

/** Nobody learns whether there is such an account; the trail tells of it, on that account's chain if there is one. */
async function refuseUnknown(database: Database, { browser }: SigningInAt, attempt: AskedAttempt): Promise<never> {
  const proven = await useAttempt(database.pool, attempt);
  const termDays = null;
  const known = proven === undefined ? undefined : await accountWith(database.pool, proven, { device: null, termDays });
  const provider = known === undefined ? 'notLinked' : 'noPost';
  const by = { personId: known?.personId ?? null, address: browser.address, provider } as const;
  await countFailure(database.pool, [], { by, blocking });
  throw new LianbanError('IDENTITY_UNKNOWN');
}

interface Asking {
  readonly account: Account;
  readonly proven: ProvenAttempt;
  readonly code: string | undefined;
}

interface Proof {
  readonly proof: FactorProof | null;
  readonly counted: readonly Counted[];
}

async function proofFor(
  database: Database,
  { keys, browser }: SigningInAt,
  { account, proven, code }: Asking,
): Promise<Proof> {
  if (proven.hasFactor) return { proof: { kind: 'provider' }, counted: [] };
  if (account.factor === null) return { proof: null, counted: [] };
  const device = account.knowsDevice && browser.device !== null ? hashOfToken(browser.device) : null;
  const counted = countedFor({ user: account.user, device, address: networkOf(browser.address) });
  const attempt = { personId: account.personId, address: browser.address, provider: 'factor' } as const;
  const found = await verifications.within(async () => {
    await refuseBlocked(database, counted, attempt);
    return factorIn(keys, account, code);
  });
  if (found === 'noCode') throw new LianbanError('CODE_REQUIRED');
  if (found !== 'wrongCode') return { proof: found, counted };
  await countFailure(database.pool, counted, { by: attempt, blocking });
  throw new LianbanError('WRONG_CODE');
}
