import type { FactorProof, KeptFactor } from '@lianban/db/sign-in/factor';
import { LianbanError } from '@lianban/domain/error';
import type { Identity } from './identity.ts';
import { proof } from './policy.ts';
import { hashOfRecoveryCode, looksLikeRecoveryCode } from './recovery-codes.ts';
import { unseal, type SecretKeys } from './secret-keys.ts';
import { stepOf } from './time-code.ts';

/** With what somebody proves anew who they are: the code of a second factor where they have one, else as they signed in. */
const provenBy = ({ session }: Identity): 'code' | 'password' | 'provider' =>
  session.hasFactor ? 'code' : session.method;

/** @throws LianbanError STEP_UP_REQUIRED, with what is asked for and how long it will serve, when the session has not been proven a short while ago. */
export function requireProof(identity: Identity): void {
  if (identity.session.isProven) return;
  throw new LianbanError('STEP_UP_REQUIRED', { by: provenBy(identity), minutes: proof.minutes.value });
}

/** A second factor with whose it is. */
export interface OwnedFactor {
  readonly personId: string;
  readonly factor: KeptFactor;
}

/** What the code proves, a recovery code too, as long as it has not been used, which only the record knows; null for nothing. */
export async function proofOf(
  keys: SecretKeys,
  { personId, factor }: OwnedFactor,
  code: string,
): Promise<FactorProof | null> {
  const digits = code.replace(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    const step = stepOf(unseal(keys, { ...factor, personId }), digits);
    return step === null ? null : { kind: 'code', step };
  }
  if (!looksLikeRecoveryCode(code)) return null;
  return { kind: 'recoveryCode', codeHash: await hashOfRecoveryCode(code, factor.recoverySalt) };
}
