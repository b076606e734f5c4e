import type { CaseRecord } from '@lianban/db/queries/case-page';
import type { DrawRow, MemberRow, RecusalRow } from '@lianban/db/team/case-teams';
import { mayCall } from '@lianban/domain/permission';
import { amountOf } from '@lianban/domain/quantities';
import { roles } from '@lianban/domain/role';
import type { z } from 'zod';
import { secondFrom } from '../answering/apartness.ts';
import type { caseTeamsView as schema } from '../views/team.ts';
import { readerOf } from './catalogue.ts';
import type { Occasion } from './case-facts.ts';
import type { Reader } from './owner.ts';

/** The teams and recusals of a case, as they are shown. */
export type CaseTeams = z.infer<typeof schema>;
type Team = CaseTeams['teams'][number];

/** What the record holds of the teams of a case. */
export interface KeptTeams {
  readonly draws: readonly DrawRow[];
  readonly members: readonly MemberRow[];
  readonly recusals: readonly RecusalRow[];
}

/** The teams of a case: of every duty that has one, and of every open one that needs one. */
export function caseTeams(record: CaseRecord, kept: KeptTeams, { reader, asOf }: Occasion): CaseTeams {
  const { head, duties } = record;
  const catalogue = readerOf(head.procedure, head.edition);
  const inspected = duties.filter(
    ({ key, kind, state, step }) =>
      kept.draws.some(({ duty }) => duty === key) ||
      (kind === 'duty' && state === 'open' && secondFrom(catalogue.spec(step)) === 'team'),
  );
  return {
    teams: inspected.map(({ key, step, state, unitId }) => ({
      ...{ duty: key, stepTitle: catalogue.stepTitle(step), isOpen: state === 'open' },
      needed: amountOf('insp.team.min', asOf.today),
      mayDraw: state === 'open' && mayCall(reader.post.role, 'team.draw') && unitId === reader.post.unitId,
      members: kept.members.filter(({ duty }) => duty === key).map(memberOf),
      draws: kept.draws.filter(({ duty }) => duty === key).map(drawOf),
    })),
    recusals: kept.recusals.map((recusal) => recusalOf(recusal, reader)),
    mayRecuse:
      head.state === 'open' &&
      mayCall(reader.post.role, 'recusal.ask') &&
      !kept.recusals.some(({ personId, state }) => personId === reader.person.id && state !== 'declined'),
  };
}

const memberOf = ({ personId, name, isLeader, leftAt, leftBecause }: MemberRow): Team['members'][number] => ({
  ...{ personId, name, isLeader, leftAt, leftBecause },
});

function drawOf({
  list,
  result,
  number,
  at,
  by,
  reason,
  listHash,
  auditPosition,
  seed,
}: DrawRow): Team['draws'][number] {
  const names = new Map(list.pool.map(({ personId, name }) => [personId, name]));
  const drawn = result.drawn.map(({ personId, ticket }) => ({ name: names.get(personId) ?? '', ticket }));
  return { number, at, by, reason, listHash, auditPosition, seed, drawn, list: list.pool };
}

function recusalOf(recusal: RecusalRow, { person, post }: Reader): CaseTeams['recusals'][number] {
  const { personId, name, role, askedAt, state, decidedBy, reason } = recusal;
  const decides = mayCall(post.role, 'recusal.decide');
  return {
    ...{ personId, name, roleTitle: roles[role], askedAt, state, decidedBy },
    reason: decides || personId === person.id ? reason : null,
    mayDecide: decides && state === 'asked' && personId !== person.id,
  };
}
