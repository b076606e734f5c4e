import { addDays, civilDateOf, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { ladder } from '@lianban/domain/ladder';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, caseStream } from './audit.ts';
import { recipients, tellPosts, withDeputies } from './ladder/recipients.ts';
import { holdCalendar, lockCase } from './locks.ts';
import { NOTICE_CHANNEL } from './notice.ts';
import { Parameters } from './queries/parameters.ts';
import { workableCases, type Scope } from './queries/scope.ts';
import { selectFirst, selectOne } from './queryable.ts';
import { inTransaction } from './transaction.ts';

/** Somebody urges whoever owes a duty of the agency in a case on which their post may do something. */
export interface UrgeAsked {
  readonly requestId: string;
  readonly caseId: string;
  readonly duty: string;
  readonly by: Actor;
  readonly scope: Scope;
  readonly reason: string | null;
}

/** An urge as it is recorded. */
export interface Urged {
  readonly at: Instant;
  /** Posts that were told. */
  readonly told: number;
}

/**
 * Records the urge, its audit entry and the messages to the owner in one transaction. The same request again gives what
 * was recorded then.
 * @throws LianbanError URGED_ENOUGH with the day from which it is possible again, REQUEST_REUSED, NO_SUCH_DUTY, STALE_DUTY.
 */
export function urge(pool: Pool, asked: UrgeAsked): Promise<Urged> {
  // The lock of the case counts the urges of a duty one after the other, and orders the audit.
  return inTransaction(pool, `${holdCalendar}; ${lockCase(asked.caseId)}`, async (client) => {
    const before = await recordedBefore(client, asked);
    if (before !== null) return before;
    const at = await presentOf(client, asked);
    await refuseTooMany(client, asked, civilDateOf(at));
    const { told } = await selectOne<{ told: number }>(client, {
      name: 'urge',
      text: INSERT,
      values: [...keysOf(asked), at, civilDateOf(at), asked.by.role, asked.reason, asked.by.standingInFor ?? null],
    });
    const { by, duty, requestId } = asked;
    const detail = { duty, requestId };
    await appendAudit(client, { stream: caseStream(asked.caseId), at, action: 'duty.urge', by, detail });
    return { at, told };
  });
}

const keysOf = ({ requestId, caseId, duty, by }: UrgeAsked): readonly string[] => [
  requestId,
  caseId,
  duty,
  by.personId,
  by.postId,
];

async function recordedBefore(client: PoolClient, asked: UrgeAsked): Promise<Urged | null> {
  const known = await selectFirst<Urged & { readonly same: boolean }>(client, {
    name: 'urge-known',
    text: `SELECT at, (SELECT count(*) FROM message m WHERE m.urge_id = u.request_id) AS told,
        (case_id, key, person_id, reason) IS NOT DISTINCT FROM ($2::uuid, $3::text, $4::uuid, $5::text) AS same
      FROM urge u WHERE request_id = $1`,
    values: [asked.requestId, asked.caseId, asked.duty, asked.by.personId, asked.reason],
  });
  if (known === undefined) return null;
  if (!known.same) throw new LianbanError('REQUEST_REUSED', { requestId: asked.requestId });
  return { at: known.at, told: known.told };
}

/** The moment of the urge, if there is something to urge. */
async function presentOf(client: PoolClient, { caseId, duty, scope }: UrgeAsked): Promise<Instant> {
  const parameters = new Parameters();
  const [id, key] = [parameters.add(caseId), parameters.add(duty)];
  const text = `SELECT d.state, d.outcome, date_trunc('milliseconds', clock_timestamp()) AS now FROM duty d JOIN case_file f USING (case_id)
    WHERE d.case_id = ${id} AND d.key = ${key} AND d.kind = 'duty' AND d.unit_id IS NOT NULL AND ${workableCases(scope, 'f', parameters)}`;
  const held = await selectFirst<{ state: string; outcome: string | null; now: Instant }>(client, {
    ...{ text, values: parameters.values },
  });
  if (held === undefined) throw new LianbanError('NO_SUCH_DUTY', { duty });
  if (held.state !== 'open') throw new LianbanError('STALE_DUTY', { duty, settledAs: held.outcome ?? held.state });
  return held.now;
}

async function refuseTooMany(client: PoolClient, { caseId, duty, by }: UrgeAsked, on: CivilDate): Promise<void> {
  const { own, all } = await selectOne<{ own: number; all: number }>(client, {
    name: 'urge-count',
    text: `SELECT count(*) FILTER (WHERE person_id = $4) AS own, count(*) AS all FROM urge WHERE case_id = $1 AND key = $2 AND urged_on = $3`,
    values: [caseId, duty, on, by.personId],
  });
  if (own < ladder.urgesPerPerson && all < ladder.urgesPerDuty) return;
  const which = own < ladder.urgesPerPerson ? 'duty' : 'person';
  throw new LianbanError('URGED_ENOUGH', { duty, which, againOn: addDays(on, 1) });
}

// Who urges does not tell themselves, and does not read back what others are told.
const INSERT = `
WITH urged AS (
  INSERT INTO urge (request_id, case_id, key, person_id, post_id, at, urged_on, role, person_name, reason, principal_name)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, p.name, $9, (SELECT q.name FROM person q WHERE q.id = $10) FROM person p WHERE p.id = $4
  RETURNING request_id, case_id, key
), sent AS (
  SELECT request_id AS message, case_id, key, 'owner' AS told FROM urged
), ${recipients}, ${withDeputies}, noted AS (
  SELECT r.post_id, r.message, r.for_post_id FROM reached r JOIN post o ON o.id = r.post_id WHERE r.post_id <> $5 AND o.person_id <> $4
), written AS (
  INSERT INTO message (post_id, urge_id, at, for_post_id) SELECT post_id, message, $6, for_post_id FROM noted
), notified AS (${tellPosts(NOTICE_CHANNEL)})
SELECT (SELECT count(*) FROM noted) AS told, (SELECT count(*) FROM notified) AS notices`;
