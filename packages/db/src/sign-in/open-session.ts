import { instant, type Instant } from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, personStream } from '../audit.ts';
import { lockStream } from '../locks.ts';
import { select, selectOne } from '../queryable.ts';
import { inTransaction, RolledBack } from '../transaction.ts';
import { noteRecoveryCode, useProof, type FactorProof } from './factor.ts';
import { blockedAfterAll, forget } from './tally.ts';

/** A session that is about to be opened for somebody whose password was right, or whom the identity provider named. */
export interface Opening {
  readonly personId: string;
  readonly postId: string;
  readonly tokenHash: string;
  readonly deviceHash: string;
  readonly address: string;
  readonly browser: string | null;
  readonly idleMinutes: number;
  readonly absoluteHours: number;
  readonly mustChangePassword: boolean;
  readonly method: 'password' | 'provider';
  /** The tally that this device is counted on, null where nothing could be guessed, and that of its address for an unknown device. */
  readonly ownTally: string | null;
  readonly addressTally: string | null;
  /** What was proven beside it; null for somebody without a second factor. */
  readonly proof: FactorProof | null;
}

/** Attempts by others, or by oneself, since the last sign-in. */
export interface FailedSince {
  readonly times: number;
  readonly latest: Instant | null;
}

/** Why no session was opened after all: the device has been blocked meanwhile, or the second factor is not proven by this. */
export type NotOpened = 'blocked' | 'unproven';

/** Opens it, uses up what proved the second factor, knows the device from now on and writes it into the audit. */
export const openSession = (pool: Pool, opening: Opening): Promise<FailedSince | NotOpened> =>
  inTransaction<FailedSince | NotOpened>(pool, lockStream(personStream(opening.personId)), async (client) => {
    const { personId, ownTally, addressTally, proof } = opening;
    if (ownTally !== null && (await blockedAfterAll(client, ownTally, 'UPDATE')))
      return new RolledBack('blocked' as const);
    if (addressTally !== null && (await blockedAfterAll(client, addressTally, 'SHARE')))
      return new RolledBack('blocked' as const);
    if (!(await useProof(client, personId, proof))) return new RolledBack('unproven' as const);
    if (ownTally !== null) await forget(client, ownTally);
    await insert(client, opening);
    const failed = await failedSince(client, personId);
    await note(client, opening, failed);
    return failed;
  });

async function insert(client: PoolClient, opening: Opening): Promise<void> {
  const { tokenHash, personId, postId, address, browser, idleMinutes, absoluteHours, mustChangePassword } = opening;
  const { deviceHash, method, proof } = opening;
  await select(client, {
    name: 'session-open',
    text: `WITH device AS (INSERT INTO known_device (token_hash, person_id) VALUES ($9, $2)
        ON CONFLICT (token_hash, person_id) DO UPDATE SET used_at = now())
      INSERT INTO session (token_hash, person_id, post_id, address, browser, idle_minutes, expires_at, must_change_password, method, has_provider_factor)
      VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 hour', $8, $10, $11)`,
    values: [
      ...[tokenHash, personId, postId, address, browser, idleMinutes, absoluteHours, mustChangePassword],
      ...[deviceHash, method, proof?.kind === 'provider'],
    ],
  });
}

/** Those that the audit holds already and those that it is about to hold; the count begins anew. */
const failedSince = (client: PoolClient, personId: string): Promise<FailedSince> =>
  selectOne<FailedSince>(client, {
    name: 'session-failed-since',
    text: `WITH before AS (SELECT failed_attempts, failed_at, signed_in_at FROM credential WHERE person_id = $1),
        waiting AS (SELECT count(*)::int AS times, max(a.at) AS latest FROM sign_in_attempt a, before
          WHERE a.person_id = $1 AND a.at > coalesce(before.signed_in_at, '-infinity')),
        told AS (UPDATE credential SET signed_in_at = clock_timestamp(), failed_attempts = 0, failed_at = NULL WHERE person_id = $1)
      SELECT before.failed_attempts + waiting.times AS times, greatest(before.failed_at, waiting.latest) AS latest FROM before, waiting`,
    values: [personId],
  });

async function note(client: PoolClient, opening: Opening, failed: FailedSince): Promise<void> {
  const { personId, postId, address, method, proof } = opening;
  const text = 'SELECT role FROM post WHERE id = $1';
  const { role } = await selectOne<{ role: Role }>(client, { name: 'role-of-post', text, values: [postId] });
  const by = { personId, postId, role };
  const provenBy = proof === null ? {} : { provenBy: proof.kind };
  await appendAudit(client, {
    ...{ stream: personStream(personId), at: instant(Date.now()), action: 'session.signIn', by },
    detail: { post: postId, address, method, failedSince: failed.times, ...provenBy },
  });
  if (proof?.kind === 'recoveryCode') await noteRecoveryCode(client, by);
}
