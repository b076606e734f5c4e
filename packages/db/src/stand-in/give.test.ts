import { randomUUID } from 'node:crypto';
import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterAll, beforeEach, beforeAll, describe, expect, test } from 'vitest';
import { disableAccount, enableAccount } from '../organisation/accounts.ts';
import { select } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { admin, personOf } from '../testing/organising.ts';
import { RecordedCase } from '../testing/recorded-case.ts';
import { away, forgetAbsences, giver, inPost } from '../testing/standing-in.ts';
import { endAbsence } from './end.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(() => forgetAbsences(database.pool));

const today = civilDateOf(instant(Date.now()));
const day = (days: number) => addDays(today, days);
const code = (refusal: string, detail: object = {}) => ({
  code: refusal,
  detail: expect.objectContaining(detail) as object,
});
const count = async (): Promise<number> =>
  (await select(database.pool, { text: 'SELECT FROM delegation WHERE ended_at IS NULL' })).length;

describe('a deputy is named', () => {
  test('by whoever is away, by the head of their section and by the leaders of their bureau, and by nobody else [ASVS v5.0.0-8.2.1]', async () => {
    for (const by of ['zhoumin', 'qinli', 'jianghe', 'gaolin']) {
      const { delegationId } = await away(database.pool, ['zhoumin', 'pengchuan'], {}, giver(by));
      await endAbsence(database.pool, giver(by), { delegationId, reason: '返岗' });
    }
    for (const by of ['tangyue', 'guolan', 'yeqing', 'admin', 'sc-head', 'sc-director'])
      await expect(away(database.pool, ['zhoumin', 'pengchuan'], {}, giver(by)), by).rejects.toMatchObject(
        code('NO_SUCH_POST'),
      );
    expect(await count()).toBe(0);
  });

  test('for nobody who watches over acts, and for no enterprise', async () => {
    for (const user of ['yeqing', 'admin', 'xujian', 'wanhe'])
      await expect(away(database.pool, [user, 'tangyue']), user).rejects.toMatchObject(code('NO_SUCH_POST'));
  });

  test('by nobody who stands in: what was handed over is not handed on [ASVS v5.0.0-8.3.3]', async () => {
    await away(database.pool, ['qinli', 'tangyue']);
    const { by, place } = giver('qinli');
    const asDeputy = { place, by: { ...by, personId: inPost('tangyue').personId, standingInFor: by.personId } };
    const handedOn = away(database.pool, ['qinli', 'zhoumin'], { from: day(20), to: day(21) }, asDeputy);
    await expect(handedOn).rejects.toMatchObject(code('FORBIDDEN'));
  });

  test('by nobody who has just lost the post [ASVS v5.0.0-8.3.2]', async () => {
    const { by, place } = giver('qinli');
    const lost = { place, by: { ...by, postId: randomUUID() } };
    await expect(away(database.pool, ['zhoumin', 'pengchuan'], {}, lost)).rejects.toMatchObject(code('FORBIDDEN'));
  });

  test('from today on, to a last day, within the days of the post', async () => {
    for (const days of [
      { from: day(-1), to: day(3) },
      { from: day(3), to: day(2) },
      { from: day(0), to: day(180) },
    ])
      await expect(away(database.pool, ['zhoumin', 'tangyue'], days)).rejects.toMatchObject(code('DAYS_UNFIT'));
  });
});

describe('nobody stands in', () => {
  test('for themselves, or named by themselves for somebody else [ASVS v5.0.0-8.2.1]', async () => {
    const self = away(database.pool, ['zhoumin', 'zhoumin'], { deputyPostId: inPost('zhoumin', 1).postId });
    await expect(self).rejects.toMatchObject(code('DEPUTY_UNFIT', { reason: 'self' }));
    const own = away(database.pool, ['zhoumin', 'qinli'], {}, giver('qinli'));
    await expect(own).rejects.toMatchObject(code('DEPUTY_UNFIT', { reason: 'giver' }));
  });

  test('whose account is disabled', async () => {
    const change = { ...personOf('tangyue'), reason: '调查' };
    await disableAccount(database.pool, admin, { ...change, confirmed: true });
    await expect(away(database.pool, ['zhoumin', 'tangyue'])).rejects.toMatchObject(
      code('DEPUTY_UNFIT', { reason: 'noAccount' }),
    );
    await enableAccount(database.pool, admin, change);
  });

  test('who is away on one of these days, and nobody is away who stands in on one of them', async () => {
    await away(database.pool, ['pengchuan', 'shenmu'], { from: day(5), to: day(9) });
    await expect(away(database.pool, ['zhoumin', 'pengchuan'])).rejects.toMatchObject(
      code('DEPUTY_UNFIT', { reason: 'away' }),
    );
    const chain = away(database.pool, ['shenmu', 'pengchuan'], { from: day(9), to: day(12) });
    await expect(chain).rejects.toMatchObject(code('STANDS_IN', { principal: '彭川' }));
    await away(database.pool, ['zhoumin', 'pengchuan'], { from: day(0), to: day(4) });
  });

  test('of the other province, or without a post in which one acts on cases [ASVS v5.0.0-8.4.1]', async () => {
    for (const deputy of ['sc-officer', 'yeqing', 'admin', 'wanhe'])
      await expect(away(database.pool, ['zhoumin', deputy]), deputy).rejects.toMatchObject(code('NO_SUCH_POST'));
  });
});

describe('on one day', () => {
  test('a post or a matter has one deputy, whoever names them at once', async () => {
    const both = await Promise.allSettled([
      away(database.pool, ['zhoumin', 'tangyue']),
      away(database.pool, ['zhoumin', 'pengchuan'], {}, giver('qinli')),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const matter = { kind: 'item', item: 'otc-retail' } as const;
    const part = away(database.pool, ['zhoumin', 'pengchuan'], { matter, from: day(6), to: day(8) });
    await expect(part).rejects.toMatchObject(code('ALREADY_AWAY'));
    await away(database.pool, ['zhoumin', 'pengchuan'], { matter, from: day(7), to: day(8) });
    expect(await count()).toBe(2);
  });

  test('the record itself refuses a second one for the same matter', async () => {
    await away(database.pool, ['zhoumin', 'tangyue']);
    const again = select(database.pool, {
      text: `INSERT INTO delegation (post_id, deputy_post_id, province, kind, from_on, to_on, reason, given_at)
        SELECT post_id, $1, province, kind, to_on, to_on + 3, reason, now() FROM delegation`,
      values: [inPost('pengchuan').postId],
    });
    await expect(again).rejects.toMatchObject({ code: '23P01' });
  });
});

describe('a matter', () => {
  test('is an item or a case of the own province [ASVS v5.0.0-8.4.1]', async () => {
    const item = { matter: { kind: 'item', item: 'no-such-item' } } as const;
    await expect(away(database.pool, ['zhoumin', 'tangyue'], item)).rejects.toMatchObject(code('UNKNOWN_ITEM'));
    const { caseId } = await RecordedCase.open(database.pool);
    const [known] = await select<{ number: string }>(database.pool, {
      text: 'SELECT number FROM case_file WHERE case_id = $1',
      values: [caseId],
    });
    const matter = { kind: 'case', number: known?.number ?? '' } as const;
    await expect(away(database.pool, ['sc-officer', 'sc-head'], { matter })).rejects.toMatchObject(
      code('NO_SUCH_CASE'),
    );
    await away(database.pool, ['zhoumin', 'tangyue'], { matter });
  });
});

test('without a deputy somebody is away only while a colleague of the role is there or stood in for', async () => {
  await expect(away(database.pool, ['qinli', null])).rejects.toMatchObject(code('NOBODY_ELSE', { on: today }));
  await away(database.pool, ['tangyue', null], { from: day(3), to: day(4) });
  await expect(away(database.pool, ['zhoumin', null])).rejects.toMatchObject(code('NOBODY_ELSE', { on: day(3) }));
  await away(database.pool, ['zhoumin', null], { to: day(2) });
});
