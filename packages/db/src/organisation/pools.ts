import type { CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { PoolName } from '@lianban/domain/organisation';
import type { Pool } from 'pg';
import { select, selectFirst, selectOne } from '../queryable.ts';
import { refusePast } from './days.ts';
import { administer, noteAct, type Administrator, type Administration } from './administration.ts';
import { refuseDistrict } from './enterprises.ts';
import { endOf } from './grant.ts';
import { otherPerson } from './staff.ts';
import { refusing } from './violation.ts';

/** Somebody who is to be put into a pool: known already, or by name, as an outside expert is. */
export interface NewMember {
  readonly pool: PoolName;
  readonly who: { readonly personId: string } | { readonly name: string };
  /** Where a liaison officer is at work. */
  readonly districtId: string | null;
  readonly since: CivilDate;
}

/** Puts somebody into a pool from that day on. @throws LianbanError NO_SUCH_PERSON, OWN_RIGHTS, NO_SUCH_DISTRICT, DAYS_UNFIT, ALREADY_HELD. */
export const joinPool = (
  pool: Pool,
  administrator: Administrator,
  { pool: joined, who, districtId, since }: NewMember,
): Promise<{ readonly memberId: string }> =>
  administer(pool, administrator, async (administration) => {
    await refuseDistrict(administration, districtId);
    const person =
      'personId' in who ? await otherPerson(administration, who.personId) : await outsider(administration, who.name);
    refusePast({ since, until: null }, administration.today);
    const { memberId } = await refusing(
      'overlap',
      'ALREADY_HELD',
      selectOne<{ memberId: string }>(administration.client, {
        text: `INSERT INTO pool_member (pool, province, person_id, district_id, since) VALUES ($1, $2, $3, $4, $5) RETURNING id AS "memberId"`,
        values: [joined, administration.province, person.personId, districtId, since],
      }),
    );
    const { personId, name } = person;
    await noteAct(administration, 'joinPool', {
      pool: joined,
      person: { personId, name },
      member: memberId,
      district: districtId,
      since,
    });
    return { memberId };
  });

/** Takes somebody out of a pool after the last day, or at once for null. @throws LianbanError NO_SUCH_MEMBER, OWN_RIGHTS, DAYS_UNFIT. */
export const leavePool = (
  pool: Pool,
  administrator: Administrator,
  {
    memberId,
    lastDay,
    reason,
  }: { readonly memberId: string; readonly lastDay: CivilDate | null; readonly reason: string },
): Promise<void> =>
  administer(pool, administrator, async (administration) => {
    const member = await presentMember(administration, memberId);
    const { until } = endOf(member, lastDay, administration.today);
    await select(administration.client, {
      text: 'UPDATE pool_member SET until = $2 WHERE id = $1',
      values: [memberId, until],
    });
    await noteAct(administration, 'leavePool', { ...memberDetail(member), until, reason });
  });

/** Somebody who is in a pool of the province today. */
export interface PresentMember {
  readonly memberId: string;
  readonly personId: string;
  readonly name: string;
  readonly pool: PoolName;
  readonly since: CivilDate;
}

/** @throws LianbanError NO_SUCH_MEMBER for whoever has left, OWN_RIGHTS for the administrator themselves. */
export async function presentMember(
  { client, by, province, today }: Administration,
  memberId: string,
): Promise<PresentMember> {
  const member = await selectFirst<PresentMember>(client, {
    text: `SELECT m.id AS "memberId", m.person_id AS "personId", p.name, m.pool, m.since FROM pool_member m JOIN person p ON p.id = m.person_id
      WHERE m.id = $1 AND m.province = $2 AND (m.until IS NULL OR m.until >= $3)`,
    values: [memberId, province, today],
  });
  if (member === undefined) throw new LianbanError('NO_SUCH_MEMBER', { memberId });
  if (member.personId === by.personId) throw new LianbanError('OWN_RIGHTS');
  return member;
}

const outsider = (
  { client }: Administration,
  name: string,
): Promise<{ readonly personId: string; readonly name: string }> =>
  selectOne(client, { text: 'INSERT INTO person (name) VALUES ($1) RETURNING id AS "personId", name', values: [name] });

/** Whom an act concerns, as the audit keeps it. */
export const memberDetail = ({ memberId, personId, name, pool }: PresentMember) => ({
  ...{ member: memberId, pool, person: { personId, name } },
});
