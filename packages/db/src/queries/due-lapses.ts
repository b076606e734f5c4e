import type { Instant } from '@lianban/domain/civil-date';
import { select, type Queryable } from '../queryable.ts';

/** A case in which the silence of somebody has its effect now. */
export interface DueLapse {
  readonly caseId: string;
  readonly procedure: string;
  readonly edition: string;
  /** First late instant of the duty. */
  readonly due: Instant;
}

/** Up to `limit` cases with a lapse that is due by the database's clock, the longest overdue first; none of `except`. */
export const dueLapses = (
  db: Queryable,
  { limit, except }: { readonly limit: number; readonly except: readonly string[] },
): Promise<readonly DueLapse[]> =>
  select<DueLapse>(db, {
    name: 'due-lapses',
    text: `SELECT f.case_id AS "caseId", f.procedure, f.edition, min(d.due_at) AS due
      FROM duty d JOIN case_file f USING (case_id)
      WHERE d.state = 'open' AND d.lapses AND d.due_at <= clock_timestamp() AND NOT d.case_id = ANY ($2::uuid[])
      GROUP BY f.case_id ORDER BY due, f.case_id LIMIT $1`,
    values: [limit, except],
  });
