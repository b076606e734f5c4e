import type { Instant } from '@lianban/domain/civil-date';
import { escapeLiteral } from 'pg';

/** Which chains, by the text under which they are sorted: those after `after` up to `upTo`, all where it is null. */
export interface ChainRange {
  readonly chain: 'audit' | 'ledger';
  readonly after: string | null;
  readonly upTo: string | null;
  /** The only one: a stream, or a case. */
  readonly only: string | null;
  /** Only rows from then on, each chain with the row before; everything when null. */
  readonly since: Instant | null;
}

/** SQL: whether the column lies in the range; without parameters, which a copy cannot take. */
export function within(column: string, { only, after, upTo }: Pick<ChainRange, 'only' | 'after' | 'upTo'>): string {
  const conditions = [
    ...(only === null ? [] : [`${column} = ${escapeLiteral(only)}`]),
    ...(after === null ? [] : [`${column} > ${escapeLiteral(after)}`]),
    ...(upTo === null ? [] : [`${column} <= ${escapeLiteral(upTo)}`]),
  ];
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}
