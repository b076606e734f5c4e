import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '../audit.ts';
import { select } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { admin } from '../testing/organising.ts';
import { actorOf } from '../testing/recorded-case.ts';
import { organisationStream } from './administration.ts';
import { poolList } from './pool-list.ts';
import { joinPool, leavePool } from './pools.ts';
import { addQualification, correctQualification, endQualification } from './qualifications.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const today = civilDateOf(instant(Date.now()));
const day = (days: number) => addDays(today, days);
const reason = '登记时看错';
const certificate = {
  ...{ kind: '药品GMP检查员', level: '中级', certificateNumber: '渝检9001', validFrom: day(-400), validTo: day(300) },
};
let memberId: string;
let qualificationId: string;
const member = async () => (await poolList(database.pool, 'CQ', 'expert')).find((one) => one.memberId === memberId);
const qualification = async () => (await member())?.qualifications[0];

beforeEach(async () => {
  const who = { name: '某专家' };
  ({ memberId } = await joinPool(database.pool, admin, { pool: 'expert', who, districtId: null, since: today }));
  await addQualification(database.pool, admin, { memberId, ...certificate });
  qualificationId = (await qualification())?.qualificationId ?? '';
});

describe('a certificate that was entered wrongly', () => {
  const right = { ...certificate, kind: '医疗器械检查员', certificateNumber: '渝检9010' };

  test('is corrected in place, and what it said is kept with who, when and why', async () => {
    await correctQualification(database.pool, admin, { qualificationId, ...right, reason });
    expect(await qualification()).toMatchObject({ qualificationId, ...right, isValid: true });
    expect((await qualification())?.changes).toMatchObject([
      { kind: 'correct', by: '宋工', reason, before: certificate },
    ]);
    const [last] = (await auditOf(database.pool, organisationStream('CQ'))).slice(-1);
    expect(last).toMatchObject({
      action: 'organisation.correctQualification',
      detail: { reason, before: certificate },
    });
  });

  test('stays where nothing is said differently, or its days are in the wrong order', async () => {
    const correct = (change: object) =>
      correctQualification(database.pool, admin, { qualificationId, ...certificate, ...change, reason });
    await expect(correct({})).rejects.toMatchObject({ code: 'NOTHING_TO_CHANGE' });
    await expect(correct({ validTo: day(-401) })).rejects.toMatchObject({ code: 'DAYS_UNFIT' });
    expect((await qualification())?.changes).toEqual([]);
  });
});

describe('a certificate is ended early', () => {
  const end = (lastDay: ReturnType<typeof day> | null) =>
    endQualification(database.pool, admin, { qualificationId, lastDay, reason: '证书被收回' });

  test('at once, or after a day, and the last day that it named is kept', async () => {
    await end(day(10));
    expect(await qualification()).toMatchObject({ validTo: day(10), isValid: true });
    await end(null);
    expect(await qualification()).toMatchObject({ validTo: day(-1), isValid: false });
    expect((await qualification())?.changes).toMatchObject([
      { kind: 'end', before: { validTo: day(10) } },
      { kind: 'end', before: { validTo: day(300) }, reason: '证书被收回' },
    ]);
  });

  test('by no day that has passed, and by none that is no earlier', async () => {
    for (const on of [day(-1), day(300), day(301)]) await expect(end(on)).rejects.toMatchObject({ code: 'DAYS_UNFIT' });
    await end(null);
    await expect(end(null)).rejects.toMatchObject({ code: 'DAYS_UNFIT' });
  });
});

test('nobody changes their own certificates, those of the other province, or of somebody who has left [ASVS v5.0.0-8.2.2]', async () => {
  const other = { by: actorOf('ADM', 1), province: 'SC' } as const;
  const correct = (by = admin) =>
    correctQualification(database.pool, by, { qualificationId, ...certificate, level: '高级', reason });
  await expect(correct(other)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await select(database.pool, {
    text: `UPDATE pool_member SET province = 'SC' WHERE id = $1`,
    values: [memberId],
  });
  await expect(correct()).rejects.toMatchObject({ code: 'NO_SUCH_QUALIFICATION' });
  await select(database.pool, {
    text: `UPDATE pool_member SET province = 'CQ', person_id = $2 WHERE id = $1`,
    values: [memberId, admin.by.personId],
  });
  await expect(correct()).rejects.toMatchObject({ code: 'OWN_RIGHTS' });
  await select(database.pool, {
    text: `UPDATE pool_member SET person_id = $2 WHERE id = $1`,
    values: [memberId, actorOf('OFF').personId],
  });
  await leavePool(database.pool, admin, { memberId, lastDay: null, reason });
  await expect(correct()).rejects.toMatchObject({ code: 'NO_SUCH_MEMBER' });
});

test('what a certificate said is neither changed nor removed by anybody [ASVS v5.0.0-16.4.2]', async () => {
  await endQualification(database.pool, admin, { qualificationId, lastDay: null, reason });
  for (const text of [
    'UPDATE qualification_change SET reason = $1',
    'DELETE FROM qualification_change WHERE reason <> $1',
  ])
    await expect(select(database.pool, { text, values: ['另一个'] })).rejects.toThrow('stays as it was');
});
