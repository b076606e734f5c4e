import type { Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { mayAcknowledge } from '@lianban/domain/letter';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, caseStream } from '../audit.ts';
import { holdCalendar, lockCase } from '../locks.ts';
import { Parameters } from '../queries/parameters.ts';
import { workableCases, type Scope } from '../queries/scope.ts';
import { select, selectFirst } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';

/** Somebody has read a letter that contradicts what their case went by, and says what follows from it. */
export interface OpinionAcknowledged {
  readonly caseId: string;
  /** Number of the letter. */
  readonly number: string;
  /** What follows from it. */
  readonly words: string;
  readonly by: Actor;
  readonly scope: Scope;
}

interface Standing {
  readonly isOfOwnUnit: boolean;
  /** The letter waits to be acknowledged. */
  readonly isWaiting: boolean;
  readonly now: Instant;
}

/**
 * Acknowledges a letter of the other bureau that says otherwise than the answer which was taken; once, and told in the trail of the case.
 * It changes nothing in the case: what follows is an act there (ADR 0042).
 * @throws LianbanError NO_SUCH_CASE when it is not open to the post, NOTHING_TO_CHANGE, FORBIDDEN for a post that has no part in it.
 */
export function acknowledgeOpinion(pool: Pool, asked: OpinionAcknowledged): Promise<void> {
  const { caseId, number, words, by } = asked;
  return inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const { isWaiting, isOfOwnUnit, now } = await standingOf(client, asked);
    if (!isWaiting) throw new LianbanError('NOTHING_TO_CHANGE');
    if (!mayAcknowledge(by.role, isOfOwnUnit)) throw new LianbanError('FORBIDDEN', { role: by.role });
    await select(client, {
      name: 'opinion-acknowledge',
      text: `UPDATE letter_in SET acknowledged_at = $3, acknowledged_by = $4, acknowledgement = $5
        WHERE case_id = $1 AND number = $2 AND contradicts AND acknowledged_at IS NULL`,
      values: [caseId, number, now, by.personId, words],
    });
    const act = { stream: caseStream(caseId), at: now, action: 'letter.acknowledged', by } as const;
    await appendAudit(client, { ...act, detail: { number, reason: words } });
  });
}

async function standingOf(client: PoolClient, { caseId, number, scope }: OpinionAcknowledged): Promise<Standing> {
  const parameters = new Parameters();
  const [id, letter] = [parameters.add(caseId), parameters.add(number)];
  const units = parameters.add(scope.unitIds);
  const text = `SELECT date_trunc('milliseconds', clock_timestamp()) AS now,
      EXISTS (SELECT FROM duty own WHERE own.case_id = f.case_id AND own.unit_id = ANY(${units}::text[])) AS "isOfOwnUnit",
      EXISTS (SELECT FROM letter_in l WHERE l.case_id = f.case_id AND l.number = ${letter} AND l.contradicts AND l.acknowledged_at IS NULL) AS "isWaiting"
    FROM case_file f WHERE f.case_id = ${id}::uuid AND ${workableCases(scope, 'f', parameters)}`;
  const standing = await selectFirst<Standing>(client, { text, values: parameters.values });
  if (standing === undefined) throw new LianbanError('NO_SUCH_CASE', { caseId });
  return standing;
}
