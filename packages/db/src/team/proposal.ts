import type { CivilDate } from '@lianban/domain/civil-date';
import type { Certificate, Listed } from '@lianban/domain/team';
import { selectOne, type Queryable } from '../queryable.ts';
import { secondOfficersFor } from '../separation/colleagues.ts';
import { fixedList } from './fixed-list.ts';
import { rosterFor, type TeamDuty } from './roster.ts';

/** The list that a draw would be made from now, with what it rests on. */
export interface Proposal {
  readonly size: number;
  readonly kept: readonly string[];
  /** Fewer can inspect than are needed, so that it may be drawn. */
  readonly isOpen: boolean;
  readonly isRedraw: boolean;
  readonly pool: readonly (Listed & {
    readonly certificates: readonly Certificate[];
    readonly load: number;
    readonly lastInspectedOn: CivilDate | null;
  })[];
}

/** Looks at the pool as a draw would; nothing is fixed by it. */
export async function proposeTeam(
  db: Queryable,
  duty: TeamDuty,
  criteria: { readonly barred: readonly string[]; readonly on: CivilDate },
): Promise<Proposal> {
  const { caseId, duty: key, number, field } = duty;
  const { draws } = await selectOne<{ draws: number }>(db, {
    text: 'SELECT count(*)::int AS draws FROM inspection_draw WHERE case_id = $1 AND duty = $2',
    values: [caseId, key],
  });
  const members = await secondOfficersFor(db, { caseId, duty: key, of: 'team' }, criteria.on);
  const kept = members.filter(({ isAble }) => isAble).map(({ personId }) => personId);
  const roster = await rosterFor(db, duty, criteria);
  const list = fixedList(roster, { caseNumber: number, duty: key, number: draws + 1, on: criteria.on, field, kept });
  const known = new Map(roster.map((candidate) => [candidate.personId, candidate]));
  return {
    ...{ size: list.size, kept, isOpen: kept.length < list.size, isRedraw: draws > 0 },
    pool: list.pool.map((listed) => {
      const { certificates = [], load = 0, lastInspectedOn = null } = known.get(listed.personId) ?? {};
      return { ...listed, certificates, load, lastInspectedOn };
    }),
  };
}
