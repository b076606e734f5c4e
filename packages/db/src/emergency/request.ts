import type { Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Role } from '@lianban/domain/role';
import type { Pool, PoolClient } from 'pg';
import { personStream, type Named } from '../audit.ts';
import type { Asker } from '../audit-note.ts';
import { holdCalendar, lockCase, lockStream } from '../locks.ts';
import { selectFirst } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import { presentMoment } from './note.ts';

/** A request as those read it who decide on it. */
export interface AccessRequest {
  readonly id: string;
  readonly askedBy: string;
  readonly askedRole: Role;
  readonly askedWho: Named;
  readonly reason: string;
  readonly untilAt: Instant;
  readonly released: boolean | null;
  readonly endedAt: Instant | null;
  readonly caseId: string | null;
}

/** SELECT list of an {@link AccessRequest}. */
export const requestColumns = `id, asked_by AS "askedBy", asked_role AS "askedRole", asked_who AS "askedWho", reason, until_at AS "untilAt", released,
  ended_at AS "endedAt", case_id AS "caseId"`;

/** A request that somebody decides on or ends. */
export interface FoundRequest {
  readonly row: AccessRequest;
  /** The case of that number, where there is one. */
  readonly caseId: string | null;
  readonly now: Instant;
}

/** Who reaches for which request. */
export interface ReachedRequest {
  readonly asker: Asker;
  readonly id: string;
}

/**
 * Runs `work` with the request and the case that it names, both locked, the case first.
 * @throws LianbanError NO_SUCH_REQUEST when it is not for them.
 */
export async function withRequest(
  pool: Pool,
  { asker: { by, province }, id }: ReachedRequest,
  work: (client: PoolClient, found: FoundRequest) => Promise<void>,
): Promise<void> {
  const named = await selectFirst<{ caseId: string | null }>(pool, {
    name: 'access-case',
    text: `SELECT coalesce(a.case_id, f.case_id) AS "caseId" FROM emergency_access a LEFT JOIN case_file f ON f.province = a.province
        AND (f.number = a.case_number OR f.acceptance_number = a.case_number) WHERE a.id = $1 AND a.province = $2 LIMIT 1`,
    values: [id, province],
  });
  if (named === undefined) throw new LianbanError('NO_SUCH_REQUEST', { accessId: id });
  const { caseId } = named;
  const ofCase = caseId === null ? '' : `${holdCalendar}; ${lockCase(caseId)}; `;
  await inTransaction(pool, `${ofCase}${lockStream(personStream(by.personId))}`, async (client) => {
    const row = await selectFirst<AccessRequest>(client, { name: 'access-row', text: ROW, values: [id] });
    if (row === undefined) throw new LianbanError('NO_SUCH_REQUEST', { accessId: id });
    await work(client, { row, caseId, ...(await presentMoment(client)) });
  });
}

const ROW = `SELECT ${requestColumns} FROM emergency_access WHERE id = $1 FOR UPDATE`;

/** What the trail says of a request: both people, why, and until when. */
export const detailOf = ({ id, askedWho, reason, untilAt }: AccessRequest): Readonly<Record<string, unknown>> => ({
  ...{ request: id, requester: askedWho.name, reason, until: untilAt },
});
