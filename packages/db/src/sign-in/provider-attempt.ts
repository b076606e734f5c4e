import type { Instant } from '@lianban/domain/civil-date';
import { select, selectFirst, type Queryable } from '../queryable.ts';
import type { ExternalIdentity } from './external-identity.ts';

/** What a browser is sent to the identity provider for. */
export type Purpose = 'signIn' | 'link' | 'stepUp';

/** What is kept of an attempt while the browser is away: the cookie names it, the provider's answer has to fit it. */
export interface BegunAttempt {
  readonly purpose: Purpose;
  /** Null for a sign-in. */
  readonly sessionId: string | null;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Page of the console to go on to. */
  readonly backTo: string | null;
}

/** Keeps that a browser is sent away; it holds the token whose hash this is. */
export async function beginAttempt(db: Queryable, tokenHash: string, attempt: BegunAttempt): Promise<void> {
  const { purpose, sessionId, state, nonce, verifier, backTo } = attempt;
  await select(db, {
    name: 'attempt-begin',
    text: `INSERT INTO provider_attempt (token_hash, purpose, session_id, state, nonce, verifier, back_to)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [tokenHash, purpose, sessionId, state, nonce, verifier, backTo],
  });
}

/** An attempt, by the cookie of the browser, and for how long one lasts. */
export interface OwnAttempt {
  readonly tokenHash: string;
  readonly minutes: number;
}

const IS_YOUNG = `begun_at > now() - $2::int * interval '1 minute'`;

/** Takes up the attempt that the browser comes back for, once; undefined when it is another's, too old, or was taken up before. */
export const takeUpAttempt = (
  db: Queryable,
  { tokenHash, minutes }: OwnAttempt,
  state: string,
): Promise<BegunAttempt | undefined> =>
  selectFirst<BegunAttempt>(db, {
    name: 'attempt-take-up',
    text: `UPDATE provider_attempt SET taken_at = now() WHERE token_hash = $1 AND ${IS_YOUNG} AND state = $3 AND taken_at IS NULL
      RETURNING purpose, session_id AS "sessionId", state, nonce, verifier, back_to AS "backTo"`,
    values: [tokenHash, minutes, state],
  });

/** Who somebody is at the provider, and how they proved it there. */
export interface ProvenIdentity extends ExternalIdentity {
  /** A second factor that the installation trusts. */
  readonly hasFactor: boolean;
  /** Null when the provider does not say. */
  readonly authenticatedAt: Instant | null;
}

/** Keeps what the provider said, under the token that takes the place of the first. */
export async function proveAttempt(
  db: Queryable,
  { before, tokenHash }: { readonly before: string; readonly tokenHash: string },
  { issuer, subject, hasFactor, authenticatedAt }: ProvenIdentity,
): Promise<void> {
  await select(db, {
    name: 'attempt-prove',
    text: `UPDATE provider_attempt SET token_hash = $2, issuer = $3, subject = $4, has_factor = $5, authenticated_at = $6
      WHERE token_hash = $1 AND taken_at IS NOT NULL AND issuer IS NULL`,
    values: [before, tokenHash, issuer, subject, hasFactor, authenticatedAt],
  });
}

/** An attempt whose person the provider has named. */
export interface ProvenAttempt extends ProvenIdentity {
  readonly backTo: string | null;
  /** They proved it after they were sent there; clocks may differ by the half minute that the library allows too. */
  readonly isFresh: boolean;
}

const PROVEN = `issuer, subject, has_factor AS "hasFactor", authenticated_at AS "authenticatedAt", back_to AS "backTo",
  coalesce(authenticated_at >= begun_at - interval '30 seconds', false) AS "isFresh"`;
const IS_PROVEN = `token_hash = $1 AND ${IS_YOUNG} AND issuer IS NOT NULL AND purpose = $3 AND session_id IS NOT DISTINCT FROM $4::uuid`;

/** For what, and in which session; null for a sign-in. */
export interface AskedAttempt extends OwnAttempt {
  readonly purpose: Purpose;
  readonly sessionId: string | null;
}

/** The proven attempt, which stays for another try; undefined when there is none of that browser for that. */
export const provenAttempt = (
  db: Queryable,
  { tokenHash, minutes, purpose, sessionId }: AskedAttempt,
): Promise<ProvenAttempt | undefined> =>
  selectFirst<ProvenAttempt>(db, {
    name: 'attempt-proven',
    text: `SELECT ${PROVEN} FROM provider_attempt WHERE ${IS_PROVEN}`,
    values: [tokenHash, minutes, purpose, sessionId],
  });

/** The same for the one who uses it: of two that do at once, one. */
export const useAttempt = (
  db: Queryable,
  { tokenHash, minutes, purpose, sessionId }: AskedAttempt,
): Promise<ProvenAttempt | undefined> =>
  selectFirst<ProvenAttempt>(db, {
    name: 'attempt-use',
    text: `DELETE FROM provider_attempt WHERE ${IS_PROVEN} RETURNING ${PROVEN}`,
    values: [tokenHash, minutes, purpose, sessionId],
  });

/** Removes attempts that nobody can go on with. */
export async function removeOldAttempts(db: Queryable, minutes: number): Promise<void> {
  const text = `DELETE FROM provider_attempt WHERE begun_at <= now() - $1::int * interval '1 minute'`;
  await select(db, { text, values: [minutes] });
}
