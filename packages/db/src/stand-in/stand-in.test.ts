import { randomUUID } from 'node:crypto';
import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { isAway } from '@lianban/domain/stand-in';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditOf, caseStream } from '../audit.ts';
import { claim, release } from '../claim.ts';
import { disableAccount } from '../organisation/accounts.ts';
import { actingPostsOn } from '../organisation/acting-posts.ts';
import { organisationStream } from '../organisation/administration.ts';
import { carryOut } from '../organisation/carry-out.ts';
import { ownership } from '../organisation/ownership.ts';
import { endPost, movePost } from '../organisation/posts.ts';
import { succeedUnit } from '../organisation/units.ts';
import { select, selectOne } from '../queryable.ts';
import { receive } from '../submission.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { admin, personOf } from '../testing/organising.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import { away, forgetAbsences, giver, inPost, standingIn } from '../testing/standing-in.ts';
import { urge } from '../urge.ts';
import { verifyCase } from '../verify-chain.ts';
import { endAbsence } from './end.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const today = civilDateOf(instant(Date.now()));
const reason = '返岗';

/** A case whose proposal waits in the permits section. */
async function accepted(): Promise<RecordedCase> {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  return life;
}

const holderOf = async (caseId: string): Promise<string | null> => {
  const text = `SELECT claimed_by_person AS holder FROM duty WHERE case_id = $1 AND step = 'propose'`;
  return (await selectOne<{ holder: string | null }>(database.pool, { text, values: [caseId] })).holder;
};

const rows = () =>
  select<{ because: string | null; deputy: string | null }>(database.pool, {
    text: 'SELECT ended_because AS because, deputy_post_id AS deputy FROM delegation ORDER BY given_at, id',
  });

test('somebody acts in a post of somebody else on the days of the delegation, and on no other', async () => {
  const { delegationId } = await away(database.pool, ['zhoumin', 'guolan']);
  const days = fc.integer({ min: 0, max: 30 }).map((nth) => addDays(today, nth));
  const text = `SELECT EXISTS (SELECT FROM ${actingPostsOn('$1::date')} o WHERE o.id = $2 AND o.actor_id = $3) AS may`;
  const { postId } = inPost('zhoumin');
  await fc.assert(
    fc.asyncProperty(days, fc.nat(20), days, async (from, length, asked) => {
      const absence = { from, to: addDays(from, length) };
      await select(database.pool, {
        text: 'UPDATE delegation SET from_on = $2, to_on = $3 WHERE id = $1',
        values: [delegationId, absence.from, absence.to],
      });
      const may = async (user: string) =>
        (await selectOne<{ may: boolean }>(database.pool, { text, values: [asked, postId, inPost(user).personId] }))
          .may;
      expect([await may('guolan'), await may('zhoumin'), await may('tangyue')]).toEqual([
        isAway(absence, asked),
        true,
        false,
      ]);
    }),
    { numRuns: 40 },
  );
});

describe('what a deputy takes', () => {
  test("is the principal's, who finds it there when they are back; both names are in the trail", async () => {
    const { caseId } = await accepted();
    const { delegationId } = await away(database.pool, ['zhoumin', 'guolan']);
    await claim(database.pool, { caseId, duty: 'propose', by: standingIn('guolan', 'zhoumin') });
    expect(await holderOf(caseId)).toBe(inPost('zhoumin').personId);
    await endAbsence(database.pool, giver('zhoumin'), { delegationId, reason });
    expect(await holderOf(caseId)).toBe(inPost('zhoumin').personId);
    const last = (await auditOf(database.pool, caseStream(caseId))).at(-1);
    expect(last).toMatchObject({
      ...{ action: 'duty.claim', person_id: inPost('guolan').personId, post_id: inPost('zhoumin').postId },
      who: { name: '郭岚', zh: '行政审批处', standingInFor: { personId: inPost('zhoumin').personId, name: '周敏' } },
    });
    await release(database.pool, { caseId, duty: 'propose', by: actorOf('OFF') });
    expect(await verifyCase(database.pool, caseId)).toEqual([]);
  });

  test('and what the principal had taken may be given back or worked by them, and by no other colleague', async () => {
    const { caseId } = await accepted();
    await claim(database.pool, { caseId, duty: 'propose', by: actorOf('OFF') });
    await away(database.pool, ['zhoumin', 'guolan']);
    await claim(database.pool, { caseId, duty: 'propose', by: standingIn('guolan', 'zhoumin') });
    const colleague = claim(database.pool, { caseId, duty: 'propose', by: actorOf('OFF', 1) });
    await expect(colleague).rejects.toMatchObject({ code: 'CLAIMED_BY_OTHER', detail: { holder: '周敏' } });
  });
});

describe('once it has ended, whoever stood in', () => {
  test('takes nothing and sends nothing in any more, at once [ASVS v5.0.0-8.3.2]', async () => {
    const { caseId } = await accepted();
    const { delegationId } = await away(database.pool, ['zhoumin', 'guolan']);
    await endAbsence(database.pool, giver('zhoumin'), { delegationId, reason });
    const by = standingIn('guolan', 'zhoumin');
    await expect(claim(database.pool, { caseId, duty: 'propose', by })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const answer = {
      requestId: randomUUID(),
      caseId,
      by,
      duty: 'propose',
      outcome: 'proposeGrant',
      flow: {},
      form: {},
    };
    await expect(receive(database.pool, answer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('and in single matters nothing of another case [ASVS v5.0.0-8.2.2]', async () => {
    const [mine, other] = [await accepted(), await accepted()];
    const { number } = await selectOne<{ number: string }>(database.pool, {
      text: 'SELECT number FROM case_file WHERE case_id = $1',
      values: [mine.caseId],
    });
    await away(database.pool, ['zhoumin', 'guolan'], { matter: { kind: 'case', number } });
    const by = standingIn('guolan', 'zhoumin');
    const beyond = claim(database.pool, { caseId: other.caseId, duty: 'propose', by });
    await expect(beyond).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const answer = { requestId: randomUUID(), by, duty: 'propose', outcome: 'proposeGrant', flow: {}, form: {} };
    await expect(receive(database.pool, { ...answer, caseId: other.caseId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await claim(database.pool, { caseId: mine.caseId, duty: 'propose', by });
  });
});

test('the ledger keeps both names as they were, and reads as it was written', async () => {
  const life = await accepted();
  await away(database.pool, ['zhoumin', 'guolan']);
  await life.answer('propose', 'proposeGrant', { by: standingIn('guolan', 'zhoumin') });
  await select(database.pool, { text: `UPDATE person SET name = '新名' WHERE name IN ('周敏', '郭岚')` });
  const text = `SELECT person_name AS name, principal_name AS principal, standing_in_for AS id, input -> 'by' ->> 'standingInFor' AS said
    FROM case_event WHERE case_id = $1 ORDER BY version DESC LIMIT 1`;
  const principal = inPost('zhoumin').personId;
  expect(await selectOne(database.pool, { text, values: [life.caseId] })).toEqual({
    ...{ name: '郭岚', principal: '周敏', id: principal, said: principal },
  });
  const earlier = `SELECT input -> 'by' ? 'standingInFor' AS said FROM case_event WHERE case_id = $1 AND version = 2`;
  expect(await selectOne(database.pool, { text: earlier, values: [life.caseId] })).toEqual({ said: false });
  expect(await verifyCase(database.pool, life.caseId)).toEqual([]);
  expect((await RecordedCase.resume(database.pool, life.caseId)).committed.version).toBe(3);
});

describe('a delegation ends with the post of', () => {
  const act = { reason: '调离', confirmed: true };
  const lost = { ...act, lastDay: null };
  const there = { unitId: 'cq-legal', role: 'LEG', from: today, ...act } as const;

  test.each([
    ['the deputy, when it ends', () => endPost(database.pool, admin, { ...personOf('tangyue'), ...lost })],
    ['the deputy, when it moves', () => movePost(database.pool, admin, { ...personOf('tangyue'), ...there })],
    [
      'the deputy, when the account is disabled',
      () => disableAccount(database.pool, admin, { ...personOf('tangyue'), ...act }),
    ],
  ])('%s, and the absence goes on without one', async (_, lose) => {
    await away(database.pool, ['qinli', 'tangyue']);
    await lose();
    expect(await rows()).toEqual([
      { because: 'deputyGone', deputy: inPost('tangyue').postId },
      { because: null, deputy: null },
    ]);
    const trail = await auditOf(database.pool, organisationStream('CQ'));
    expect(trail.map(({ action }) => action)).toContain('standIn.over');
  });

  test.each([
    ['the principal, when it ends', () => endPost(database.pool, admin, { ...personOf('qinli'), ...lost })],
    ['the principal, when it moves', () => movePost(database.pool, admin, { ...personOf('qinli'), ...there })],
    [
      'the principal, when the account is disabled',
      () => disableAccount(database.pool, admin, { ...personOf('qinli'), ...act }),
    ],
  ])('%s', async (_, lose) => {
    await away(database.pool, ['qinli', 'tangyue']);
    await lose();
    expect(await rows()).toEqual([{ because: 'postGone', deputy: inPost('tangyue').postId }]);
  });

  test('either side by a day that comes, within a round', async () => {
    await away(database.pool, ['qinli', 'tangyue']);
    const text = `UPDATE post SET until = $2 WHERE id = $1`;
    await select(database.pool, { text, values: [inPost('tangyue').postId, addDays(today, -1)] });
    await carryOut(database.pool);
    expect(await rows()).toMatchObject([{ because: 'deputyGone' }, { deputy: null }]);
  });

  test('neither, when the unit is succeeded by another: posts go on there, and so does it', async () => {
    await away(database.pool, ['qinli', 'tangyue']);
    await succeedUnit(database.pool, admin, {
      unitId: 'cq-permits',
      successorId: 'cq-legal',
      from: today,
      reason: '改革',
    });
    const [row, ...others] = await rows();
    expect([row?.because, others]).toEqual([null, []]);
    const text = `SELECT count(*)::int AS held FROM delegation g JOIN post o ON o.id IN (g.post_id, g.deputy_post_id) WHERE o.unit_id = 'cq-legal'`;
    expect(await selectOne(database.pool, { text })).toEqual({ held: 2 });
  });
});

describe('no duty is without an owner', () => {
  test('whoever goes away without a deputy leaves what they have taken to the pool', async () => {
    const { caseId } = await accepted();
    await claim(database.pool, { caseId, duty: 'propose', by: actorOf('OFF') });
    await away(database.pool, ['zhoumin', null]);
    expect(await holderOf(caseId)).toBeNull();
    expect(await ownership(database.pool)).toMatchObject({ unowned: [], lost: [] });
  });

  test('or the day brings it; what they take while they are away is theirs', async () => {
    const [mine, later] = [await accepted(), await accepted()];
    await claim(database.pool, { caseId: mine.caseId, duty: 'propose', by: actorOf('OFF') });
    const text = `UPDATE duty SET claimed_at = claimed_at - interval '1 day' WHERE case_id = $1 AND step = 'propose'`;
    await select(database.pool, { text, values: [mine.caseId] });
    await away(database.pool, ['zhoumin', null], { from: addDays(today, 1) });
    await select(database.pool, {
      text: `UPDATE delegation SET from_on = $1, given_at = given_at - interval '1 day'`,
      values: [today],
    });
    await claim(database.pool, { caseId: later.caseId, duty: 'propose', by: actorOf('OFF') });
    expect((await ownership(database.pool)).lost).toMatchObject([{ person: '周敏', duties: 1 }]);
    await carryOut(database.pool);
    expect([await holderOf(mine.caseId), await holderOf(later.caseId)]).toEqual([null, inPost('zhoumin').personId]);
  });

  test('and the check finds a place where everybody is away and nobody stands in', async () => {
    const { caseId } = await RecordedCase.open(database.pool);
    const { delegationId } = await away(database.pool, ['hejing', 'guolan']);
    expect((await ownership(database.pool)).unowned).toEqual([]);
    await endAbsence(database.pool, giver('guolan'), { delegationId, reason: '另有任务' });
    expect((await ownership(database.pool)).unowned).toMatchObject([
      { role: 'WIN', unitId: 'cq-service-centre', duties: 1, because: 'away' },
    ]);
    expect(await rows()).toMatchObject([{ because: 'deputyGone' }, { because: null, deputy: null }]);
    const [again] = await select<{ id: string }>(database.pool, {
      text: 'SELECT id FROM delegation WHERE ended_at IS NULL',
    });
    await endAbsence(database.pool, giver('gaolin'), { delegationId: again?.id ?? '', reason });
    expect((await ownership(database.pool)).unowned).toEqual([]);
    expect(caseId).not.toBe('');
  });
});

describe('an absence is ended', () => {
  test('by the principal, a superior or the deputy, and is nothing to anybody else [ASVS v5.0.0-8.2.2]', async () => {
    for (const by of ['zhoumin', 'qinli', 'gaolin', 'guolan']) {
      const { delegationId } = await away(database.pool, ['zhoumin', 'guolan']);
      for (const stranger of ['tangyue', 'hejing', 'sc-director', 'admin']) {
        const ended = endAbsence(database.pool, giver(stranger), { delegationId, reason });
        await expect(ended, stranger).rejects.toMatchObject({ code: 'NO_SUCH_DELEGATION' });
      }
      await endAbsence(database.pool, giver(by), { delegationId, reason });
      const again = endAbsence(database.pool, giver(by), { delegationId, reason });
      await expect(again).rejects.toMatchObject({ code: 'NO_SUCH_DELEGATION' });
      await forgetAbsences(database.pool);
    }
  });
});

describe('what the principal is told', () => {
  const told = (requestId: string) =>
    select<{ name: string; principal: string | null }>(database.pool, {
      text: `SELECT p.name, (SELECT q.name FROM post r JOIN person q ON q.id = r.person_id WHERE r.id = m.for_post_id) AS principal
        FROM message m JOIN post o ON o.id = m.post_id JOIN person p ON p.id = o.person_id WHERE m.urge_id = $1 ORDER BY p.name COLLATE "C"`,
      values: [requestId],
    });
  const urged = async (caseId: string, by = actorOf('SEC')): Promise<string> => {
    const requestId = randomUUID();
    const scope = {
      personId: by.personId,
      role: by.role,
      province: 'CQ',
      unitIds: ['cq-permits'],
      enterpriseId: null,
    } as const;
    await urge(database.pool, { requestId, caseId, duty: 'propose', by, scope, reason: null });
    return requestId;
  };

  test('reaches the deputy too, in their own post and once, while it lasts', async () => {
    const { caseId } = await accepted();
    await claim(database.pool, { caseId, duty: 'propose', by: actorOf('OFF') });
    const { delegationId } = await away(database.pool, ['zhoumin', 'guolan']);
    expect(await told(await urged(caseId))).toEqual([
      { name: '周敏', principal: null },
      { name: '郭岚', principal: '周敏' },
    ]);
    await endAbsence(database.pool, giver('zhoumin'), { delegationId, reason });
    expect(await told(await urged(caseId, actorOf('SUP')))).toEqual([{ name: '周敏', principal: null }]);
  });

  test('is told once to a deputy who is told for themselves, and never of a case that is not handed over', async () => {
    const { caseId } = await accepted();
    await away(database.pool, ['zhoumin', 'tangyue']);
    const matter = { kind: 'item', item: 'cosmetics-production-renewal' } as const;
    await away(database.pool, ['tangyue', 'guolan'], { matter });
    expect(await told(await urged(caseId))).toEqual(
      [
        { name: '周敏', principal: null },
        { name: '唐越', principal: null },
      ].sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
  });
});
