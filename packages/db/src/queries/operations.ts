import type { Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import { select, selectOne, type Queryable } from '../queryable.ts';

/** An alarm as the administrator sees it. */
export interface AlarmRow {
  readonly id: string;
  readonly at: Instant;
  readonly kind: string;
  readonly caseId: string | null;
  readonly number: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resolvedAt: Instant | null;
}

/** How the engine is doing, as far as the record shows. */
export interface Operations {
  /** Open alarms, then the latest resolved ones; a hundred at most. */
  readonly alarms: readonly AlarmRow[];
  /** Received and neither recorded nor refused. */
  readonly waitingSubmissions: number;
  readonly waitingMessages: number;
  readonly openCases: number;
}

/** 运行状态 of one province; alarms that concern no case are everybody's. */
export async function operations(db: Queryable, province: Province): Promise<Operations> {
  const [alarms, counts] = await Promise.all([
    select<AlarmRow>(db, {
      name: 'alarms',
      text: `SELECT a.id, a.at, a.kind, a.case_id AS "caseId", f.number, a.detail, a.resolved_at AS "resolvedAt"
        FROM alarm a LEFT JOIN case_file f ON f.case_id = a.case_id
        WHERE a.case_id IS NULL OR f.province = $1 ORDER BY a.resolved_at DESC NULLS FIRST, a.at DESC LIMIT 100`,
      values: [province],
    }),
    selectOne<Omit<Operations, 'alarms'>>(db, {
      name: 'operations',
      text: `SELECT
        (SELECT count(*) FROM submission s LEFT JOIN case_file f USING (case_id)
          WHERE s.state = 'received' AND coalesce(f.province, s.filing ->> 'province') = $1) AS "waitingSubmissions",
        (SELECT count(*) FROM outbox o JOIN case_file f USING (case_id)
          WHERE o.done_at IS NULL AND f.province = $1) AS "waitingMessages",
        (SELECT count(*) FROM case_file WHERE state = 'open' AND province = $1) AS "openCases"`,
      values: [province],
    }),
  ]);
  return { alarms, ...counts };
}
