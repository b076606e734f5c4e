import { randomUUID } from 'node:crypto';
import { select } from '@lianban/db/queryable';
import { madePdf } from '@lianban/db/seed/made-file';
import { childCaseId } from '@lianban/db/child-case-id';
import { receiveRest } from '@lianban/db/liaison/open-rest';
import { takeOutbox } from '@lianban/db/outbox';
import { actorOf, RecordedCase } from '@lianban/db/testing/recorded-case';
import { liaisonRequest } from '@lianban/workflows/procedures/liaison-request/2024-10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { FileClient, type FileAnswer } from '../support/file-client.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { signIn } from '../support/service-client.ts';

const bytes = madePdf(['委托试制合同']);

let running: RunningService;
beforeAll(async () => {
  running = await startRunningService(null, (direct) => direct, { rates: 5, patienceMs: 50 });
});
afterAll(() => running.stop());

/** Somebody at both doors. */
async function somebody(user: string) {
  const { cookie, trpc } = await signIn(running.address, user);
  return { trpc, door: new FileClient(running.address, cookie) };
}
type Somebody = Awaited<ReturnType<typeof somebody>>;

const idIn = ({ body }: FileAnswer): string => (JSON.parse(body.toString()) as { attachmentId: string }).attachmentId; // as the view says

const handIn = async ({ door }: Somebody, registration: string): Promise<string> =>
  idIn(await door.handInFor({ registration }, '合同.pdf', bytes));

const send = ({ trpc }: Somebody, requestId: string, attachmentIds: string[], district = '500113') =>
  trpc.liaison.register.mutate({
    ...{ requestId, district, unit: null, category: 'help', sensitive: false, subject: '样品转运', text: '请予指导' },
    ...{ enterprise: '', creditCode: null, contact: '巴小楠', phone: '1', attachmentIds },
  });

/** A request with a file that this person put or entered, opened. */
async function requestOf(user: string): Promise<{ readonly life: RecordedCase; readonly attachmentId: string }> {
  const [who, requestId] = [await somebody(user), randomUUID()];
  const attachmentId = await handIn(who, requestId);
  const { caseId } = await send(who, requestId, [attachmentId]);
  return { life: await RecordedCase.resume(running.database.pool, caseId, liaisonRequest), attachmentId };
}

/** The case of what is left of a request, received by the service or, where that is waiting for its engine, here. */
async function leftOf(caseId: string): Promise<string> {
  const { pool } = running.database;
  const restId = childCaseId(caseId, 'rest');
  await eventually('what is left of the request', async () => {
    for (const message of await takeOutbox(pool, 'openRest', 10)) await receiveRest(pool, message, liaisonRequest);
    const text = 'SELECT FROM submission WHERE case_id = $1';
    return (await select(pool, { text, values: [restId] })).length === 1;
  });
  return restId;
}

/** Everything that an answer shows, but for the id that was named and the hour. */
const seenIn = ({ status, headers, body }: FileAnswer, named: string): string => {
  const { date: _, ...stable } = headers;
  return JSON.stringify([status, stable, body.toString()]).replaceAll(named, '…');
};
async function expectAbsent({ door }: Somebody, attachmentId: string, code = 'NO_SUCH_ATTACHMENT'): Promise<void> {
  const absent = randomUUID();
  const [hidden, gone] = [await door.download(attachmentId), await door.download(absent)];
  expect(hidden.code).toBe(code);
  expect(seenIn(hidden, attachmentId)).toBe(seenIn(gone, absent));
}

describe('a file that comes with a request', () => {
  test.each(['banan', 'wanhe', 'shuyan', 'jianglei', 'yinghe', 'fuxiaolan'])(
    'is handed in by %s, who may put or enter one, and shown with its words to the unit that was asked',
    async (user) => {
      const { life, attachmentId } = await requestOf(user);
      const asked = await somebody(user === 'yinghe' ? 'yinghe' : 'shuyan');
      const page = await asked.trpc.case.page.query({ caseId: life.caseId });
      expect(page.request?.files.map(({ name, size }) => [name, size])).toEqual([['合同.pdf', bytes.length]]);
      expect((await asked.door.download(attachmentId)).body.equals(bytes)).toBe(true);
    },
  );

  test('is open to whoever asked, though an officer entered it, and to the head of the agency', async () => {
    const { attachmentId, life } = await requestOf('shuyan');
    for (const user of ['banan', 'gaolin', 'jianglei'])
      expect((await (await somebody(user)).door.download(attachmentId)).status, user).toBe(200);
    expect(
      (await (await somebody('banan')).trpc.case.page.query({ caseId: life.caseId })).request?.files,
    ).toMatchObject([{ attachmentId }]);
  });

  test.each([
    ['the other province', 'sc-officer', 'NO_SUCH_ATTACHMENT'],
    ['an enterprise', 'wanhe', 'NO_SUCH_ATTACHMENT'],
    ['another unit', 'guolan', 'NO_SUCH_ATTACHMENT'],
    ['the liaison officer of another unit', 'yinghe', 'NO_SUCH_ATTACHMENT'],
    ['the section that has not been asked', 'fuxiaolan', 'NO_SUCH_ATTACHMENT'],
    ['supervision', 'yeqing', 'FORBIDDEN'],
    ['audit', 'xujian', 'FORBIDDEN'],
  ])('is for %s the link to nothing, and the page tells of none [ASVS v5.0.0-8.2.2]', async (_, user, code) => {
    const { attachmentId, life } = await requestOf('banan');
    const stranger = await somebody(user);
    await expectAbsent(stranger, attachmentId, code);
    const page = await stranger.trpc.case.page.query({ caseId: life.caseId }).catch(() => null);
    expect(page?.request?.files ?? []).toEqual([]);
  });

  test('is until then for whoever handed it in alone, who may throw it away [ASVS v5.0.0-8.2.2]', async () => {
    const officer = await somebody('shuyan');
    const attachmentId = await handIn(officer, randomUUID());
    expect((await officer.door.download(attachmentId)).status).toBe(200);
    for (const user of ['jianglei', 'chengyi', 'banan', 'wanhe', 'gaolin', 'sc-officer'])
      await expectAbsent(await somebody(user), attachmentId);
    const colleague = await somebody('jianglei');
    expect((await colleague.door.remove(attachmentId)).code).toBe('NO_SUCH_ATTACHMENT');
    expect((await officer.door.remove(attachmentId)).status).toBe(200);
    await expectAbsent(officer, attachmentId);
  });

  test('goes with no request of somebody else, is none that is no file of the kinds, and is in the way of no draft', async () => {
    const [officer, colleague, registration] = [await somebody('shuyan'), await somebody('jianglei'), randomUUID()];
    const attachmentId = await handIn(officer, registration);
    await expect(send(colleague, registration, [attachmentId])).rejects.toThrow('FILES_CHANGED');
    await expect(send(officer, registration, [])).rejects.toThrow('FILES_CHANGED');
    const page = Buffer.from('<script>alert(1)</script>');
    expect((await officer.door.handInFor({ registration }, '页面.pdf', page)).code).toBe('FILE_UNFIT');
    expect((await officer.door.handIn({ draftId: randomUUID() }, bytes)).code).toBe('NO_SUCH_DRAFT');
    expect((await officer.door.handInFor({ caseId: randomUUID(), duty: 'x' }, '他.pdf', bytes)).code).toBe(
      'NO_SUCH_DUTY',
    );
    const window = await somebody('zhoumin'); // puts no requests
    expect((await window.door.handInFor({ registration: randomUUID() }, '他.pdf', bytes)).code).toBe('FORBIDDEN');
    await send(officer, registration, [attachmentId]);
    expect((await officer.door.handInFor({ registration }, '迟到.pdf', bytes)).code).toBe('REQUEST_REUSED');
  });

  test('of a request in which a report of illegality was found is open to those who check it or had it before, and to nobody else; it is in none of the rest [ASVS v5.0.0-8.3.2]', async () => {
    const { attachmentId, life } = await requestOf('banan');
    const { caseId } = life;
    const [legal, checking, before] = [await somebody('guolan'), await somebody('qinli'), await somebody('shuyan')];
    await expectAbsent(checking, attachmentId);
    await life.answer('accept', 'separate', { flow: { unit: 'cq-permits' }, by: actorOf('DLO') });
    await expectAbsent(legal, attachmentId);
    await expect(legal.trpc.case.page.query({ caseId })).rejects.toThrow('NO_SUCH_CASE');
    for (const { door } of [checking, before]) expect((await door.download(attachmentId)).status).toBe(200);
    const restId = await leftOf(life.caseId);
    await RecordedCase.resume(running.database.pool, restId, liaisonRequest);
    const rest = await before.trpc.case.page.query({ caseId: restId });
    expect([rest.opensFiles, rest.request?.files]).toEqual([true, []]);
  });
});
