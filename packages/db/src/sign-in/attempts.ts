import { instant, type Instant } from '@lianban/domain/civil-date';
import type { Pool } from 'pg';
import { appendAudit, personStream, type AuditedAct } from '../audit.ts';
import { lockStream, tryLockAttempts } from '../locks.ts';
import { select, selectOne, type Queryable } from '../queryable.ts';
import { inTransaction, RolledBack } from '../transaction.ts';

/** Stream of attempts on accounts that do not exist. */
export const UNKNOWN_STREAM = 'sign-in:unknown';

/** Attempts written into the audit by one round. */
const PAGE = 5_000;
/** Addresses named in one entry; of the others the number. */
const NAMED_ADDRESSES = 20;

interface AttemptRow {
  readonly at: Instant;
  readonly personId: string | null;
  readonly address: string;
  readonly outcome: 'failed' | 'blocked';
}

const TAKE = `DELETE FROM sign_in_attempt WHERE id IN (SELECT id FROM sign_in_attempt ORDER BY id LIMIT ${PAGE})
  RETURNING at, person_id AS "personId", address, outcome`;
// Attempts that the person has been told of at a sign-in since are not told again.
const REMEMBER = `UPDATE credential c SET failed_attempts = c.failed_attempts + told.times, failed_at = told.latest
  FROM (SELECT person_id, count(*)::int AS times, max(at) AS latest FROM jsonb_to_recordset($1::jsonb) AS tried (person_id uuid, at timestamptz)
    JOIN credential USING (person_id) WHERE at > coalesce(signed_in_at, '-infinity') GROUP BY person_id) told
  WHERE c.person_id = told.person_id`;

/**
 * Writes the attempts noted so far into the audit: of each account one entry, however many there were, so that guessing
 * in a flood does not queue on the chain of its victim. One process does this at a time. 'more' when some are left.
 */
export const auditAttempts = (pool: Pool): Promise<'more' | void> =>
  inTransaction<'more' | void>(pool, '', async (client) => {
    if (!(await selectOne<{ held: boolean }>(client, { text: tryLockAttempts })).held) return new RolledBack(undefined);
    const attempts = await select<AttemptRow>(client, { name: 'attempts-take', text: TAKE });
    if (attempts.length === 0) return new RolledBack(undefined);
    await remember(client, attempts);
    for (const [stream, tried] of [...byStream(attempts)].sort(([a], [b]) => a.localeCompare(b))) {
      await select(client, { text: lockStream(stream) });
      await appendAudit(client, entryOf(stream, tried));
    }
    return attempts.length === PAGE ? 'more' : undefined;
  });

function byStream(attempts: readonly AttemptRow[]): ReadonlyMap<string, readonly AttemptRow[]> {
  const streams = new Map<string, AttemptRow[]>();
  for (const attempt of attempts) {
    const stream = attempt.personId === null ? UNKNOWN_STREAM : personStream(attempt.personId);
    const known = streams.get(stream);
    if (known === undefined) streams.set(stream, [attempt]);
    else known.push(attempt);
  }
  return streams;
}

async function remember(db: Queryable, attempts: readonly AttemptRow[]): Promise<void> {
  const tried = attempts.flatMap(({ personId, at }) => (personId === null ? [] : [{ person_id: personId, at }]));
  if (tried.length > 0) await select(db, { text: REMEMBER, values: [JSON.stringify(tried)] });
}

function entryOf(stream: string, attempts: readonly AttemptRow[]): AuditedAct {
  const moments = attempts.map(({ at }) => at).sort();
  const addresses = new Map<string, number>();
  for (const { address } of attempts) addresses.set(address, (addresses.get(address) ?? 0) + 1);
  const named = [...addresses].sort(([a, times], [b, others]) => others - times || a.localeCompare(b));
  return {
    ...{ stream, at: instant(Date.now()), action: 'session.refused', by: null },
    detail: {
      failed: attempts.filter(({ outcome }) => outcome === 'failed').length,
      blocked: attempts.filter(({ outcome }) => outcome === 'blocked').length,
      ...{ from: moments[0], to: moments.at(-1) },
      addresses: Object.fromEntries(named.slice(0, NAMED_ADDRESSES)),
      otherAddresses: Math.max(0, named.length - NAMED_ADDRESSES),
    },
  };
}
