import { instant, type Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, personStream } from '../audit.ts';
import { lockStream } from '../locks.ts';
import { select, selectFirst, type Queryable } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import { tellOfChange } from './account-notice.ts';
import { endWithin } from './sessions.ts';

/** Somebody at an identity provider: the provider and its name for them only mean somebody together (ASVS 6.8.1). */
export interface ExternalIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** An identity that is linked to an account. */
export interface LinkedIdentity extends ExternalIdentity {
  readonly linkedAt: Instant;
  /** Null when nobody has signed in with it. */
  readonly usedAt: Instant | null;
}

/** The identities of a person, those linked first in front. */
export const identitiesOf = (db: Queryable, personId: string): Promise<readonly LinkedIdentity[]> =>
  select<LinkedIdentity>(db, {
    name: 'identities-of-person',
    text: `SELECT issuer, subject, linked_at AS "linkedAt", used_at AS "usedAt" FROM external_identity WHERE person_id = $1
      ORDER BY linked_at, issuer`,
    values: [personId],
  });

/** Whose account the identity is linked to; null for nobody's. */
export const personWith = async (db: Queryable, { issuer, subject }: ExternalIdentity): Promise<string | null> => {
  const text = 'SELECT person_id AS "personId" FROM external_identity WHERE issuer = $1 AND subject = $2';
  const row = await selectFirst<{ personId: string }>(db, {
    name: 'person-of-identity',
    text,
    values: [issuer, subject],
  });
  return row?.personId ?? null;
};

/** Keeps that somebody has signed in with it. */
export async function noteUse(db: Queryable, { issuer, subject }: ExternalIdentity): Promise<void> {
  const text = 'UPDATE external_identity SET used_at = now() WHERE issuer = $1 AND subject = $2';
  await select(db, { name: 'identity-used', text, values: [issuer, subject] });
}

/**
 * Links it to the person, within a transaction of the caller. Of two that link it at once one does.
 * @throws LianbanError IDENTITY_HELD when the person has one of that provider, IDENTITY_TAKEN when it is another's.
 */
export async function linkWithin(
  client: PoolClient,
  personId: string,
  { issuer, subject }: ExternalIdentity,
): Promise<void> {
  const linked = await selectFirst(client, {
    text: `INSERT INTO external_identity (issuer, subject, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING issuer`,
    values: [issuer, subject, personId],
  });
  if (linked !== undefined) return;
  const text = 'SELECT FROM external_identity WHERE person_id = $1 AND issuer = $2';
  const held = await selectFirst(client, { text, values: [personId, issuer] });
  throw new LianbanError(held === undefined ? 'IDENTITY_TAKEN' : 'IDENTITY_HELD');
}

/** Takes the person's identity at that provider away, within a transaction of the caller. @throws LianbanError NOTHING_TO_CHANGE */
export async function unlinkWithin(client: PoolClient, personId: string, issuer: string): Promise<ExternalIdentity> {
  const text = 'DELETE FROM external_identity WHERE person_id = $1 AND issuer = $2 RETURNING issuer, subject';
  const gone = await selectFirst<ExternalIdentity>(client, { text, values: [personId, issuer] });
  if (gone === undefined) throw new LianbanError('NOTHING_TO_CHANGE');
  return gone;
}

/** Who changes their own identities, and in which session. */
export interface ChangingIdentity {
  readonly by: Actor;
  readonly sessionId: string;
}

/** Links an identity to one's own account; the other sessions end, and how many did is given. @throws LianbanError as {@link linkWithin} does. */
export const linkIdentity = (
  pool: Pool,
  { by, sessionId }: ChangingIdentity,
  identity: ExternalIdentity,
): Promise<number> =>
  inTransaction<number>(pool, lockStream(personStream(by.personId)), async (client) => {
    await linkWithin(client, by.personId, identity);
    return changed(client, { by, sessionId }, { action: 'identity.link', ...identity });
  });

/** Takes one's own identity at that provider away; the other sessions end. @throws LianbanError NOTHING_TO_CHANGE */
export const unlinkIdentity = (pool: Pool, { by, sessionId }: ChangingIdentity, issuer: string): Promise<number> =>
  inTransaction<number>(pool, lockStream(personStream(by.personId)), async (client) => {
    const identity = await unlinkWithin(client, by.personId, issuer);
    return changed(client, { by, sessionId }, { action: 'identity.unlink', ...identity });
  });

async function changed(
  client: PoolClient,
  { by, sessionId }: ChangingIdentity,
  { action, ...identity }: ExternalIdentity & { readonly action: 'identity.link' | 'identity.unlink' },
): Promise<number> {
  const ending = { which: { except: sessionId }, action: 'session.end', by, reason: 'identityChanged' } as const;
  const endedSessions = await endWithin(client, by.personId, ending);
  const act = { stream: personStream(by.personId), at: instant(Date.now()), action, by };
  await appendAudit(client, { ...act, detail: { session: sessionId, ...identity, endedSessions } });
  await tellOfChange(client, by.personId, action);
  return endedSessions;
}
