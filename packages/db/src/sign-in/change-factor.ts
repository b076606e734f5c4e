import { instant } from '@lianban/domain/civil-date';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, personStream } from '../audit.ts';
import { lockStream } from '../locks.ts';
import { select, selectFirst, type Queryable } from '../queryable.ts';
import { inTransaction, RolledBack } from '../transaction.ts';
import { tellOfChange, type AccountChange } from './account-notice.ts';
import { endWithin } from './sessions.ts';

/** A secret sealed by the key of that name. */
export interface SealedSecret {
  readonly secret: string;
  readonly keyId: string;
}

/** Who changes their own second factor, and in which session. */
export interface ChangingFactor {
  readonly by: Actor;
  readonly sessionId: string;
}

/** Recovery codes as they are kept. */
export interface RecoveryHashes {
  readonly salt: string;
  readonly hashes: readonly string[];
}

/** Keeps the secret that is shown in the session, in place of one that was shown there before. False when the session has ended. */
export async function offerFactor(db: Queryable, sessionId: string, { secret, keyId }: SealedSecret): Promise<boolean> {
  const text = `INSERT INTO offered_factor (session_id, secret, key_id) SELECT id, $2, $3 FROM session WHERE id = $1
    ON CONFLICT (session_id) DO UPDATE SET secret = excluded.secret, key_id = excluded.key_id, offered_at = now() RETURNING session_id`;
  return (await selectFirst(db, { text, values: [sessionId, secret, keyId] })) !== undefined;
}

/** The secret that was shown in the session last; undefined when none was, or it has been set up. */
export const offeredFactor = (db: Queryable, sessionId: string): Promise<SealedSecret | undefined> =>
  selectFirst<SealedSecret>(db, {
    text: 'SELECT secret, key_id AS "keyId" FROM offered_factor WHERE session_id = $1',
    values: [sessionId],
  });

/** What is set up: the secret that was offered, confirmed by the code of a time step, and new recovery codes. */
export interface NewFactor extends ChangingFactor {
  readonly offered: SealedSecret;
  readonly step: number;
  readonly recovery: RecoveryHashes;
}

/**
 * Sets the offered factor up, in place of one that there is; the session counts as proven, the others end. Gives how many
 * did; null when something else was offered in the session meanwhile.
 */
export const setUpFactor = (
  pool: Pool,
  { by, sessionId, offered, step, recovery }: NewFactor,
): Promise<number | null> =>
  inTransaction<number | null>(pool, lockStream(personStream(by.personId)), async (client) => {
    const taken = `DELETE FROM offered_factor WHERE session_id = $1 AND secret = $2 RETURNING session_id`;
    if ((await selectFirst(client, { text: taken, values: [sessionId, offered.secret] })) === undefined)
      return new RolledBack(null);
    const replaced = await removeWithin(client, by.personId);
    await select(client, {
      text: `WITH proven AS (UPDATE session SET proven_at = now() WHERE id = $6)
        INSERT INTO second_factor (person_id, secret, key_id, last_step, recovery_salt) VALUES ($1, $2, $3, $4, $5)`,
      values: [by.personId, offered.secret, offered.keyId, step, recovery.salt, sessionId],
    });
    await insertCodes(client, by.personId, recovery.hashes);
    return changed(client, { by, sessionId }, replaced ? 'factor.replace' : 'factor.setUp');
  });

/** Takes the second factor away; the other sessions end. Gives how many did; null when there was none. */
export const removeFactor = (pool: Pool, { by, sessionId }: ChangingFactor): Promise<number | null> =>
  inTransaction<number | null>(pool, lockStream(personStream(by.personId)), async (client) => {
    if (!(await removeWithin(client, by.personId))) return new RolledBack(null);
    return changed(client, { by, sessionId }, 'factor.remove');
  });

/** Puts new recovery codes in the place of all there were, used or not. False when there is no factor. */
export const renewRecoveryCodes = (pool: Pool, by: Actor, { salt, hashes }: RecoveryHashes): Promise<boolean> =>
  inTransaction<boolean>(pool, lockStream(personStream(by.personId)), async (client) => {
    const text = 'UPDATE second_factor SET recovery_salt = $2 WHERE person_id = $1 RETURNING person_id';
    if ((await selectFirst(client, { text, values: [by.personId, salt] })) === undefined) return new RolledBack(false);
    await select(client, { text: 'DELETE FROM recovery_code WHERE person_id = $1', values: [by.personId] });
    await insertCodes(client, by.personId, hashes);
    const act = { stream: personStream(by.personId), at: instant(Date.now()), action: 'factor.recoveryCodes', by };
    await appendAudit(client, { ...act, detail: { codes: hashes.length } });
    await tellOfChange(client, by.personId, 'factor.recoveryCodes');
    return true;
  });

async function insertCodes(client: PoolClient, personId: string, hashes: readonly string[]): Promise<void> {
  const text = 'INSERT INTO recovery_code (person_id, code_hash) SELECT $1, unnest($2::text[])';
  await select(client, { text, values: [personId, hashes] });
}

/** Takes it away with its recovery codes, within a transaction that holds the person's stream. False when there was none. */
export async function removeWithin(client: PoolClient, personId: string): Promise<boolean> {
  const text = 'DELETE FROM second_factor WHERE person_id = $1 RETURNING person_id';
  return (await selectFirst(client, { text, values: [personId] })) !== undefined;
}

async function changed(client: PoolClient, { by, sessionId }: ChangingFactor, action: AccountChange): Promise<number> {
  const which = { except: sessionId };
  const ended = await endWithin(client, by.personId, { which, action: 'session.end', by, reason: 'factorChanged' });
  const act = { stream: personStream(by.personId), at: instant(Date.now()), action, by };
  await appendAudit(client, { ...act, detail: { session: sessionId, endedSessions: ended } });
  await tellOfChange(client, by.personId, action);
  return ended;
}
