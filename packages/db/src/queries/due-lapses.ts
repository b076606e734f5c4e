import { select, type Queryable } from '../queryable.ts';
import type { OpenCase } from './case-state.ts';

/** A case in which the silence of somebody has its effect now. */
export type DueLapse = Pick<OpenCase, 'caseId' | 'procedure' | 'edition'>;

/** Up to `limit` cases with a lapse that is due by the database's clock, the longest overdue first; none of `except`. */
export const dueLapses = (
  db: Queryable,
  { limit, except }: { readonly limit: number; readonly except: readonly string[] },
): Promise<readonly DueLapse[]> =>
  select<DueLapse>(db, {
    name: 'due-lapses',
    text: `SELECT f.case_id AS "caseId", f.procedure, f.edition
      FROM duty d JOIN case_file f USING (case_id)
      WHERE d.state = 'open' AND d.lapses AND d.due_at <= clock_timestamp() AND NOT d.case_id = ANY ($2::uuid[])
      GROUP BY f.case_id ORDER BY min(d.due_at), f.case_id LIMIT $1`,
    values: [limit, except],
  });
