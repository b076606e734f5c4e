import type { Instant } from '@lianban/domain/civil-date';
import type { Input } from '@lianban/workflows/kernel/entry';
import type { Row } from '@lianban/workflows/kernel/turn';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { rowsOf } from './ledger.ts';
import { selectFirst } from './queryable.ts';

/** All rows of the case's ledger, from version 1 on; empty when it has not been opened. */
export const loadRows = (pool: Pool, caseId: string): Promise<readonly Row[]> => rowsOf(pool, caseId);

/** The rows of the case's ledger that come after that version. */
export const rowsAfter = (pool: Pool, caseId: string, version: number): Promise<readonly Row[]> =>
  rowsOf(pool, caseId, version);

/** What a driver begins a case with: its rows, or the opening that has been received and is not yet recorded. */
export async function loadCase(
  pool: Pool,
  caseId: string,
): Promise<{ readonly rows: readonly Row[]; readonly opening: Input | null }> {
  // The opening first: had it been read after the rows, somebody else could have recorded it in between.
  const opening = await openingOf(pool, caseId);
  const rows = await loadRows(pool, caseId);
  return { rows, opening: rows.length === 0 ? opening : null };
}

interface ReceivedOpening {
  readonly requestId: string;
  readonly at: Instant;
  readonly by: Actor | null;
  readonly opening: Opening;
}

/** The input that opens the case, from its submission, recorded or not; null when none was received. */
export async function openingOf(pool: Pool, caseId: string): Promise<Extract<Input, { kind: 'open' }> | null> {
  const row = await selectFirst<ReceivedOpening>(pool, {
    text: `SELECT request_id AS "requestId", received_at AS at, payload AS opening,
        CASE WHEN person_id IS NOT NULL THEN jsonb_build_object('personId', person_id, 'postId', post_id, 'role', role) END AS by
      FROM submission WHERE case_id = $1 AND kind = 'open' AND state <> 'refused'`,
    values: [caseId],
  });
  if (row === undefined) return null;
  return { kind: 'open', ...row };
}
