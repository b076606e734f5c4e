/** SQL: the team of duty `before` goes on with duty `next`, which its own act opened for the same unit and role and for which none was drawn. */
const goesOn = (before: string, next: string): string =>
  `${next}.case_id = ${before}.case_id AND ${next}.opened_version = ${before}.settled_version
    AND ${next}.unit_id = ${before}.unit_id AND ${next}.role = ${before}.role
    AND NOT EXISTS (SELECT FROM inspection_draw w WHERE w.case_id = ${next}.case_id AND w.duty = ${next}.key)`;

/**
 * SQL: who is or was in which team, by the duties that the team answers for, to be given an alias. A team that was drawn for one
 * step goes on with the step that its own act opens for the same unit and role, as from the arrival to the work on the spot, until
 * a team is drawn for that step itself.
 */
export const teamMembers = `(
  SELECT m.case_id, m.duty, m.number, m.person_id, m.person_name, m.is_leader, m.joined_at, m.left_at, m.left_because FROM inspection_member m
  UNION ALL
  SELECT n.case_id, n.key, m.number, m.person_id, m.person_name, m.is_leader, m.joined_at, m.left_at, m.left_because
  FROM inspection_member m JOIN duty b ON b.case_id = m.case_id AND b.key = m.duty JOIN duty n ON ${goesOn('b', 'n')})`;

/** SQL: the duties whose draws the team of this duty comes from: its own, or that of the step before. */
export const drawnFor = (caseId: string, duty: string): string => `(
  SELECT ${duty} UNION SELECT b.key FROM duty n JOIN duty b ON ${goesOn('b', 'n')}
  WHERE n.case_id = ${caseId} AND n.key = ${duty})`;
