import type { Province } from '@lianban/domain/province';
import type { StandingDue } from '@lianban/domain/recount';
import { daysOf, provincesOf, type Proposal } from '@lianban/domain/revision';
import type { RuleKey } from '@lianban/domain/rule';
import { Parameters } from '../queries/parameters.ts';
import { select, type Queryable } from '../queryable.ts';

/** A limit of an open case that was counted: of an open duty, or of a clock as `clock:<name>`. */
export interface OpenLimit extends StandingDue {
  readonly caseId: string;
  readonly province: Province;
  readonly item: string;
  /** Null for a clock. */
  readonly step: string | null;
  readonly unitId: string | null;
  /** Whether the applicant owes it; clocks are the agency's. */
  readonly ofApplicant: boolean;
  /** The rule that gave the number; null when the case gave it. */
  readonly rule: RuleKey | null;
}

// Driven by the open cases, because among all duties the open ones are few. A duty that follows a clock has its rule.
const LIMITED = (provinces: string): string => `
SELECT f.case_id, f.province, f.item, d.key, d.step, d.unit_id, d.enterprise_id IS NOT NULL AS of_applicant, d.due_on, d.due_at, d.provisional,
  d.why, d.opened_at AS start_at, 'clock:' || d.clock AS followed, coalesce(d.rule, k.rule) AS rule
FROM case_file f JOIN duty d USING (case_id)
LEFT JOIN clock k ON k.case_id = d.case_id AND k.name = d.clock AND k.stopped_version IS NULL
WHERE f.state = 'open' AND f.province = ANY (${provinces}) AND d.state = 'open' AND d.why IS NOT NULL
UNION ALL
SELECT f.case_id, f.province, f.item, 'clock:' || c.name, NULL, NULL, false, c.due_on, c.due_at, c.provisional, c.why, c.started_at, NULL, c.rule
FROM case_file f JOIN clock c USING (case_id)
WHERE f.state = 'open' AND f.province = ANY (${provinces}) AND c.stopped_version IS NULL AND c.why IS NOT NULL`;

/** The limits of open cases that the proposal may change, by case. */
export function limitsTouched(db: Queryable, proposal: Proposal): Promise<readonly OpenLimit[]> {
  const parameters = new Parameters();
  const text = `
WITH limited AS (${LIMITED(parameters.add(provincesOf(proposal)))})
SELECT case_id AS "caseId", province, item, key, step, unit_id AS "unitId", of_applicant AS "ofApplicant", rule, due_on AS "on", due_at AS at,
  provisional, why, start_at AS "startAt",
  due_on IS NOT NULL AND EXISTS (SELECT FROM document o WHERE o.case_id = l.case_id
    AND due_on::text IN (o.fields -> 'dates' ->> l.key, o.fields -> 'dates' ->> l.followed)) AS printed
FROM limited l, LATERAL (SELECT (why ->> 'startOn')::date AS start_on) s
WHERE ${touches(proposal, parameters)} ORDER BY case_id, key`;
  return select<OpenLimit>(db, { text, values: parameters.values });
}

/** SQL: whether the proposal may change the limit. */
function touches(proposal: Proposal, parameters: Parameters): string {
  if (proposal.kind === 'rule') return `rule = ${parameters.add(proposal.rule.key)}`;
  if (proposal.kind === 'caseRule')
    return `case_id = ${parameters.add(proposal.caseId)}::uuid AND rule = ${parameters.add(proposal.key)}`;
  // A count lies between the day it starts from and its last day, in whichever direction; while a clock stands still it
  // has no last day.
  const { first, last } = daysOf(proposal);
  const [from, to] = [`${parameters.add(first)}::date`, `${parameters.add(last)}::date`];
  return `(due_on IS NULL AND start_on <= ${to} OR least(start_on, due_on) <= ${to} AND greatest(start_on, due_on) >= ${from})`;
}
