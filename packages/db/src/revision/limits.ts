import type { StandingDue } from '@lianban/domain/recount';
import type { Province } from '@lianban/domain/province';
import { daysOf, provincesOf, type Proposal } from '@lianban/domain/revision';
import { select, type Queryable } from '../queryable.ts';

/** A limit of an open case that was counted: of an open duty, or of a clock as `clock:<name>`. */
export interface OpenLimit extends StandingDue {
  readonly caseId: string;
  readonly province: Province;
  /** Null for a clock. */
  readonly step: string | null;
  readonly unitId: string | null;
}

// A count lies between the day it starts from and its last day, in whichever direction; while a clock stands still it
// has no last day. Driven by the open cases, because among all duties the open ones are few.
const TEXT = `
WITH limited AS (
  SELECT f.case_id, f.province, d.key, d.step, d.unit_id, d.due_on, d.due_at, d.provisional, d.why, d.opened_at AS start_at,
    'clock:' || d.clock AS followed
  FROM case_file f JOIN duty d USING (case_id) WHERE f.state = 'open' AND f.province = ANY ($1) AND d.state = 'open' AND d.why IS NOT NULL
  UNION ALL
  SELECT f.case_id, f.province, 'clock:' || c.name, NULL, NULL, c.due_on, c.due_at, c.provisional, c.why, c.started_at, NULL
  FROM case_file f JOIN clock c USING (case_id) WHERE f.state = 'open' AND f.province = ANY ($1) AND c.stopped_version IS NULL AND c.why IS NOT NULL
)
SELECT case_id AS "caseId", province, key, step, unit_id AS "unitId", due_on AS "on", due_at AS at, provisional, why, start_at AS "startAt",
  due_on IS NOT NULL AND EXISTS (SELECT FROM document o WHERE o.case_id = l.case_id
    AND due_on::text IN (o.fields -> 'dates' ->> l.key, o.fields -> 'dates' ->> l.followed)) AS printed
FROM limited l, LATERAL (SELECT (why ->> 'startOn')::date AS start_on) s
WHERE due_on IS NULL AND start_on <= $3 OR least(start_on, due_on) <= $3 AND greatest(start_on, due_on) >= $2
ORDER BY case_id, key`;

/** The limits of open cases whose counts touch days that the proposal changes, by case. */
export function limitsTouched(db: Queryable, proposal: Proposal): Promise<readonly OpenLimit[]> {
  const { first, last } = daysOf(proposal);
  return select<OpenLimit>(db, { text: TEXT, values: [provincesOf(proposal), first, last] });
}
