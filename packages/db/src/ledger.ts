import type { Input, Entry } from '@lianban/workflows/kernel/entry';
import type { Dues, Row } from '@lianban/workflows/kernel/turn';
import { select, selectFirst, type Queryable } from './queryable.ts';
import { sm3 } from './sm3.ts';

/** Name of the hash in every row, so that a later one can be told apart. */
export const HASH_ALGORITHM = 'sm3';

const ROW = `SELECT version, input, digest, dues,
  jsonb_path_query_array(entries, '$[*] ? (@.type == "amended").id') AS amended FROM case_event`;

/** The ledger row at that version. */
export const rowAt = (db: Queryable, caseId: string, version: number): Promise<Row | undefined> =>
  selectFirst<Row>(db, {
    name: 'ledger-row',
    text: `${ROW} WHERE case_id = $1 AND version = $2`,
    values: [caseId, version],
  });

/** The ledger rows of a case that come after that version, in order: all of them after 0. */
export const rowsOf = (db: Queryable, caseId: string, after = 0): Promise<readonly Row[]> =>
  select<Row>(db, {
    name: 'ledger-rows',
    text: `${ROW} WHERE case_id = $1 AND version > $2 ORDER BY version`,
    values: [caseId, after],
  });

/** What the hash of a ledger row covers. */
export interface HashedTurn {
  readonly caseId: string;
  readonly version: number;
  readonly input: Input;
  readonly entries: readonly Entry[];
  readonly dues: Dues;
  readonly digest: string;
}

/**
 * Hash of a ledger row, chained to the row before. The instant of the input is left out, because a retried turn may
 * carry another; it is covered by the audit, which is chained as well.
 */
export function hashOfTurn({ input, ...turn }: HashedTurn, previousHash: string | null): string {
  return sm3({ ...turn, input: { ...input, at: undefined }, previousHash });
}
