import type { Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { maySetSecrecy } from '@lianban/domain/secrecy';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, caseStream } from './audit.ts';
import { holdCalendar, lockCase } from './locks.ts';
import { NOTICE_CHANNEL, type SecrecyNotice } from './notice.ts';
import { Parameters } from './queries/parameters.ts';
import { workableCases, type Scope } from './queries/scope.ts';
import { select, selectFirst } from './queryable.ts';
import { inTransaction } from './transaction.ts';

/** Somebody puts a case under secrecy, or ends its secrecy. */
export interface SecrecyAsked {
  readonly caseId: string;
  readonly secret: boolean;
  readonly reason: string;
  readonly by: Actor;
  readonly scope: Scope;
}

interface Standing {
  readonly isSecret: boolean;
  /** The unit of the post owns a duty in the case. */
  readonly isOfOwnUnit: boolean;
  readonly now: Instant;
}

/**
 * Puts a case under secrecy (保密) or ends it, and with it every case that it opened, and what those opened: each with its entry in
 * its own trail, in one transaction. Pages that show one of them are told at once. What was made secret by itself before stays so.
 * @throws LianbanError NO_SUCH_CASE when it is not open to the post, FORBIDDEN for a post that may not, NOTHING_TO_CHANGE.
 */
export function setSecrecy(pool: Pool, asked: SecrecyAsked): Promise<void> {
  const { caseId, secret, by } = asked;
  return inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const { isSecret, isOfOwnUnit, now } = await standingOf(client, asked);
    if (!maySetSecrecy(by.role, isOfOwnUnit)) throw new LianbanError('FORBIDDEN', { role: by.role });
    if (isSecret === secret) throw new LianbanError('NOTHING_TO_CHANGE');
    await changeFamily(client, { ...asked, now });
  });
}

/**
 * A letter out of a secret case of the other bureau came to this one, which is put under secrecy with what it opened, in nobody's name;
 * one that is secret stays as it is. The caller holds the lock of the case.
 */
export async function concealByLetter(client: PoolClient, caseId: string, reason: string): Promise<void> {
  const open = await selectFirst<{ now: Instant }>(client, {
    text: `SELECT date_trunc('milliseconds', clock_timestamp()) AS now FROM case_file WHERE case_id = $1 AND secret_since IS NULL`,
    values: [caseId],
  });
  if (open !== undefined) await changeFamily(client, { caseId, secret: true, reason, by: null, now: open.now });
}

async function changeFamily(client: PoolClient, changing: Changing): Promise<void> {
  const { caseId, secret } = changing;
  const family = [caseId, ...(await opened(client, changing))];
  // Parents before their children, as those are locked that open.
  for (const id of family.slice(1)) await select(client, { text: lockCase(id), values: [] });
  for (const id of family) await change(client, id, changing);
  if (secret) await tell(client, family);
}

/** SQL: the cases that it opened, and that those opened, outermost first, which go the same way: all that are not secret, or all that became so with it. */
const OPENED = `
WITH RECURSIVE family AS (
  SELECT case_id, secret_since, secret_by, secret_reason, 0 AS depth FROM case_file WHERE case_id = $1
  UNION ALL SELECT c.case_id, f.secret_since, f.secret_by, f.secret_reason, f.depth + 1
  FROM family f JOIN case_file c ON c.parent_case_id = f.case_id AND c.parent_duty IS NOT NULL
)
SELECT c.case_id AS "caseId" FROM family f JOIN case_file c USING (case_id)
WHERE f.depth > 0 AND (CASE WHEN $2 THEN c.secret_since IS NULL
  ELSE (c.secret_since, c.secret_by, c.secret_reason) IS NOT DISTINCT FROM (f.secret_since, f.secret_by, f.secret_reason) END)
ORDER BY f.depth, c.case_id`;

async function opened(client: PoolClient, { caseId, secret }: Changing): Promise<readonly string[]> {
  const rows = await select<{ caseId: string }>(client, {
    name: 'secrecy-family',
    text: OPENED,
    values: [caseId, secret],
  });
  return rows.map((row) => row.caseId);
}

async function change(client: PoolClient, caseId: string, { secret, reason, by, now }: Changing): Promise<void> {
  // The entry comes first: a post that ends the secrecy of a case sees it either way, one that begins it may not.
  const action = secret ? 'secrecy.begin' : 'secrecy.end';
  await appendAudit(client, { stream: caseStream(caseId), at: now, action, by, detail: { reason } });
  await select(client, {
    name: 'secrecy-set',
    text: 'UPDATE case_file SET secret_since = $2, secret_by = $3, secret_reason = $4 WHERE case_id = $1',
    values: [caseId, ...(secret ? [now, by?.personId ?? null, reason] : [null, null, null])],
  });
}

interface Changing extends Pick<SecrecyAsked, 'caseId' | 'secret' | 'reason'> {
  /** Null where a letter of the other bureau did it. */
  readonly by: Actor | null;
  readonly now: Instant;
}

/** Whoever looks at one of them and may not any more stops seeing it when the transaction is committed. */
async function tell(client: PoolClient, cases: readonly string[]): Promise<void> {
  const notice: SecrecyNotice = { concealed: cases };
  await select(client, { text: 'SELECT pg_notify($1, $2)', values: [NOTICE_CHANNEL, JSON.stringify(notice)] });
}

async function standingOf(client: PoolClient, { caseId, scope }: SecrecyAsked): Promise<Standing> {
  const parameters = new Parameters();
  const [id, units] = [parameters.add(caseId), parameters.add(scope.unitIds)];
  const text = `SELECT f.secret_since IS NOT NULL AS "isSecret", date_trunc('milliseconds', clock_timestamp()) AS now,
      EXISTS (SELECT FROM duty own WHERE own.case_id = f.case_id AND own.unit_id = ANY(${units}::text[])) AS "isOfOwnUnit"
    FROM case_file f WHERE f.case_id = ${id}::uuid AND ${workableCases(scope, 'f', parameters)}`;
  const standing = await selectFirst<Standing>(client, { text, values: parameters.values });
  if (standing === undefined) throw new LianbanError('NO_SUCH_CASE', { caseId });
  return standing;
}
