import { instant } from '@lianban/domain/civil-date';
import type { Pool } from 'pg';
import { appendAudit, personStream } from '../audit.ts';
import { lockStream } from '../locks.ts';
import { select, selectFirst } from '../queryable.ts';
import { inTransaction, RolledBack } from '../transaction.ts';
import { tellOfChange } from './account-notice.ts';
import { removeWithin } from './change-factor.ts';
import { endWithin } from './sessions.ts';

/** What came of a reset; `endedSessions` counts those of the person. */
export type Reset =
  { readonly result: 'reset'; readonly endedSessions: number } | { readonly result: 'noUser' | 'noFactor' };

/**
 * Takes the second factor of that account away for somebody who has lost it, ends all their sessions and makes every
 * device a stranger; `reason` stands in the audit.
 */
export async function resetFactor(
  pool: Pool,
  { user, reason }: { readonly user: string; readonly reason: string },
): Promise<Reset> {
  const text = 'SELECT person_id AS "personId" FROM credential WHERE user_name = $1';
  const account = await selectFirst<{ personId: string }>(pool, { text, values: [user] });
  if (account === undefined) return { result: 'noUser' };
  const { personId } = account;
  return inTransaction<Reset>(pool, lockStream(personStream(personId)), async (client) => {
    if (!(await removeWithin(client, personId))) return new RolledBack<Reset>({ result: 'noFactor' });
    await select(client, { text: 'DELETE FROM known_device WHERE person_id = $1', values: [personId] });
    const ending = { which: { all: true }, action: 'session.end', by: null, reason: 'factorReset' } as const;
    const endedSessions = await endWithin(client, personId, ending);
    const act = { stream: personStream(personId), at: instant(Date.now()), action: 'factor.reset', by: null };
    await appendAudit(client, { ...act, detail: { user, reason, endedSessions } });
    await tellOfChange(client, personId, 'factor.reset');
    return { result: 'reset', endedSessions };
  });
}
