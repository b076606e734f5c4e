import { instant, type Instant } from '@lianban/domain/civil-date';
import type { ProviderFailure } from '@lianban/domain/provider-failure';
import type { Pool } from 'pg';
import { appendAudit, personStream, type AuditedAct } from '../audit.ts';
import { lockStream, tryLockAttempts } from '../locks.ts';
import { namedAddresses } from '../named-addresses.ts';
import { select, selectOne, type Queryable } from '../queryable.ts';
import { inTransaction, RolledBack } from '../transaction.ts';

/** Stream of attempts on accounts that do not exist. */
export const UNKNOWN_STREAM = 'sign-in:unknown';

/** Attempts written into the audit by one round. */
const PAGE = 5_000;

interface AttemptRow {
  readonly at: Instant;
  readonly personId: string | null;
  readonly address: string;
  readonly outcome: 'failed' | 'blocked';
  /** Null for a password. */
  readonly reason: ProviderFailure | null;
}

const TAKE = `DELETE FROM sign_in_attempt WHERE id IN (SELECT id FROM sign_in_attempt ORDER BY id LIMIT ${PAGE})
  RETURNING at, person_id AS "personId", address, outcome, reason`;
// Attempts that the person has been told of at a sign-in since are not told again.
const REMEMBER = `UPDATE credential c SET failed_attempts = c.failed_attempts + told.times, failed_at = told.latest
  FROM (SELECT person_id, count(*)::int AS times, max(at) AS latest FROM jsonb_to_recordset($1::jsonb) AS tried (person_id uuid, at timestamptz)
    JOIN credential USING (person_id) WHERE at > coalesce(signed_in_at, '-infinity') GROUP BY person_id) told
  WHERE c.person_id = told.person_id`;

/**
 * Writes the attempts noted so far into the audit: of each account one entry for its password and one for the identity provider, however many there were, so that guessing
 * in a flood does not queue on the chain of its victim. One process does this at a time. 'more' when some are left.
 */
export const auditAttempts = (pool: Pool): Promise<'more' | void> =>
  inTransaction<'more' | void>(pool, '', async (client) => {
    if (!(await selectOne<{ held: boolean }>(client, { text: tryLockAttempts })).held) return new RolledBack(undefined);
    const attempts = await select<AttemptRow>(client, { name: 'attempts-take', text: TAKE });
    if (attempts.length === 0) return new RolledBack(undefined);
    const entries = together(attempts).map(entryOf);
    // The chain of somebody comes before their account here too, as when they come in at the same moment.
    for (const { stream } of entries) await select(client, { text: lockStream(stream) });
    await remember(client, attempts);
    for (const entry of entries) await appendAudit(client, entry);
    return attempts.length === PAGE ? 'more' : undefined;
  });

/** Attempts that one entry tells of. */
interface Tried {
  readonly stream: string;
  readonly byProvider: boolean;
  readonly attempts: AttemptRow[];
}

function together(attempts: readonly AttemptRow[]): readonly Tried[] {
  const entries = new Map<string, Tried>();
  for (const attempt of attempts) {
    const stream = attempt.personId === null ? UNKNOWN_STREAM : personStream(attempt.personId);
    const byProvider = attempt.reason !== null;
    const key = `${stream} ${byProvider}`;
    const tried = entries.get(key) ?? { stream, byProvider, attempts: [] };
    tried.attempts.push(attempt);
    entries.set(key, tried);
  }
  return [...entries].sort(([a], [b]) => a.localeCompare(b)).map(([, tried]) => tried);
}

async function remember(db: Queryable, attempts: readonly AttemptRow[]): Promise<void> {
  const tried = attempts.flatMap(({ personId, at }) => (personId === null ? [] : [{ person_id: personId, at }]));
  if (tried.length > 0) await select(db, { text: REMEMBER, values: [JSON.stringify(tried)] });
}

function entryOf({ stream, byProvider, attempts }: Tried): AuditedAct {
  const moments = attempts.map(({ at }) => at).sort();
  const action = { action: byProvider ? 'session.refusedByProvider' : 'session.refused' };
  const reasons: Record<string, number> = {};
  for (const { reason } of attempts) if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    ...{ stream, at: instant(Date.now()), ...action, by: null },
    detail: {
      failed: attempts.filter(({ outcome }) => outcome === 'failed').length,
      blocked: attempts.filter(({ outcome }) => outcome === 'blocked').length,
      ...(byProvider ? { reasons } : {}),
      ...{ from: moments[0], to: moments.at(-1) },
      ...namedAddresses(attempts.map(({ address }) => ({ address, times: 1 }))),
    },
  };
}
