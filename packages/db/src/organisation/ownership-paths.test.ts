import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claim } from '../claim.ts';
import { reassign } from '../involvement/reassign.ts';
import { select, selectFirst } from '../queryable.ts';
import { endAbsence } from '../stand-in/end.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { admin, personOf } from '../testing/organising.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import { seatTeam } from '../testing/seated-team.ts';
import { away, giver, inPost } from '../testing/standing-in.ts';
import { disableAccount } from './accounts.ts';
import { carryOut } from './carry-out.ts';
import { endUnit } from './end-unit.ts';
import { ownership } from './ownership.ts';
import { leavePool } from './pools.ts';
import { endPost, movePost } from './posts.ts';
import { addUnit, succeedUnit } from './units.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const today = civilDateOf(instant(Date.now()));
const yesterday = addDays(today, -1);
const reason = '人员调整';
const act = { reason, confirmed: false };
const holder = personOf('zhoumin');

/** A proposal that the first officer has taken; a colleague of the role is there. */
async function taken(): Promise<string> {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  await claim(database.pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') });
  return life.caseId;
}
const holderOf = async (caseId: string, key = 'propose') =>
  (
    await selectFirst<{ name: string | null }>(database.pool, {
      text: `SELECT p.name FROM duty d LEFT JOIN person p ON p.id = d.claimed_by_person WHERE d.case_id = $1 AND d.key = $2`,
      values: [caseId, key],
    })
  )?.name;
const newUnit = async () =>
  (
    await addUnit(database.pool, admin, {
      nameZh: '新处',
      nameEn: 'New section',
      phone: null,
      parentId: null,
      since: today,
    })
  ).unitId;

interface Path {
  /** What happens to whoever has the duty, or to where it lies. */
  readonly happens: (caseId: string) => Promise<unknown>;
  /** Who has it then; null for the pool of the role. */
  readonly then: string | null;
}

/** Every way in which somebody or something that a duty belongs to can go. */
const paths: Readonly<Record<string, Path>> = {
  'the account of its holder is disabled': {
    happens: () => disableAccount(database.pool, admin, { ...holder, ...act }),
    then: null,
  },
  'the post of its holder ends': {
    happens: () => endPost(database.pool, admin, { ...holder, ...act, lastDay: null }),
    then: null,
  },
  'the post of its holder ends by its day': {
    happens: async () => {
      await select(database.pool, {
        text: 'UPDATE post SET until = $2 WHERE id = $1',
        values: [holder.postId, yesterday],
      });
      await carryOut(database.pool);
    },
    then: null,
  },
  'its holder moves to another unit': {
    happens: () => movePost(database.pool, admin, { ...holder, ...act, unitId: 'cq-legal', role: 'LEG', from: today }),
    then: null,
  },
  'its unit is succeeded by another': {
    happens: async () =>
      succeedUnit(database.pool, admin, { unitId: 'cq-permits', successorId: await newUnit(), from: today, reason }),
    then: '周敏',
  },
  'its holder goes away without a deputy': {
    happens: () => away(database.pool, ['zhoumin', null]),
    then: null,
  },
  'its holder goes away and somebody stands in': {
    happens: () => away(database.pool, ['zhoumin', 'guolan']),
    then: '周敏',
  },
  'the delegation is ended by whoever is back': {
    happens: async () => {
      const { delegationId } = await away(database.pool, ['zhoumin', 'guolan']);
      await endAbsence(database.pool, giver('zhoumin'), { delegationId, reason });
    },
    then: '周敏',
  },
  'the delegation runs out': {
    happens: async () => {
      await away(database.pool, ['zhoumin', 'guolan']);
      await select(database.pool, { text: 'UPDATE delegation SET from_on = $1, to_on = $1', values: [yesterday] });
      await carryOut(database.pool);
    },
    then: '周敏',
  },
  'the deputy lays the delegation down': {
    happens: async () => {
      const { delegationId } = await away(database.pool, ['zhoumin', 'guolan']);
      await endAbsence(database.pool, giver('guolan'), { delegationId, reason });
    },
    then: null,
  },
  'the account of the deputy is disabled': {
    happens: async () => {
      await away(database.pool, ['zhoumin', 'guolan']);
      await disableAccount(database.pool, admin, { ...personOf('guolan'), ...act });
      await carryOut(database.pool);
    },
    then: null,
  },
  'it is handed to a colleague who then loses the post': {
    happens: async (caseId) => {
      const reach = { caseId, duty: 'propose', by: actorOf('SEC'), province: 'CQ' } as const;
      const to = { postId: inPost('tangyue').postId };
      await reassign(database.pool, reach, { requestId: crypto.randomUUID(), to, reason, notBy: [] });
      await endPost(database.pool, admin, { ...personOf('tangyue'), ...act, lastDay: null });
    },
    then: null,
  },
};

describe('no duty is ever without an owner', () => {
  test.each(Object.entries(paths))('when %s', async (_, { happens, then }) => {
    const caseId = await taken();
    await happens(caseId);
    expect(await holderOf(caseId)).toBe(then);
    expect(await ownership(database.pool)).toMatchObject({ unowned: [], lost: [], stranded: 0 });
  });

  test('when the leader of its team leaves the pool of inspectors', async () => {
    const life = await RecordedCase.open(database.pool);
    for (const [step, outcome] of [
      ['intake', 'accept'],
      ['propose', 'proposeGrant'],
      ['decide', 'grant'],
      ['deliver', 'delivered'],
    ] as const)
      await life.answer(step, outcome);
    const duty = 'verification/verify';
    await seatTeam(database.pool, { caseId: life.caseId, duty, users: ['shenmu', 'luqiao'] });
    await claim(database.pool, { caseId: life.caseId, duty, by: actorOf('INS') });
    const member = await selectFirst<{ memberId: string }>(database.pool, {
      text: `SELECT id AS "memberId" FROM pool_member WHERE person_id = $1`,
      values: [inPost('shenmu').personId],
    });
    await leavePool(database.pool, admin, { memberId: member?.memberId ?? '', lastDay: null, reason });
    await carryOut(database.pool);
    expect(await holderOf(life.caseId, duty)).toBe('申牧');
    expect(await ownership(database.pool)).toMatchObject({ unowned: [], lost: [], stranded: 0 });
  });

  test('what would leave one without is refused, until somebody says that they know', async () => {
    await taken();
    await disableAccount(database.pool, admin, { ...personOf('tangyue'), ...act });
    const last = { ...holder, ...act };
    const refused = { code: 'LEFT_WITHOUT_OWNER' };
    await expect(disableAccount(database.pool, admin, last)).rejects.toMatchObject(refused);
    await expect(endPost(database.pool, admin, { ...last, lastDay: null })).rejects.toMatchObject(refused);
    const there = { unitId: 'cq-legal', role: 'LEG', from: today } as const;
    await expect(movePost(database.pool, admin, { ...last, ...there })).rejects.toMatchObject(refused);
    await expect(away(database.pool, ['zhoumin', null])).rejects.toMatchObject({ code: 'NOBODY_ELSE' });
    await expect(endUnit(database.pool, admin, { unitId: 'cq-permits', reason })).rejects.toMatchObject({
      code: 'UNIT_HOLDS',
    });
    expect(await ownership(database.pool)).toMatchObject({ unowned: [], lost: [] });
    await disableAccount(database.pool, admin, { ...last, confirmed: true });
    expect((await ownership(database.pool)).unowned).toMatchObject([
      { unitId: 'cq-permits', role: 'OFF', because: 'nobody' },
    ]);
  });
});
