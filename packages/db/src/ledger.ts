import type { Input, Entry } from '@lianban/workflows/kernel/entry';
import type { Dues, Row } from '@lianban/workflows/kernel/turn';
import { select, selectFirst, type Queryable } from './queryable.ts';
import { sm3 } from './sm3.ts';

/** Name of the hash in every row, so that a later one can be told apart. */
export const HASH_ALGORITHM = 'sm3';

/** SQL: a row of `case_event e` as one jsonb, in the shape of a {@link Row}. */
export const rowAsJson = `jsonb_build_object('version', e.version, 'input', e.input, 'digest', e.digest, 'dues', e.dues,
  'amended', jsonb_path_query_array(e.entries, '$[*] ? (@.type == "amended").id')) || CASE e.kind WHEN 'retract'
  THEN jsonb_build_object('cancelled', jsonb_path_query_array(e.entries, '$[*] ? (@.type == "cancelled").key')) ELSE '{}' END`;

const ROW = `SELECT ${rowAsJson} AS row FROM case_event e`;

/** The ledger row at that version. */
export const rowAt = async (db: Queryable, caseId: string, version: number): Promise<Row | undefined> =>
  (
    await selectFirst<{ readonly row: Row }>(db, {
      name: 'ledger-row',
      text: `${ROW} WHERE e.case_id = $1 AND e.version = $2`,
      values: [caseId, version],
    })
  )?.row;

/** The ledger rows of a case that come after that version, in order: all of them after 0. */
export const rowsOf = async (db: Queryable, caseId: string, after = 0): Promise<readonly Row[]> => {
  const found = await select<{ readonly row: Row }>(db, {
    name: 'ledger-rows',
    text: `${ROW} WHERE e.case_id = $1 AND e.version > $2 ORDER BY e.version`,
    values: [caseId, after],
  });
  return found.map(({ row }) => row);
};

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
