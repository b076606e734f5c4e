import type { Instant } from '@lianban/domain/civil-date';
import type { RecusalState } from '@lianban/domain/interest';
import type { DrawnTeam } from '@lianban/domain/team';
import type { Role } from '@lianban/domain/role';
import { select, type Queryable } from '../queryable.ts';
import type { FixedList } from './fixed-list.ts';
import type { LeftBecause } from './members.ts';
import { teamMembers } from './team-members.ts';

/** A draw with all that it takes to do it again. */
export interface DrawRow {
  readonly duty: string;
  readonly step: string;
  readonly number: number;
  readonly list: FixedList;
  readonly listHash: string;
  readonly auditPosition: number;
  readonly seed: string;
  readonly result: DrawnTeam;
  readonly reason: string | null;
  readonly at: Instant;
  readonly by: string;
}

/** All draws of a case, by duty and number. */
export const drawsOf = (db: Queryable, caseId: string): Promise<readonly DrawRow[]> =>
  select<DrawRow>(db, {
    name: 'draws-of-case',
    text: `SELECT w.duty, d.step, w.number, w.list, w.list_hash AS "listHash", w.audit_position AS "auditPosition", w.seed, w.result, w.reason,
        w.at, w.person_name AS by
      FROM inspection_draw w JOIN duty d ON d.case_id = w.case_id AND d.key = w.duty WHERE w.case_id = $1 ORDER BY d.opened_at, w.duty, w.number`,
    values: [caseId],
  });

/** Somebody who is or was in a team of a case. */
export interface MemberRow {
  readonly duty: string;
  readonly number: number;
  readonly personId: string;
  readonly name: string;
  readonly isLeader: boolean;
  readonly leftAt: Instant | null;
  readonly leftBecause: LeftBecause | null;
}

/** Everybody who is or was in the teams of a case, the leader first. */
export const membersOf = (db: Queryable, caseId: string): Promise<readonly MemberRow[]> =>
  select<MemberRow>(db, {
    name: 'members-of-case',
    text: `SELECT duty, number, person_id AS "personId", person_name AS name, is_leader AS "isLeader", left_at AS "leftAt", left_because AS "leftBecause"
      FROM ${teamMembers} m WHERE case_id = $1 ORDER BY left_at NULLS FIRST, is_leader DESC, joined_at, person_name`,
    values: [caseId],
  });

/** A recusal of a case. */
export interface RecusalRow {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly reason: string;
  readonly askedAt: Instant;
  readonly state: RecusalState;
  readonly decidedBy: string | null;
}

/** Who asked to be left out of a case, in order. */
export const recusalsOf = (db: Queryable, caseId: string): Promise<readonly RecusalRow[]> =>
  select<RecusalRow>(db, {
    name: 'recusals-of-case',
    text: `SELECT person_id AS "personId", person_name AS name, role, reason, asked_at AS "askedAt", state, decided_by_name AS "decidedBy"
      FROM recusal WHERE case_id = $1 ORDER BY asked_at, person_id`,
    values: [caseId],
  });
