import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { PoolClient } from 'pg';
import { appendAudit, caseStream } from '../audit.ts';
import { select, type Queryable } from '../queryable.ts';
import { secondOfficersFor } from '../separation/colleagues.ts';
import { drawnFor, teamMembers } from './team-members.ts';

/** Somebody who is in a team now. */
export interface PresentMember {
  readonly personId: string;
  readonly name: string;
  readonly isLeader: boolean;
}

/** Which duty. */
interface OfDuty {
  readonly caseId: string;
  readonly duty: string;
}

/** Those in the team of the duty, the leader first. */
export const presentMembers = (db: Queryable, { caseId, duty }: OfDuty): Promise<readonly PresentMember[]> =>
  select<PresentMember>(db, {
    name: 'present-members',
    text: `SELECT person_id AS "personId", person_name AS name, is_leader AS "isLeader" FROM ${teamMembers} m
      WHERE case_id = $1 AND duty = $2 AND left_at IS NULL ORDER BY is_leader DESC, joined_at, person_id`,
    values: [caseId, duty],
  });

/** Why somebody is no longer in a team. */
export type LeftBecause = 'recused' | 'conflict' | 'absent';

interface Leaving {
  readonly client: PoolClient;
  readonly caseId: string;
  readonly by: Actor;
  readonly now: Instant;
}

/** Takes somebody out of the teams of the case, or of one duty, with an entry in its audit for each. */
export async function leaveTeams(
  { client, caseId, by, now }: Leaving,
  {
    personId,
    because,
    duty = null,
  }: { readonly personId: string; readonly because: LeftBecause; readonly duty?: string | null },
): Promise<void> {
  const left = await select<{ duty: string; name: string }>(client, {
    text: `UPDATE inspection_member SET left_at = $3, left_because = $4, is_leader = false
      WHERE case_id = $1 AND person_id = $2 AND left_at IS NULL AND ($5::text IS NULL OR duty IN ${drawnFor('$1', '$5::text')}) RETURNING duty, person_name AS name`,
    values: [caseId, personId, now, because, duty],
  });
  for (const { duty: of, name } of left) {
    const detail = { duty: of, member: { personId, name }, because };
    await appendAudit(client, { stream: caseStream(caseId), at: now, action: 'team.leave', by, detail });
  }
}

/** Takes out of the team of the duty whoever can no longer inspect: gone, or bound to the applicant meanwhile. */
export async function leaveUnfit(drawing: Leaving & OfDuty & { readonly today: CivilDate }): Promise<void> {
  const { client, caseId, duty, today } = drawing;
  const members = await secondOfficersFor(client, { caseId, duty, of: 'team' }, today);
  for (const { personId, isPresent } of members.filter(({ isAble }) => !isAble))
    await leaveTeams(drawing, { personId, because: isPresent ? 'conflict' : 'absent', duty });
}
