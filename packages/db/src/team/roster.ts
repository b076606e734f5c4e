import type { CivilDate } from '@lianban/domain/civil-date';
import type { Relations } from '@lianban/domain/interest';
import type { Item } from '@lianban/domain/item';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Candidate, Certificate } from '@lianban/domain/team';
import { partsOf } from '../involvement/colleagues.ts';
import { awayOn } from '../organisation/acting-posts.ts';
import { heldPosts, TODAY } from '../organisation/held-posts.ts';
import { select, selectFirst, type Queryable } from '../queryable.ts';
import { conflictOn, relationsOf } from '../separation/relations.ts';
import { teamMembers } from './team-members.ts';

/** A duty that a team is formed for. */
export interface TeamDuty {
  readonly caseId: string;
  readonly duty: string;
  readonly number: string;
  readonly step: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly unitId: string;
  readonly role: Role;
  readonly province: Province;
  readonly enterpriseId: string;
  readonly field: Item['field'];
  readonly holder: string | null;
}

const DUTY = `SELECT d.case_id AS "caseId", d.key AS duty, f.number, d.step, d.state, d.outcome, d.unit_id AS "unitId", d.role, d.province,
    f.enterprise_id AS "enterpriseId", i.definition ->> 'field' AS field, d.claimed_by_person AS holder
  FROM duty d JOIN case_file f USING (case_id) JOIN item i ON i.code = f.item AND i.province = f.province AND i.edition = f.item_edition
  WHERE d.case_id = $1 AND d.key = $2 AND d.kind = 'duty' AND d.unit_id IS NOT NULL`;

/** The duty as it stands; undefined when there is none of an office. */
export const teamDuty = (db: Queryable, caseId: string, duty: string): Promise<TeamDuty | undefined> =>
  selectFirst<TeamDuty>(db, { name: 'team-duty', text: DUTY, values: [caseId, duty] });

interface Found extends Omit<Candidate, 'conflict'> {
  readonly certificates: readonly Certificate[];
  readonly relations: Relations;
}

// Who inspected an enterprise is known from the teams, and from the ledgers of cases that had none. What belongs to one application,
// as the inspections of a site and of the varieties made there, is one matter: nobody has to make way for others within it. [design]
const POOL = `
WITH RECURSIVE above AS (
  SELECT case_id, parent_case_id, parent_duty FROM case_file WHERE case_id = $1
  UNION ALL
  SELECT p.case_id, p.parent_case_id, p.parent_duty FROM above a JOIN case_file p ON p.case_id = a.parent_case_id AND a.parent_duty IS NOT NULL
), matter AS (
  SELECT case_id FROM above
  UNION
  SELECT c.case_id FROM matter m JOIN case_file c ON c.parent_case_id = m.case_id AND c.parent_duty IS NOT NULL
), inspected AS (
  SELECT x.person_id, max(x.at) AS at FROM (
    SELECT m.person_id, d.settled_at AS at FROM case_file f JOIN inspection_member m USING (case_id)
      JOIN duty d ON d.case_id = m.case_id AND d.key = m.duty WHERE f.enterprise_id = $3 AND f.case_id NOT IN (SELECT case_id FROM matter) AND m.left_at IS NULL AND d.state = 'settled'
    UNION ALL
    SELECT ev.person_id, ev.at FROM case_file f JOIN case_event ev USING (case_id)
      JOIN duty d ON d.case_id = ev.case_id AND d.key = ev.input ->> 'duty'
      WHERE f.enterprise_id = $3 AND f.case_id NOT IN (SELECT case_id FROM matter) AND ev.kind = 'answer' AND d.step = $4) x GROUP BY x.person_id
)
SELECT p.id AS "personId", p.name,
  EXISTS (SELECT FROM ${heldPosts} o WHERE o.person_id = p.id AND o.unit_id = $5 AND o.role = $6) AS "mayLead",
  EXISTS (SELECT FROM ${heldPosts} o WHERE o.person_id = p.id AND o.province = $7 AND o.role <> 'APP'
    AND NOT ${awayOn(TODAY, 'o.id')}) AS "isPresent",
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', q.kind, 'validFrom', q.valid_from, 'validTo', q.valid_to) ORDER BY q.valid_from, q.id)
    FROM qualification q WHERE q.member_id = pm.id), '[]') AS certificates,
  ${relationsOf({ person: 'p.id', caseId: '$1::uuid', enterprise: '$3::uuid' })} AS relations,
  (SELECT min(part.step) FROM (${partsOf('$1', (column) => `${column} = p.id`)}) part WHERE part.step = ANY($8::text[])) AS "barredStep",
  (SELECT count(*)::int FROM ${teamMembers} m JOIN duty d ON d.case_id = m.case_id AND d.key = m.duty
    WHERE m.person_id = p.id AND m.left_at IS NULL AND d.state = 'open' AND (m.case_id, m.duty) <> ($1, $2)) AS load,
  (SELECT (i.at AT TIME ZONE 'Asia/Shanghai')::date FROM inspected i WHERE i.person_id = p.id) AS "lastInspectedOn"
FROM pool_member pm JOIN person p ON p.id = pm.person_id
WHERE pm.pool = 'inspector' AND pm.province = $7 AND pm.since <= $9 AND (pm.until IS NULL OR pm.until >= $9) ORDER BY p.id`;

/** Everybody in the pool of inspectors of the province on that day, as the rules of the draw look at them. */
export async function rosterFor(
  db: Queryable,
  duty: TeamDuty,
  { barred, on }: { readonly barred: readonly string[]; readonly on: CivilDate },
): Promise<readonly Candidate[]> {
  const { caseId, enterpriseId, step, unitId, role, province } = duty;
  const values = [caseId, duty.duty, enterpriseId, step, unitId, role, province, barred, on];
  const found = await select<Found>(db, { name: 'team-roster', text: POOL, values });
  return found.map(({ relations, ...candidate }) => ({ ...candidate, conflict: conflictOn(relations, on) }));
}
