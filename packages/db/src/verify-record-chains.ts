import type { Pool } from 'pg';
import { select, type Queryable } from './queryable.ts';
import { inTransaction } from './transaction.ts';
import { verifyAudit, verifyCase, type ChainBreak } from './verify-chain.ts';

/** A place of the record where a chain does not hold. */
export interface RecordBreak extends ChainBreak {
  /** Number of the case; the stream of the audit when the chain is no case's, or its case has no number any more. */
  readonly where: string;
}

/** How much of the record was gone through, and how many breaks there were. */
export interface VerifiedRecord {
  readonly cases: number;
  /** Streams of the audit that belong to no case. */
  readonly streams: number;
  readonly breaks: number;
}

/** Chains verified on one snapshot. */
const PAGE = 200;
// Turns go on being committed: without a snapshot, one between two statements would look like a break.
const SNAPSHOT = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY';

/**
 * Recomputes every chain of the record: the ledger and audit of all cases, then every other stream of the audit. Each
 * break is handed to `found` as soon as it is known; of one chain only the first. The record may be in use meanwhile.
 */
export async function verifyRecord(pool: Pool, found: (broken: RecordBreak) => void): Promise<VerifiedRecord> {
  let breaks = 0;
  const tell = (where: string, broken: readonly ChainBreak[]): void => {
    breaks += broken.length;
    for (const one of broken) found({ where, ...one });
  };
  const cases = await throughPages(pool, casesAfter, async (db, { id, number }) => {
    tell(number ?? `case:${id}`, await verifyCase(db, id));
    return 1;
  });
  const streams = await throughPages(pool, streamsAfter, async (db, { id, caseId, isVerified }) => {
    if (isVerified) return 0;
    tell(id, await (caseId === null ? verifyAudit(db, id) : verifyCase(db, caseId)));
    return 1;
  });
  return { cases, streams, breaks };
}

/** Takes everything that `page` gives, page by page in the order of `id`, and adds up what `verify` counts. */
async function throughPages<T extends { readonly id: string }>(
  pool: Pool,
  page: (db: Queryable, after: string | null) => Promise<readonly T[]>,
  verify: (db: Queryable, chain: T) => Promise<number>,
): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ;) {
    const chains: readonly T[] = await inTransaction<readonly T[]>(pool, SNAPSHOT, async (db) => {
      const found = await page(db, after);
      for (const chain of found) count += await verify(db, chain);
      return found;
    });
    after = chains.at(-1)?.id ?? null;
    if (chains.length < PAGE) return count;
  }
}

interface CaseChain {
  readonly id: string;
  readonly number: string | null;
}

const NO_CASE = '00000000-0000-0000-0000-000000000000';

/** Cases after that one: those that have a file, and those of which only the ledger is left. */
const casesAfter = (db: Queryable, after: string | null): Promise<readonly CaseChain[]> =>
  select<CaseChain>(db, {
    name: 'cases-to-verify',
    text: `SELECT case_id AS id, number FROM (
        (SELECT case_id FROM case_file WHERE case_id > $1 ORDER BY case_id LIMIT $2)
        UNION (SELECT DISTINCT case_id FROM case_event WHERE case_id > $1 ORDER BY case_id LIMIT $2)
      ) known LEFT JOIN case_file USING (case_id) ORDER BY case_id LIMIT $2`,
    values: [after ?? NO_CASE, PAGE],
  });

interface AuditChain {
  readonly id: string;
  /** The case that the stream is about; null when it is about something else. */
  readonly caseId: string | null;
  /** Whether it has been verified together with its case. */
  readonly isVerified: boolean;
}

/** Streams of the audit after that one. A case's stays when file and ledger are gone, and tells that they are. */
const streamsAfter = (db: Queryable, after: string | null): Promise<readonly AuditChain[]> =>
  select<AuditChain>(db, {
    name: 'streams-to-verify',
    text: `SELECT stream AS id, case_id AS "caseId",
        EXISTS (SELECT FROM case_file f WHERE f.case_id = named.case_id)
          OR EXISTS (SELECT FROM case_event e WHERE e.case_id = named.case_id) AS "isVerified"
      FROM (SELECT stream, substring(stream FROM '^case:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$')::uuid AS case_id
        FROM (SELECT DISTINCT stream FROM audit WHERE stream > $1 ORDER BY stream LIMIT $2) paged) named ORDER BY stream`,
    values: [after ?? '', PAGE],
  });
