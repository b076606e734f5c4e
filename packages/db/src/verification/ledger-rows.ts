import { caseStream } from '../audit.ts';
import { hashOfTurn, type HashedTurn } from '../ledger.ts';
import type { ChainedRow } from './chain-check.ts';
import { chainRows, type ChainTable } from './chain-rows.ts';
import type { ChainRange } from './range.ts';
import { textOf, type Cell } from './read-rows.ts';

type WrittenTurn = Pick<HashedTurn, 'input' | 'entries' | 'dues'>;

/** A row of a ledger, with what its hash covers. */
export interface LedgerChainRow extends ChainedRow {
  readonly stream: string;
  readonly turn: HashedTurn;
}

const LEDGERS: ChainTable = {
  table: 'case_event',
  chain: 'case_id',
  position: 'version',
  columns: ['case_id', 'version', 'input', 'entries', 'dues', 'digest', 'previous_hash', 'hash'],
};

/** SQL: the ledgers of those cases, one after the other. */
export const ledgerRows = (range: ChainRange): string => chainRows(LEDGERS, range);

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
