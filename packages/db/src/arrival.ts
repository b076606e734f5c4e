import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Relations } from '@lianban/domain/interest';
import type { Province } from '@lianban/domain/province';
import { receivedOn } from '@lianban/domain/receipt';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { calendarAt } from './calendar.ts';
import { handsOf, type Hands } from './involvement/guard.ts';
import { TODAY } from './organisation/held-posts.ts';
import { hasLeftPool, isLiaisonRole } from './organisation/liaison-pool.ts';
import { selectFirst, selectOne } from './queryable.ts';
import { relationsOfActor } from './separation/relations.ts';

/** The day and instant at which something comes in now, under the calendar of the province. */
export interface Moment {
  readonly at: Instant;
  readonly receivedOn: CivilDate;
}

interface Clock {
  readonly at: Instant;
  readonly edition: number;
  readonly province: Province;
}

const CLOCK = `date_trunc('milliseconds', clock_timestamp()) AS at, c.edition, c.province`;

/** Reads the database's clock. The caller holds the calendar. */
export async function momentOfReceipt(pool: Pool, client: PoolClient, province: Province): Promise<Moment> {
  const text = `SELECT ${CLOCK} FROM calendar c WHERE c.province = $1`;
  const clock = await selectOne<Clock>(client, { name: 'moment-in-province', text, values: [province] });
  return momentBy(pool, client, clock);
}

/** That instant under the calendar of the province as it is now. The caller holds the calendar. */
export async function momentInProvince(
  pool: Pool,
  client: PoolClient,
  { province, at }: { readonly province: Province; readonly at: Instant },
): Promise<Moment> {
  const text = 'SELECT $2::timestamptz AS at, c.edition, c.province FROM calendar c WHERE c.province = $1';
  const clock = await selectOne<Clock>(client, { name: 'instant-in-province', text, values: [province, at] });
  return momentBy(pool, client, clock);
}

const AT_CASE = 'FROM calendar c JOIN case_file f USING (province) WHERE f.case_id = $1';

/** The moment under the calendar of the case's province. The caller holds calendar and case. @throws LianbanError NO_SUCH_CASE */
export async function momentAtCase(pool: Pool, client: PoolClient, caseId: string): Promise<Moment> {
  const text = `SELECT ${CLOCK} ${AT_CASE}`;
  const clock = await selectFirst<Clock>(client, { name: 'moment-at-case', text, values: [caseId] });
  if (clock === undefined) throw new LianbanError('NO_SUCH_CASE', { caseId });
  return momentBy(pool, client, clock);
}

/** Who answers which duty of which case. */
export interface Arriving {
  readonly caseId: string;
  readonly duty: string;
  readonly by: Actor;
}

/** Everything that is looked at when an answer comes in, as it is at one moment. */
export interface PresentAtAnswer {
  readonly moment: Moment;
  readonly today: CivilDate;
  /** How whoever answers, and whom they stand in for, stand to the case. */
  readonly relations: readonly Relations[];
  readonly hands: Hands | null;
  /** Whoever answers for it has left the pool of liaison officers, whose duty it is. */
  readonly hasLeftPool: boolean;
}

const relations = relationsOfActor({ person: '$2::uuid', principal: '$3::uuid' });
const hands = handsOf({ caseId: '$1', duty: '$4', post: '$5' });
// One statement, because every round trip holds the case that much longer.
const leftPool = `EXISTS (SELECT FROM duty d WHERE d.case_id = $1 AND d.key = $4 AND ${isLiaisonRole('d.role')}
  AND ${hasLeftPool('coalesce($3::uuid, $2::uuid)')})`;
const AT_ANSWER = `SELECT ${CLOCK}, ${TODAY} AS today, ${relations} AS relations, ${hands} AS hands, ${leftPool} AS "hasLeftPool" ${AT_CASE}`;

/** Reads all of it. The caller holds calendar and case. @throws LianbanError NO_SUCH_CASE */
export async function presentAtAnswer(pool: Pool, client: PoolClient, arriving: Arriving): Promise<PresentAtAnswer> {
  const { caseId, duty, by } = arriving;
  const values = [caseId, by.personId, by.standingInFor ?? null, duty, by.postId];
  const read = await selectFirst<Clock & Omit<PresentAtAnswer, 'moment'>>(client, {
    name: 'present-at-answer',
    text: AT_ANSWER,
    values,
  });
  if (read === undefined) throw new LianbanError('NO_SUCH_CASE', { caseId });
  const { at, edition, province, ...present } = read;
  return { ...present, moment: await momentBy(pool, client, { at, edition, province }) };
}

async function momentBy(pool: Pool, db: PoolClient, { at, edition, province }: Clock): Promise<Moment> {
  return { at, receivedOn: receivedOn(at, await calendarAt(pool, { db, province, edition })) };
}
