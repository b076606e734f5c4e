import type { Instant } from '@lianban/domain/civil-date';
import { select, type Queryable } from '../queryable.ts';
import type { ChainBreak } from './chain-break.ts';

/** The end of a stream as it was when it was written down elsewhere. */
export interface KeptEnd {
  readonly stream: string;
  readonly position: number;
  readonly hash: string;
}

const AT_ONCE = 1_000;

/** Where every stream of the trail ends now, in parts. */
export async function* presentEnds(db: Queryable): AsyncGenerator<readonly (KeptEnd & { readonly at: Instant })[]> {
  for (let after = ''; ;) {
    const ends = await select<KeptEnd & { readonly at: Instant }>(db, {
      name: 'present-ends',
      text: 'SELECT stream, position, hash, at FROM audit_head WHERE stream > $1 ORDER BY stream LIMIT $2',
      values: [after, AT_ONCE],
    });
    if (ends.length > 0) yield ends;
    if (ends.length < AT_ONCE) return;
    after = ends.at(-1)?.stream ?? after;
  }
}

/** Kept ends that the trail does not continue: the row is not there any more, or it has another hash. */
export async function brokenEnds(db: Queryable, ends: readonly KeptEnd[]): Promise<readonly ChainBreak[]> {
  const found = await select<{ stream: string; position: number; isThere: boolean }>(db, {
    text: `SELECT k.stream, k.position, a.stream IS NOT NULL AS "isThere"
      FROM jsonb_to_recordset($1) AS k (stream text, position int, hash text) LEFT JOIN audit a USING (stream, position)
      WHERE a.hash IS DISTINCT FROM k.hash ORDER BY k.stream`,
    values: [JSON.stringify(ends)],
  });
  return found.map(({ stream, position, isThere }) => ({
    ...{ chain: 'audit', stream, position, rows: 1 },
    kind: isThere ? 'changed' : 'missing',
  }));
}

/** Whether the trail knows such a stream, or did. */
export const isStream = async (db: Queryable, stream: string): Promise<boolean> =>
  (
    await select(db, {
      text: `SELECT FROM audit_head WHERE stream = $1 UNION ALL SELECT FROM audit WHERE stream = $1
        UNION ALL SELECT FROM case_event WHERE 'case:' || case_id = $1 LIMIT 1`,
      values: [stream],
    })
  ).length > 0;
