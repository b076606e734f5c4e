import type { Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { isFitEnd, longestAccess } from '@lianban/domain/secrecy';
import type { Pool } from 'pg';
import { personStream } from '../audit.ts';
import type { Asker } from '../audit-note.ts';
import { lockStream } from '../locks.ts';
import { selectFirst, selectOne } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import { noteAccess, presentMoment } from './note.ts';

/** Somebody asks to be let into a case that they do not see. */
export interface AccessAsked {
  /** Names the request: sent again, it has no second effect. */
  readonly id: string;
  /** As it was typed. */
  readonly caseNumber: string;
  readonly reason: string;
  readonly untilAt: Instant;
}

/**
 * Keeps the request with its entry in the trail. Whether there is such a case is not looked up, so nothing tells it.
 * @throws LianbanError DAYS_UNFIT when the end is not ahead or too far, REQUEST_REUSED.
 */
export function askAccess(pool: Pool, asker: Asker, asked: AccessAsked): Promise<void> {
  const { id, caseNumber, reason, untilAt } = asked;
  const { by, who, province } = asker;
  return inTransaction(pool, lockStream(personStream(by.personId)), async (client) => {
    const { now } = await presentMoment(client);
    if (!isFitEnd(now, untilAt)) throw new LianbanError('DAYS_UNFIT', { hours: longestAccess.value });
    const known = await selectFirst<{ same: boolean }>(client, {
      name: 'access-known',
      text: 'SELECT (case_number, reason, until_at, asked_by) = ($2, $3, $4::timestamptz, $5::uuid) AS same FROM emergency_access WHERE id = $1',
      values: [id, caseNumber, reason, untilAt, by.personId],
    });
    if (known?.same === true) return;
    const { written } = await selectOne<{ written: number }>(client, {
      name: 'access-ask',
      text: `WITH asked AS (
          INSERT INTO emergency_access (id, province, case_number, reason, asked_at, asked_by, asked_role, asked_who, until_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING 1)
        SELECT count(*)::int AS written FROM asked`,
      values: [id, province, caseNumber, reason, now, by.personId, by.role, JSON.stringify(who), untilAt],
    });
    if (written === 0) throw new LianbanError('REQUEST_REUSED', { requestId: id });
    await noteAccess(client, asker, {
      action: 'emergency.ask',
      at: now,
      detail: { request: id, reason, until: untilAt },
    });
  });
}
