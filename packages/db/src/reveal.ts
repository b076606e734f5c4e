import { instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { mostReveals } from '@lianban/domain/personal';
import type { Pool } from 'pg';
import { appendAudit, personStream } from './audit.ts';
import type { Asker } from './audit-note.ts';
import { lockStream } from './locks.ts';
import { selectOne } from './queryable.ts';
import { inTransaction } from './transaction.ts';

/** Which datum of which case somebody is about to be shown, and why, where it takes a reason. */
export interface Reveal {
  readonly caseId: string;
  readonly field: string;
  readonly reason: string | null;
}

const HOUR_S = 3_600;

/**
 * Writes into the trail that somebody is about to be shown a masked datum; when this returns, the row stands.
 * @throws LianbanError TOO_MANY_ATTEMPTS when they have been shown as many within the hour as one may.
 */
export function noteReveal(pool: Pool, { by, who, province }: Asker, { caseId, field, reason }: Reveal): Promise<void> {
  const stream = personStream(by.personId);
  return inTransaction(pool, lockStream(stream), async (client) => {
    const { shown, seconds } = await selectOne<{ shown: number; seconds: number }>(client, {
      name: 'reveals-of-hour',
      text: `SELECT count(*) AS shown, coalesce(ceil(extract(epoch FROM min(at) + interval '1 hour' - now())), ${HOUR_S})::int AS seconds
        FROM audit WHERE person_id = $1 AND action = 'personal.reveal' AND at > now() - interval '1 hour'`,
      values: [by.personId],
    });
    if (shown >= mostReveals.value) throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds, per: 'reveals' });
    const detail = { caseId, field, ...(reason === null ? {} : { reason }) };
    const act = { stream, at: instant(Date.now()), action: 'personal.reveal', by, detail };
    await appendAudit(client, act, { who, province });
  });
}
