import type { CivilDate } from '@lianban/domain/civil-date';
import type { Relations } from '@lianban/domain/interest';
import { heldPosts } from '../organisation/held-posts.ts';
import { select, type Queryable } from '../queryable.ts';
import { teamMembers } from '../team/team-members.ts';
import { conflictOn, relationsOf } from './relations.ts';

/** Somebody who could be named as the second officer of a step. */
export interface Colleague {
  readonly personId: string;
  readonly name: string;
  readonly isPresent: boolean;
  /** May act today, and has no conflict with the case. */
  readonly isAble: boolean;
}

interface Found {
  readonly personId: string;
  readonly name: string;
  readonly isPresent: boolean;
  readonly relations: Relations;
}

const relations = relationsOf({ person: 'p.id', caseId: 'd.case_id', enterprise: 'f.enterprise_id' });
const TEAM = `SELECT p.id AS "personId", p.name,
    EXISTS (SELECT FROM ${heldPosts} o WHERE o.person_id = p.id AND o.province = d.province) AS "isPresent", ${relations} AS relations
  FROM duty d JOIN case_file f USING (case_id) JOIN ${teamMembers} m ON m.case_id = d.case_id AND m.duty = d.key AND m.left_at IS NULL
  JOIN person p ON p.id = m.person_id WHERE d.case_id = $1 AND d.key = $2 ORDER BY m.is_leader DESC, m.joined_at, p.name, p.id`;
const UNIT = `SELECT DISTINCT ON (p.name, p.id) p.id AS "personId", p.name, true AS "isPresent", ${relations} AS relations
  FROM duty d JOIN case_file f USING (case_id) JOIN ${heldPosts} o ON o.unit_id = d.unit_id AND o.role = d.role
  JOIN person p ON p.id = o.person_id WHERE d.case_id = $1 AND d.key = $2 ORDER BY p.name, p.id`;

/** Which step of which case, and from whom its second officer is taken. */
export interface SecondOf {
  readonly caseId: string;
  readonly duty: string;
  readonly of: 'team' | 'unit';
}

/** Those of the team or of the unit, whether they can be named or not. */
export async function secondOfficersFor(
  db: Queryable,
  { caseId, duty, of }: SecondOf,
  on: CivilDate,
): Promise<readonly Colleague[]> {
  const statement =
    of === 'team' ? { name: 'colleagues-of-team', text: TEAM } : { name: 'colleagues-of-unit', text: UNIT };
  const found = await select<Found>(db, { ...statement, values: [caseId, duty] });
  return found.map(({ personId, name, isPresent, relations: known }) => ({
    ...{ personId, name, isPresent },
    isAble: isPresent && conflictOn(known, on) === null,
  }));
}
