import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claim } from '../claim.ts';
import { reassign } from '../involvement/reassign.ts';
import { NOTICE_CHANNEL } from '../notice.ts';
import { disableAccount } from '../organisation/accounts.ts';
import { messagesOf, type StandInMessage } from '../queries/messages.ts';
import { select } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { Involved } from '../testing/involving.ts';
import { admin, personOf } from '../testing/organising.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import { away, forgetAbsences, giver, inPost, standingIn } from '../testing/standing-in.ts';
import { approved } from '../testing/revising.ts';
import { endAbsence } from './end.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await select(database.pool, { text: 'DELETE FROM message' });
  await forgetAbsences(database.pool);
});

const today = civilDateOf(instant(Date.now()));
const reason = '提前返岗';
const messages = async (user: string) => (await messagesOf(database.pool, inPost(user).postId, 20)).rows;
const standInNews = async (user: string) =>
  (await messages(user))
    .filter((row): row is StandInMessage => row.kind === 'standIn')
    .map(({ delegation: { news, isDeputy }, standingInFor }) => ({ news, isDeputy, standingInFor }));
/** What the users have been told of stand-ins, the newest first. */
const told = async (...users: readonly string[]) =>
  Object.fromEntries(await Promise.all(users.map(async (user) => [user, await standInNews(user)] as const)));
const [asDeputy, beside] = [
  { isDeputy: true, standingInFor: null },
  { isDeputy: false, standingInFor: null },
];

describe('of a stand-in are told', () => {
  test('the deputy and the head of the unit when it is named, with from whom, for what, until when and why', async () => {
    await away(database.pool, ['zhoumin', 'guolan']);
    expect(await told('guolan', 'qinli', 'zhoumin', 'tangyue')).toEqual({
      guolan: [{ news: 'named', ...asDeputy }],
      qinli: [{ news: 'named', ...beside }],
      zhoumin: [],
      tangyue: [],
    });
    expect((await messages('guolan'))[0]).toMatchObject({
      delegation: { principal: '周敏', deputy: '郭岚', kind: 'post', from: today, by: '周敏', reason: '培训' },
    });
  });

  test('the principal too, when somebody else names the deputy', async () => {
    await away(database.pool, ['zhoumin', 'guolan'], {}, giver('qinli'));
    expect(await told('guolan', 'qinli', 'zhoumin')).toEqual({
      guolan: [{ news: 'named', ...asDeputy }],
      qinli: [],
      zhoumin: [{ news: 'named', ...beside }],
    });
  });

  test('the same when it is ended, and when the deputy lays it down', async () => {
    const first = await away(database.pool, ['zhoumin', 'guolan']);
    await endAbsence(database.pool, giver('zhoumin'), { ...first, reason });
    const second = await away(database.pool, ['zhoumin', 'guolan']);
    await endAbsence(database.pool, giver('guolan'), { ...second, reason });
    expect(await told('guolan', 'qinli', 'zhoumin')).toEqual({
      guolan: [
        { news: 'named', ...asDeputy },
        { news: 'ended', ...asDeputy },
        { news: 'named', ...asDeputy },
      ],
      qinli: ['deputyGone', 'named', 'ended', 'named'].map((news) => ({ news, ...beside })),
      zhoumin: [{ news: 'deputyGone', ...beside }],
    });
  });

  test('whoever is left when one side loses the post', async () => {
    await away(database.pool, ['zhoumin', 'guolan']);
    await disableAccount(database.pool, admin, { ...personOf('guolan'), reason: '调查', confirmed: true });
    expect((await told('qinli', 'zhoumin'))['qinli']?.[0]).toEqual({ news: 'deputyGone', ...beside });
    expect((await standInNews('zhoumin'))[0]).toEqual({ news: 'deputyGone', ...beside });
    await select(database.pool, { text: 'UPDATE person SET disabled_at = NULL' });
  });

  test('whoever stands in for the head of the unit, in their own post', async () => {
    await away(database.pool, ['qinli', 'tangyue']);
    await away(database.pool, ['zhoumin', 'guolan']);
    expect((await standInNews('tangyue'))[0]).toEqual({ news: 'named', isDeputy: false, standingInFor: '秦立' });
  });

  test('open windows, at once', async () => {
    const listener = new pg.Client({ connectionString: database.url });
    await listener.connect();
    const heard: string[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query(`LISTEN ${NOTICE_CHANNEL}`);
    await away(database.pool, ['zhoumin', 'guolan']);
    await expect
      .poll(() => heard.flatMap((payload) => (JSON.parse(payload) as { posts?: string[] }).posts ?? []))
      .toEqual(expect.arrayContaining([inPost('guolan').postId, inPost('qinli').postId]));
    await listener.end();
  });
});

describe('of what becomes of a step that was taken in the post of somebody who is away, the deputy is told', () => {
  /** A proposal made by a colleague; the decision on it is taken by the head of section, for whom somebody stands in. */
  async function decisionTaken(): Promise<RecordedCase> {
    const life = await RecordedCase.open(database.pool);
    await life.answer('intake', 'accept');
    await life.answer('propose', 'proposeGrant');
    await claim(database.pool, { caseId: life.caseId, duty: 'decide', by: actorOf('SEC') });
    return life;
  }
  const caseNews = async (user: string) =>
    (await messages(user)).flatMap((row) =>
      row.kind === 'case'
        ? [{ news: row.news?.news ?? null, by: row.retraction?.by ?? null, for: row.standingInFor }]
        : [],
    );

  test('that the act was taken back that had opened it', async () => {
    const life = await decisionTaken();
    await away(database.pool, ['qinli', 'guolan']);
    await life.retract({ duty: 'propose', version: 3 }, { by: actorOf('OFF') });
    expect(await caseNews('guolan')).toEqual([{ news: null, by: '周敏', for: '秦立' }]);
    expect(await caseNews('qinli')).toEqual([{ news: null, by: '周敏', for: null }]);
    expect((await messages('guolan')).find(({ kind }) => kind === 'case')).toMatchObject({
      retraction: { step: 'propose', reason: '选错了办理方式' },
      key: 'decide',
      duty: { open: false },
    });
  });

  test('nothing, where the case is not among the matters of the deputy', async () => {
    const life = await decisionTaken();
    const matter = { kind: 'item', item: 'cosmetics-production-renewal' } as const;
    await away(database.pool, ['qinli', 'guolan'], { matter });
    await life.retract({ duty: 'propose', version: 3 }, { by: actorOf('OFF') });
    expect(await caseNews('guolan')).toEqual([]);
    expect(await caseNews('qinli')).toHaveLength(1);
  });

  test('that it was handed to somebody else, and whoever had taken it too', async () => {
    const life = await RecordedCase.open(database.pool);
    await life.answer('intake', 'accept');
    await claim(database.pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') });
    await away(database.pool, ['zhoumin', 'guolan']);
    const to = { postId: inPost('tangyue').postId };
    const reach = { caseId: life.caseId, duty: 'propose', by: actorOf('SEC'), province: 'CQ' } as const;
    await reassign(database.pool, reach, { requestId: crypto.randomUUID(), to, reason: '外出', notBy: [] });
    expect(await caseNews('guolan')).toEqual([{ news: 'handedOn', by: null, for: '周敏' }]);
    expect(await caseNews('zhoumin')).toEqual([{ news: 'handedOn', by: null, for: null }]);
    expect(await caseNews('tangyue')).toEqual([{ news: 'asked', by: null, for: null }]);
  });

  test('what colleagues answer', async () => {
    const life = await RecordedCase.open(database.pool);
    await life.answer('intake', 'accept');
    await claim(database.pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') });
    await away(database.pool, ['zhoumin', 'guolan']);
    const involved = new Involved(database.pool, life.caseId, 'propose');
    await involved.ask('assist', [actorOf('LEG', 1)], standingIn('guolan', 'zhoumin'));
    await involved.say(actorOf('LEG', 1), null);
    expect(await caseNews('guolan')).toEqual([{ news: 'answered', by: null, for: '周敏' }]);
  });

  test('that its last day was moved', async () => {
    const life = await RecordedCase.open(database.pool);
    await life.answer('intake', 'accept');
    await claim(database.pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') });
    await away(database.pool, ['zhoumin', 'guolan']);
    const on = addDays(today, 1);
    await approved(database.pool, { kind: 'closures', province: 'CQ', add: [{ on, name: '停止办公' }], remove: [] });
    expect((await messages('guolan')).find(({ kind }) => kind === 'revision')).toMatchObject({ standingInFor: '周敏' });
  });
});
