import type { ProviderFailure } from '@lianban/domain/provider-failure';
import { select, selectFirst, type Queryable } from '../queryable.ts';

/** How failures block: so many within the window, for so long, each time twice as long, up to the longest. */
export interface Blocking {
  readonly windowMinutes: number;
  readonly blockMinutes: number;
  readonly longestBlockMinutes: number;
  /** After so long without a failure the next block is a short one again. */
  readonly forgottenAfterHours: number;
}

/** Whose failures are counted together, and how many block. */
export interface Counted {
  readonly key: string;
  readonly allowed: number;
}

/** Somebody's attempt, as the audit will tell of it. */
export interface Attempt {
  /** Null for an unknown account. */
  readonly personId: string | null;
  readonly address: string;
  /** Why nobody came in from the identity provider; absent for a password. */
  readonly provider?: ProviderFailure;
}

/** SQL: method and reason of the attempt, by the parameter that holds the reason. */
const methodOf = (reason: string): string =>
  `CASE WHEN ${reason}::text IS NULL THEN 'password' ELSE 'provider' END, ${reason}::text`;

const BLOCKED = `SELECT max(blocked_until) AS until FROM sign_in_tally WHERE key = ANY($1::text[]) AND blocked_until > now()`;
const SECONDS = `ceil(extract(epoch FROM until - now()))::int AS seconds`;

/** Seconds for which one of the keys is still blocked; null when none is. A blocked attempt is noted for the audit. */
export async function blockedFor(db: Queryable, keys: readonly string[], by: Attempt): Promise<number | null> {
  const row = await selectFirst<{ seconds: number }>(db, {
    name: 'sign-in-blocked',
    text: `WITH block AS (${BLOCKED}), noted AS (
        INSERT INTO sign_in_attempt (person_id, address, outcome, method, reason) SELECT $2, $3, 'blocked', ${methodOf('$4')} FROM block WHERE until IS NOT NULL
      ) SELECT ${SECONDS} FROM block WHERE until IS NOT NULL`,
    values: [keys, by.personId, by.address, by.provider ?? null],
  });
  return row?.seconds ?? null;
}

/**
 * The same for somebody whose password was right, inside the transaction that lets them in: waits for failures that are
 * being counted on the key, so that of many guesses made at once none gets through after the one that blocks.
 */
export async function blockedAfterAll(db: Queryable, key: string, mode: 'SHARE' | 'UPDATE'): Promise<boolean> {
  const row = await selectFirst<{ blocked: boolean }>(db, {
    name: `sign-in-blocked-${mode}`,
    text: `SELECT coalesce(blocked_until > clock_timestamp(), false) AS blocked FROM sign_in_tally WHERE key = $1 FOR ${mode}`,
    values: [key],
  });
  return row?.blocked ?? false;
}

/** Forgets the failures of a key. */
export async function forget(db: Queryable, key: string): Promise<void> {
  await select(db, { name: 'sign-in-forget', text: 'DELETE FROM sign_in_tally WHERE key = $1', values: [key] });
}

// A window ends with its time and with the block that it led to; `t` is the row, `excluded` the failure that is added.
const IS_NEW_WINDOW = `(t.blocked_until IS NOT NULL OR t.since < now() - $6 * interval '1 minute')`;
const FAILURES = `CASE WHEN ${IS_NEW_WINDOW} THEN 1 ELSE t.failures + 1 END`;
const BLOCKS = `CASE WHEN t.since < now() - $9 * interval '1 hour' THEN 0 ELSE t.blocks END`;
const IS_FULL = `${FAILURES} >= excluded.allowed`;
const COUNT = `
WITH noted AS (INSERT INTO sign_in_attempt (person_id, address, outcome, method, reason) VALUES ($1, $2, $3, ${methodOf('$10')}))
INSERT INTO sign_in_tally AS t (key, failures, allowed, since)
  SELECT key, 1, allowed, now() FROM unnest($4::text[], $5::int[]) WITH ORDINALITY AS counted (key, allowed, place) ORDER BY place
ON CONFLICT (key) DO UPDATE SET
  failures = ${FAILURES}, allowed = excluded.allowed, since = CASE WHEN ${IS_NEW_WINDOW} THEN now() ELSE t.since END,
  blocks = ${BLOCKS} + CASE WHEN ${IS_FULL} THEN 1 ELSE 0 END,
  blocked_until = CASE WHEN ${IS_FULL} THEN now() + least($8, $7 * 2 ^ (${BLOCKS})) * interval '1 minute' END
  WHERE t.blocked_until IS NULL OR t.blocked_until <= now()`;

/**
 * Counts a failure on every key, and notes it for the audit. A key that is blocked already stays as it is, so that a
 * flood of guesses writes to no row again and again.
 */
export async function countFailure(
  db: Queryable,
  counted: readonly Counted[],
  { by, blocking }: { readonly by: Attempt; readonly blocking: Blocking },
): Promise<void> {
  const { windowMinutes, blockMinutes, longestBlockMinutes, forgottenAfterHours } = blocking;
  await select(db, {
    name: 'sign-in-failure',
    text: COUNT,
    values: [
      ...[by.personId, by.address, 'failed', counted.map(({ key }) => key), counted.map(({ allowed }) => allowed)],
      ...[windowMinutes, blockMinutes, longestBlockMinutes, forgottenAfterHours, by.provider ?? null],
    ],
  });
}

/** Removes what nobody needs any more: tallies that would be forgotten, and devices that were not used for so long. */
export async function removeOldTallies(
  db: Queryable,
  { forgottenAfterHours, deviceDays }: { readonly forgottenAfterHours: number; readonly deviceDays: number },
): Promise<void> {
  await select(db, {
    text: `DELETE FROM sign_in_tally WHERE since < now() - $1 * interval '1 hour' AND coalesce(blocked_until < now(), true)`,
    values: [forgottenAfterHours],
  });
  await select(db, {
    text: `DELETE FROM known_device WHERE used_at < now() - $1 * interval '1 day'`,
    values: [deviceDays],
  });
}
