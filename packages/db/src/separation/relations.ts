import type { CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { conflictOf, type Conflict, type Relations } from '@lianban/domain/interest';
import { amountOf } from '@lianban/domain/quantities';

/** SQL expressions of ids; their aliases are none of `i`, `o`, `r` and `t`, which stand for tables of the relations. */
interface Ids {
  readonly person: string;
  readonly caseId: string;
  readonly enterprise: string;
}

/** SQL: the {@link Relations} of a person to a case and its applicant, declared, entered and known from posts. */
export const relationsOf = ({ person, caseId, enterprise }: Ids): string => `jsonb_build_object(
  'ties', coalesce((SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'since', t.since, 'until', t.until)) FROM (
      SELECT i.kind, i.since, i.until FROM interest i
        WHERE i.person_id = ${person} AND i.enterprise_id = ${enterprise} AND i.withdrawn_at IS NULL
      UNION ALL SELECT 'agentPost', o.since, o.until FROM post o WHERE o.person_id = ${person} AND o.enterprise_id = ${enterprise}) t), '[]'),
  'recusal', (SELECT r.state FROM recusal r WHERE r.case_id = ${caseId} AND r.person_id = ${person}))`;

/** SQL: how whoever acts on the case `f` stands to it, and so does whom they stand in for: what keeps one of them out keeps out both. */
export const relationsOfActor = ({
  person,
  principal,
}: {
  readonly person: string;
  readonly principal: string;
}): string => {
  const of = (one: string): string => relationsOf({ person: one, caseId: 'f.case_id', enterprise: 'f.enterprise_id' });
  return `jsonb_build_array(${of(person)}, ${of(principal)})`;
};

/** Why the person takes no part in the case on that day, by the numbers in force; null when they may. */
export const conflictOn = (relations: Relations, on: CivilDate): Conflict | null =>
  conflictOf(relations, { on, coolingOffYears: amountOf('recusal.coolingOff', on) });

/** @throws LianbanError RECUSED naming the rule to the person whom it binds: those who form teams ask {@link conflictOn}. */
export function refuseConflict(relations: readonly Relations[], on: CivilDate): void {
  const rule = relations.map((of) => conflictOn(of, on)).find((one) => one !== null);
  if (rule !== undefined) throw new LianbanError('RECUSED', { rule, ask: 'SEC' });
}
