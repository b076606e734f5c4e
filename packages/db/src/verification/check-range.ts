import type { ClientBase } from 'pg';
import { auditHashAt, auditRowOf, auditRows } from './audit-rows.ts';
import type { ChainBreak } from './chain-break.ts';
import { ChainCheck, type ChainedRow } from './chain-check.ts';
import { ledgerHashAt, ledgerRowOf, ledgerRows } from './ledger-rows.ts';
import type { ChainRange } from './range.ts';
import { readRows, type Cell } from './read-rows.ts';

/** What was found on the way through a range. */
export interface RangeSeen {
  readonly rows: number;
  readonly streams: number;
}

/** Who is told. */
export interface Listener {
  readonly found: (broken: ChainBreak) => void;
  /** A chain holds so many rows too many, or too few when below zero, as its own positions tell. */
  readonly surplus: (chain: ChainRange['chain'], stream: string, rows: number) => void;
}

/** Follows every chain of the range inside the transaction of `client`, in memory that does not grow. */
export const checkRange = (client: ClientBase, range: ChainRange, listener: Listener): Promise<RangeSeen> =>
  range.chain === 'audit'
    ? follow(client, { range, text: auditRows(range), read: auditRowOf, hashAt: auditHashAt }, listener)
    : follow(client, { range, text: ledgerRows(range), read: ledgerRowOf, hashAt: ledgerHashAt }, listener);

interface Reading<Row extends ChainedRow> {
  readonly range: ChainRange;
  readonly text: string;
  readonly read: (cells: readonly Cell[]) => { readonly from: number; readonly row: Row };
  readonly hashAt: (row: Row, position: number) => string;
}

/** The chain that is being followed. */
interface Current<Row extends ChainedRow> {
  readonly stream: string;
  readonly check: ChainCheck<Row> | null;
}

async function follow<Row extends ChainedRow & { readonly stream: string }>(
  client: ClientBase,
  { range: { chain }, text, read, hashAt }: Reading<Row>,
  { found, surplus }: Listener,
): Promise<RangeSeen> {
  let [rows, streams] = [0, 0];
  let current: Current<Row> = { stream: '', check: null };
  const end = ({ stream, check }: Current<Row>): void => {
    check?.end();
    if (check !== null && check.surplus !== 0) surplus(chain, stream, check.surplus);
  };
  for await (const part of readRows(client, text)) {
    rows += part.length;
    for (const cells of part) {
      const { from, row } = read(cells);
      const { stream } = row;
      if (current.check === null || current.stream !== stream) {
        end(current);
        current = {
          stream,
          check: new ChainCheck<Row>({ hashAt, from, found: (one) => found({ chain, stream, ...one }) }),
        };
        streams += 1;
      }
      current.check?.next(row);
    }
  }
  end(current);
  return { rows, streams };
}
