import { escapeLiteral } from 'pg';
import { caseStream } from '../audit.ts';
import { hashOfTurn, type HashedTurn } from '../ledger.ts';
import type { ChainedRow } from './chain-check.ts';
import { within, type ChainRange } from './range.ts';
import { textOf, type Cell } from './read-rows.ts';

type WrittenTurn = Pick<HashedTurn, 'input' | 'entries' | 'dues'>;

/** A row of a ledger, with what its hash covers. */
export interface LedgerChainRow extends ChainedRow {
  readonly stream: string;
  readonly turn: HashedTurn;
}

const COLUMNS = 'e.case_id, e.version, e.input, e.entries, e.dues, e.digest, e.previous_hash, e.hash';

/** The ledgers of those cases, one after the other. */
export function ledgerRows({ only, after, upTo, since }: ChainRange): string {
  const here = (alias: string): string => within(`${alias}.case_id`, { only, after, upTo });
  const from =
    since === null
      ? `1, ${COLUMNS} FROM case_event e WHERE ${here('e')}`
      : `greatest(b.version - 1, 1), ${COLUMNS} FROM (
          SELECT case_id, min(version) AS version FROM case_event s WHERE s.at >= ${escapeLiteral(since)} AND ${here('s')} GROUP BY case_id
        ) b JOIN case_event e ON e.case_id = b.case_id AND e.version >= b.version - 1`;
  return `SELECT ${from} ORDER BY e.case_id, e.version`;
}

/** The row that the columns hold, and the first version that is read of its case. */
export function ledgerRowOf(cells: readonly Cell[]): { readonly from: number; readonly row: LedgerChainRow } {
  const [from, id, version, input, entries, dues, digest, previous, hash] = cells;
  const caseId = textOf(id);
  const turn: HashedTurn = {
    caseId,
    version: Number(version),
    // Whatever they are, their hash is what counts here.
    ...(JSON.parse(`{"input":${textOf(input)},"entries":${textOf(entries)},"dues":${textOf(dues)}}`) as WrittenTurn),
    digest: textOf(digest),
  };
  const row = {
    stream: caseStream(caseId),
    position: turn.version,
    previousHash: previous ?? null,
    hash: textOf(hash),
  };
  return { from: Number(from), row: { ...row, turn } };
}

/** Hash of the row at that version. */
export const ledgerHashAt = ({ turn, previousHash }: LedgerChainRow, version: number): string =>
  hashOfTurn({ ...turn, version }, previousHash);
