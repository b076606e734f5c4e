import { addDays, civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '../audit.ts';
import { select, selectOne } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { admin, NO_PASSWORD, personOf, secondAdmin } from '../testing/organising.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import { disableAccount, enableAccount } from './accounts.ts';
import { organisationStream } from './administration.ts';
import type { Grant } from './grant.ts';
import { postsHeldOn } from './held-posts.ts';
import { addPerson, givePost } from './people.ts';
import { endPost, movePost } from './posts.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const today = civilDateOf(instant(Date.now()));
const reason = '调整分工';
const officer = (since: CivilDate = today, until: CivilDate | null = null): Grant => ({
  place: { kind: 'unit', role: 'OFF', unitId: 'cq-permits' },
  ...{ since, until },
});
const add = (user: string, grant: Grant = officer()) =>
  addPerson(database.pool, admin, { ...{ name: '新同事', user, grant }, ...NO_PASSWORD });

const heldOn = async (postId: string, day: CivilDate): Promise<boolean> => {
  const text = `SELECT EXISTS (SELECT FROM ${postsHeldOn('$2::date')} o WHERE o.id = $1) AS held`;
  return (await selectOne<{ held: boolean }>(database.pool, { text, values: [postId, day] })).held;
};

describe('who audits', () => {
  const auditor = (since: CivilDate = today, until: CivilDate | null = null): Grant => ({
    place: { kind: 'unit', role: 'AUD', unitId: 'cq-audit' },
    ...{ since, until },
  });
  const give = (personId: string, grant: Grant) => givePost(database.pool, admin, { personId, grant });

  test('does nothing else on the same days, in whichever order it is given [ASVS v5.0.0-8.3.1]', async () => {
    const one = await add('auditor', auditor());
    await expect(give(one.personId, officer())).rejects.toMatchObject({
      code: 'ROLES_APART',
      detail: { other: 'AUD' },
    });
    const two = await add('officer', officer(today, addDays(today, 10)));
    await expect(give(two.personId, auditor(addDays(today, 10)))).rejects.toMatchObject({ code: 'ROLES_APART' });
    await give(two.personId, auditor(addDays(today, 11)));
    const administrator: Grant = { ...officer(), place: { kind: 'unit', role: 'ADM', unitId: 'cq-information' } };
    await expect(give(one.personId, administrator)).rejects.toMatchObject({ code: 'ROLES_APART' });
  });

  test('comes from another post, and goes to one, on a day [ASVS v5.0.0-8.3.1]', async () => {
    const { postId } = await add('moving', officer());
    const move = { from: addDays(today, 1), reason, confirmed: true };
    const moved = await movePost(database.pool, admin, { ...move, postId, unitId: 'cq-audit', role: 'AUD' });
    const back = { ...move, postId: moved.postId, from: addDays(today, 2), unitId: 'cq-permits', role: 'OFF' } as const;
    await movePost(database.pool, admin, back);
  });

  test('is kept apart by the record itself, whoever writes to it [ASVS v5.0.0-8.3.1]', async () => {
    const { personId } = await add('by-hand', auditor());
    const text = `INSERT INTO post (person_id, role, unit_id, province, since) VALUES ($1, 'OFF', 'cq-permits', 'CQ', $2)`;
    await expect(select(database.pool, { text, values: [personId, today] })).rejects.toMatchObject({ code: '23P01' });
  });
});

describe('a dated post', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(today, days));

  test('is held on every day from its first to its last, and on no other', async () => {
    let nth = 0;
    await fc.assert(
      fc.asyncProperty(day, fc.option(fc.nat(20)), day, async (since, length, asked) => {
        const until = length === null ? null : addDays(since, length);
        const { postId } = await add(`dated-${(nth += 1)}`, officer(since, until));
        expect(await heldOn(postId, asked)).toBe(since <= asked && (until === null || asked <= until));
      }),
      { numRuns: 40 },
    );
  });

  test('is never held twice on one day by the same person, whatever is given in which order', async () => {
    const { personId } = await add('once', officer(addDays(today, 100), addDays(today, 100)));
    await fc.assert(
      fc.asyncProperty(day, fc.option(fc.nat(10)), async (since, length) => {
        const grant = officer(since, length === null ? null : addDays(since, length));
        await givePost(database.pool, admin, { personId, grant }).catch((failure: unknown) => {
          expect(failure).toMatchObject({ code: 'ALREADY_HELD' });
        });
      }),
      { numRuns: 30 },
    );
    const overlaps = await select(database.pool, {
      text: `SELECT FROM post a JOIN post b ON a.person_id = b.person_id AND a.role = b.role AND a.unit_id = b.unit_id AND a.id < b.id
        WHERE daterange(a.since, a.until + 1) && daterange(b.since, b.until + 1)`,
    });
    expect(overlaps).toEqual([]);
  });

  test('that is moved leaves both posts in history, one ending the day before the other begins', async () => {
    const { personId, postId } = await add('moved', officer(today));
    const there = { unitId: 'cq-legal', role: 'LEG', from: addDays(today, 7) } as const;
    const moved = await movePost(database.pool, admin, { postId, ...there, reason, confirmed: false });
    const text = 'SELECT id, unit_id AS unit, since, until FROM post WHERE person_id = $1 ORDER BY since';
    expect(await select(database.pool, { text, values: [personId] })).toEqual([
      { id: postId, unit: 'cq-permits', since: today, until: addDays(today, 6) },
      { id: moved.postId, unit: 'cq-legal', since: addDays(today, 7), until: null },
    ]);
  });

  test('that ends at once on its first day was held on no day, and may be given again', async () => {
    const { personId, postId } = await add('taken-back');
    await endPost(database.pool, admin, { postId, lastDay: null, reason, confirmed: false });
    expect(await heldOn(postId, today)).toBe(false);
    const again = await givePost(database.pool, admin, { personId, grant: officer() });
    expect(await heldOn(again.postId, today)).toBe(true);
  });

  test('cannot begin before today, end before it begins, or end earlier than it can still end', async () => {
    await expect(add('past', officer(addDays(today, -1)))).rejects.toMatchObject({ code: 'DAYS_UNFIT' });
    await expect(add('turned', officer(today, addDays(today, -1)))).rejects.toMatchObject({ code: 'DAYS_UNFIT' });
    const { postId } = await add('later', officer(addDays(today, 5)));
    const early = endPost(database.pool, admin, { postId, lastDay: addDays(today, 4), reason, confirmed: false });
    await expect(early).rejects.toMatchObject({ code: 'DAYS_UNFIT' });
  });
});

describe('an administrator', () => {
  test('changes nothing of their own rights, neither posts nor account [ASVS v5.0.0-8.2.1]', async () => {
    const self = personOf('admin');
    const act = { reason, confirmed: true };
    const acts = [
      endPost(database.pool, admin, { ...self, lastDay: null, ...act }),
      movePost(database.pool, admin, { ...self, unitId: 'cq-legal', role: 'LEG', from: today, ...act }),
      givePost(database.pool, admin, { ...self, grant: officer() }),
      disableAccount(database.pool, admin, { ...self, ...act }),
      enableAccount(database.pool, admin, { ...self, ...act }),
    ];
    for (const result of await Promise.allSettled(acts))
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'OWN_RIGHTS' } });
  });

  test('reaches nobody and nothing of the other province, and learns of nothing there [ASVS v5.0.0-8.4.1]', async () => {
    const there = personOf('sc-officer');
    const act = { reason, confirmed: true };
    const place = { kind: 'unit', role: 'OFF', unitId: 'sc-permits' } as const;
    const acts: readonly [() => Promise<unknown>, string][] = [
      [() => endPost(database.pool, admin, { ...there, lastDay: null, ...act }), 'NO_SUCH_POST'],
      [() => givePost(database.pool, admin, { ...there, grant: officer() }), 'NO_SUCH_PERSON'],
      [() => disableAccount(database.pool, admin, { ...there, ...act }), 'NO_SUCH_PERSON'],
      [() => add('abroad', { place, since: today, until: null }), 'NO_SUCH_UNIT'],
      [
        () => givePost(database.pool, admin, { ...personOf('hejing'), grant: { place, since: today, until: null } }),
        'NO_SUCH_UNIT',
      ],
    ];
    for (const [act, code] of acts) await expect(act()).rejects.toMatchObject({ code });
  });

  test('of whom another has just taken the post does nothing more [ASVS v5.0.0-8.3.2]', async () => {
    const ending = endPost(database.pool, secondAdmin, {
      ...personOf('admin'),
      lastDay: null,
      reason,
      confirmed: true,
    });
    const results = await Promise.allSettled([
      ending,
      endPost(database.pool, admin, { ...personOf('lushan'), lastDay: null, reason, confirmed: true }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'FORBIDDEN' } });
  });

  test('cannot leave the province on any day without an administrator', async () => {
    const lastDay = addDays(today, 30);
    const act = { reason, confirmed: true };
    await endPost(database.pool, secondAdmin, { ...personOf('admin'), lastDay, ...act });
    // From the day after, only the second one is there.
    const last = personOf('lushan');
    for (const end of [null, addDays(today, 10), addDays(today, 90)])
      await expect(endPost(database.pool, admin, { ...last, lastDay: end, ...act })).rejects.toMatchObject({
        code: 'LAST_ADMINISTRATOR',
      });
    await expect(disableAccount(database.pool, admin, { ...last, ...act })).rejects.toMatchObject({
      code: 'LAST_ADMINISTRATOR',
    });
    const place = { kind: 'unit', role: 'ADM', unitId: 'cq-information' } as const;
    const next = await add('third-admin', { place, since: addDays(today, 20), until: null });
    await endPost(database.pool, admin, { ...last, lastDay: addDays(today, 25), ...act });
    expect(await heldOn(next.postId, addDays(today, 26))).toBe(true);
  });
});

test('the last one who could take open duties stays, unless somebody confirms that nobody can', async () => {
  await RecordedCase.open(database.pool);
  const clerk = { ...personOf('hejing'), lastDay: null, reason };
  const refused = endPost(database.pool, admin, { ...clerk, confirmed: false });
  await expect(refused).rejects.toMatchObject({
    ...{ code: 'LEFT_WITHOUT_OWNER' },
    detail: { role: 'WIN', duties: 1, unit: { zh: '行政审批服务中心' } },
  });
  await endPost(database.pool, admin, { ...clerk, confirmed: true });
});

test('every act is in the trail of the province with who did it, in which place, why and to whom', async () => {
  const { personId, postId } = await add('trailed');
  await endPost(database.pool, admin, { postId, lastDay: null, reason, confirmed: false });
  const rows = await auditOf(database.pool, organisationStream('CQ'));
  expect(rows.map(({ action }) => action)).toEqual(['organisation.addPerson', 'organisation.endPost']);
  expect(rows[1]).toMatchObject({
    ...{ person_id: actorOf('ADM').personId, role: 'ADM', who: { name: '宋工', zh: '信息中心' } },
    detail: { person: { personId, name: '新同事' }, post: postId, role: 'OFF', unit: 'cq-permits', reason },
  });
});

test('no two people sign in under one name', async () => {
  await expect(add('zhoumin')).rejects.toMatchObject({ code: 'USER_TAKEN' });
});
