import { instant, type Instant } from '@lianban/domain/civil-date';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { PoolClient } from 'pg';
import { appendAudit, personStream } from '../audit.ts';
import { selectFirst, type Queryable } from '../queryable.ts';

/** A second factor as it is kept: what opens it, and what its codes are compared with. */
export interface KeptFactor {
  readonly secret: string;
  readonly keyId: string;
  readonly recoverySalt: string;
}

/** SQL: {@link KeptFactor} of the row `f`. */
export const KEPT_FACTOR = `jsonb_build_object('secret', f.secret, 'keyId', f.key_id, 'recoverySalt', f.recovery_salt)`;

/** What somebody proved their second factor with: the time step of a code, the hash of a recovery code, or the word of the identity provider. */
export type FactorProof =
  | { readonly kind: 'code'; readonly step: number }
  | { readonly kind: 'recoveryCode'; readonly codeHash: string }
  | { readonly kind: 'provider' };

/** The second factor of a person; undefined without one. */
export const factorOf = async (db: Queryable, personId: string): Promise<KeptFactor | undefined> =>
  (
    await selectFirst<{ factor: KeptFactor }>(db, {
      name: 'factor-of-person',
      text: `SELECT ${KEPT_FACTOR} AS factor FROM second_factor f WHERE f.person_id = $1`,
      values: [personId],
    })
  )?.factor;

/** What its person may know of a second factor. */
export interface FactorState {
  readonly since: Instant;
  /** Recovery codes that have not been used. */
  readonly codesLeft: number;
}

/** The state of a person's second factor; undefined without one. */
export const factorState = (db: Queryable, personId: string): Promise<FactorState | undefined> =>
  selectFirst<FactorState>(db, {
    name: 'factor-state',
    text: `SELECT f.since, (SELECT count(*)::int FROM recovery_code c WHERE c.person_id = $1 AND c.used_at IS NULL) AS "codesLeft"
      FROM second_factor f WHERE f.person_id = $1`,
    values: [personId],
  });

const IS_UNUSED = 'UPDATE second_factor SET last_step = $2 WHERE person_id = $1 AND last_step < $2 RETURNING person_id';
const IS_LEFT =
  'UPDATE recovery_code SET used_at = now() WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING person_id';
const IS_WITHOUT = 'SELECT WHERE NOT EXISTS (SELECT FROM second_factor WHERE person_id = $1)';

/**
 * Uses the proof up, in the transaction of what it is given for: of two that come at once one is right. False for a time
 * step that is not later than the last one used, for a recovery code that is used or unknown, and for no proof of somebody
 * who has a second factor by now. What the identity provider said is used up with its attempt.
 */
export async function useProof(client: PoolClient, personId: string, proof: FactorProof | null): Promise<boolean> {
  if (proof === null) return (await selectFirst(client, { text: IS_WITHOUT, values: [personId] })) !== undefined;
  if (proof.kind === 'provider') return true; // its attempt was used up before
  const [text, value] = proof.kind === 'code' ? [IS_UNUSED, proof.step] : [IS_LEFT, proof.codeHash];
  return (await selectFirst(client, { text, values: [personId, value] })) !== undefined;
}

/** Writes into the audit that a recovery code was used, and how many are left; the transaction holds the person's stream. */
export async function noteRecoveryCode(client: PoolClient, by: Actor): Promise<void> {
  const state = await factorState(client, by.personId);
  const act = { stream: personStream(by.personId), at: instant(Date.now()), action: 'factor.recoveryCodeUsed', by };
  await appendAudit(client, { ...act, detail: { codesLeft: state?.codesLeft ?? 0 } });
}
