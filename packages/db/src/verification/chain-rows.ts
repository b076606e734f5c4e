import { escapeLiteral } from 'pg';
import { within, type ChainRange } from './range.ts';

/** Where the rows of chains stand. */
export interface ChainTable {
  readonly table: string;
  /** Column that tells one chain from another. */
  readonly chain: string;
  /** Column that counts the rows of a chain from 1. */
  readonly position: string;
  /** What is read of a row. */
  readonly columns: readonly string[];
}

/**
 * SQL: the rows of those chains, one chain after the other, each in its order; in front of its columns every row has the
 * first position that is read of its chain.
 */
export function chainRows({ table, chain, position, columns }: ChainTable, range: ChainRange): string {
  const here = (alias: string): string => within(`${alias}.${chain}`, range);
  const read = columns.map((column) => `r.${column}`).join(', ');
  const ordered = `ORDER BY r.${chain}, r.${position}`;
  if (range.since === null) return `SELECT 1, ${read} FROM ${table} r WHERE ${here('r')} ${ordered}`;
  return `SELECT greatest(b.first - 1, 1), ${read} FROM (
      SELECT ${chain}, min(${position}) AS first FROM ${table} s
      WHERE s.at >= ${escapeLiteral(range.since)} AND ${here('s')} GROUP BY ${chain}
    ) b JOIN ${table} r ON r.${chain} = b.${chain} AND r.${position} >= b.first - 1 ${ordered}`;
}
