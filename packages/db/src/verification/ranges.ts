import { select, type Queryable } from '../queryable.ts';
import { caseOf, type RecordPart } from './ends.ts';
import type { ChainRange } from './range.ts';

/** Rows that one process takes at a time: as many as the reader sorts in memory, since each range visits most pages of the table. */
const ROWS_AT_ONCE = 125_000;

const AUDIT_BOUNDS = `SELECT max(stream) AS bound FROM (
  SELECT stream, (sum(position) OVER (ORDER BY stream)) / $1 AS nth FROM audit_head) s GROUP BY nth ORDER BY nth`;
const LEDGER_BOUNDS = `SELECT bound::text FROM (SELECT max(case_id::text) AS bound, nth FROM (
  SELECT case_id, (sum(version) OVER (ORDER BY case_id)) / $1 AS nth FROM case_file) s GROUP BY nth) b ORDER BY nth`;

/**
 * The part of the record as ranges of about the same length. They have no gaps between them: what nobody counted lies in
 * one of them as well.
 */
export async function rangesOf(db: Queryable, { stream, since }: RecordPart): Promise<readonly ChainRange[]> {
  if (stream !== null) return rangesOfStream(stream, since);
  const bounds = async (text: string): Promise<readonly string[]> =>
    (await select<{ bound: string }>(db, { text, values: [ROWS_AT_ONCE] })).map(({ bound }) => bound);
  const between = (chain: ChainRange['chain'], inner: readonly string[]): readonly ChainRange[] =>
    [...inner, null].map((upTo, at) => ({ chain, only: null, after: inner[at - 1] ?? null, upTo, since }));
  return [
    ...between('audit', (await bounds(AUDIT_BOUNDS)).slice(0, -1)),
    ...between('ledger', (await bounds(LEDGER_BOUNDS)).slice(0, -1)),
  ];
}

function rangesOfStream(stream: string, since: ChainRange['since']): readonly ChainRange[] {
  const caseId = caseOf(stream);
  const trail: ChainRange = { chain: 'audit', after: null, upTo: null, only: stream, since };
  return caseId === null ? [trail] : [trail, { ...trail, chain: 'ledger', only: caseId }];
}
