import type { CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { amountOf } from '@lianban/domain/quantities';
import { personsOf, type Actor } from '@lianban/workflows/vocabulary/step';
import type { PoolClient } from 'pg';
import { partsOf } from '../involvement/colleagues.ts';
import { selectOne, type Queryable } from '../queryable.ts';
import { secondOfficersFor, type Colleague } from './colleagues.ts';

/** What the catalogue asks of an answer beside its form; it has to hold when the answer is received. */
export interface Requirements {
  /** Steps whose officer does not answer this one. */
  readonly apartFrom: readonly string[];
  /** The second officer that the form names, by field; null where the step needs none. */
  readonly second: { readonly field: string; readonly personId: unknown; readonly of: 'team' | 'unit' } | null;
}

/** Nothing is asked. */
export const noRequirements: Requirements = { apartFrom: [], second: null };

/** Who answers which duty, and when. */
export interface Answering {
  readonly caseId: string;
  readonly duty: string;
  readonly by: Actor;
  readonly on: CivilDate;
}

/** A second officer as the record keeps them, by the name they had. */
export interface NamedOfficer {
  readonly personId: string;
  readonly name: string;
}

const SAME_HAND = `SELECT min(part.step) AS step FROM (${partsOf('$1', (column) => `${column} = ANY($2::uuid[])`)}) part
  WHERE part.step = ANY($3::text[])`;

/** One of the steps in which whoever acts, or whom they stand in for, has had a hand; null when there is none. */
export async function sameHand(
  db: Queryable,
  { caseId, by }: Pick<Answering, 'caseId' | 'by'>,
  steps: readonly string[],
): Promise<string | null> {
  if (steps.length === 0) return null;
  const values = [caseId, personsOf(by), steps];
  return (await selectOne<{ step: string | null }>(db, { name: 'same-hand', text: SAME_HAND, values })).step;
}

/**
 * Holds the answer against what is required, within the transaction that receives it. Gives the second officer, who is neither
 * whoever answers nor whom they stand in for, or null.
 * @throws LianbanError SEPARATION naming the step, TEAM_NEEDED while fewer than two can inspect, NOT_IN_TEAM, MALFORMED naming the field.
 */
export async function fulfil(
  client: PoolClient,
  answering: Answering,
  { apartFrom, second }: Requirements,
): Promise<NamedOfficer | null> {
  const same = await sameHand(client, answering, apartFrom);
  if (same !== null) throw new LianbanError('SEPARATION', { step: same });
  if (second === null) return null;
  const { caseId, duty, by, on } = answering;
  const able = (await secondOfficersFor(client, { caseId, duty, of: second.of }, on)).filter(({ isAble }) => isAble);
  if (second.of === 'team') refuseOutsider(by.personId, able, on);
  const named = able.find(({ personId }) => personId === second.personId && !personsOf(by).includes(personId));
  if (named === undefined) throw new LianbanError('MALFORMED', { fields: [second.field] });
  return { personId: named.personId, name: named.name };
}

/** An inspection is answered for by its team, and by none of it before there are two (药品检查管理办法15). */
function refuseOutsider(personId: string, able: readonly Colleague[], on: CivilDate): void {
  const needed = amountOf('insp.team.min', on);
  if (able.length < needed) throw new LianbanError('TEAM_NEEDED', { members: able.length, needed });
  if (!able.some((member) => member.personId === personId)) throw new LianbanError('NOT_IN_TEAM');
}
