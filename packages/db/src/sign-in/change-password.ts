import { instant } from '@lianban/domain/civil-date';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { appendAudit, personStream } from '../audit.ts';
import { lockStream } from '../locks.ts';
import { select, selectOne, type Queryable } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import { tellOfChange } from './account-notice.ts';
import { endWithin } from './sessions.ts';

/** The account of somebody who is signed in. */
export const ownAccount = (
  db: Queryable,
  personId: string,
): Promise<{ readonly user: string; readonly passwordHash: string }> =>
  selectOne(db, {
    text: 'SELECT user_name AS "user", password_hash AS "passwordHash" FROM credential WHERE person_id = $1',
    values: [personId],
  });

/** Whose password becomes which, in which session and at which device it was chosen. */
export interface PasswordChange {
  readonly by: Actor;
  readonly passwordHash: string;
  readonly sessionId: string;
  /** Null when the device is not known. */
  readonly deviceHash: string | null;
}

/** Changes it. The other sessions end and other devices are strangers again; gives how many sessions ended. */
export const changePassword = (
  pool: Pool,
  { by, passwordHash, sessionId, deviceHash }: PasswordChange,
): Promise<number> =>
  inTransaction<number>(pool, lockStream(personStream(by.personId)), async (client) => {
    await select(client, {
      text: `WITH session AS (UPDATE session SET must_change_password = false WHERE id = $3),
          devices AS (DELETE FROM known_device WHERE person_id = $1 AND token_hash IS DISTINCT FROM $4)
        UPDATE credential SET password_hash = $2, changed_at = now(), must_change = false, valid_until = NULL WHERE person_id = $1`,
      values: [by.personId, passwordHash, sessionId, deviceHash],
    });
    const which = { except: sessionId };
    const ended = await endWithin(client, by.personId, { which, action: 'session.end', by, reason: 'passwordChanged' });
    const act = { stream: personStream(by.personId), at: instant(Date.now()), action: 'password.change', by };
    await appendAudit(client, { ...act, detail: { session: sessionId, endedSessions: ended } });
    await tellOfChange(client, by.personId, 'password.change');
    return ended;
  });
