import { randomUUID } from 'node:crypto';
import { calendarOf } from '@lianban/db/calendar';
import { select, selectOne } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retail } from '../support/application-draft.ts';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';
import { absentEngine } from '../support/ledger-engine.ts';

let api: Callers;
let [window, officer, colleague, head, applicant]: Caller[] = [];
beforeAll(async () => {
  api = await callers();
  // The head of section once was an officer too, and still holds that post.
  await select(api.pool, {
    text: `INSERT INTO post (id, person_id, role, province, unit_id, since)
      SELECT gen_random_uuid(), person_id, 'OFF', province, unit_id, since FROM post WHERE role = 'SEC' AND province = 'CQ'`,
  });
  window = await api.as('hejing');
  officer = await api.as('zhoumin');
  colleague = await api.as('tangyue');
  head = await api.as('qinli', { role: 'SEC' });
  applicant = await api.as('wanhe');
});
afterAll(() => api.close());

const present = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw new Error('not signed in yet');
  return caller;
};
const accept = (caseId: string, requestId = randomUUID()) => ({
  ...{ caseId, duty: 'intake', outcome: 'accept', requestId },
  form: { opinion: '材料齐全' },
});
const propose = (caseId: string) => ({
  ...{ caseId, duty: 'propose', outcome: 'proposeGrant', requestId: randomUUID(), form: {} },
});
/** A case that has been accepted, so that the officers have something to do. */
async function accepted(): Promise<string> {
  const { caseId } = await RecordedCase.open(api.pool);
  await present(window).duty.answer(accept(caseId));
  return caseId;
}
const received = async (caseId: string): Promise<number> =>
  (
    await selectOne<{ count: number }>(api.pool, {
      text: `SELECT count(*) FROM submission WHERE case_id = $1 AND kind = 'answer'`,
      values: [caseId],
    })
  ).count;

describe('an answer', () => {
  test('says what it opened, for whom and by when, and what it issued', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const receipt = await present(window).duty.answer(accept(caseId));
    expect(receipt).toMatchObject({
      ...{ state: 'recorded', version: 2, closed: null },
      opened: [{ key: 'propose', stepTitle: { zh: '当场审查' }, owner: { role: 'OFF', unit: { zh: '行政审批处' } } }],
      documents: [{ title: { zh: '受理通知书' }, number: expect.stringMatching(/^渝药监受〔\d{4}〕\d+号$/) as string }],
    });
  });

  test('repeated under its request id gets the same receipt, however much has happened since', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const request = accept(caseId);
    const receipt = await present(window).duty.answer(request);
    await present(officer).duty.claim({ caseId, duty: 'propose' });
    await present(officer).duty.answer(propose(caseId));
    expect(await present(window).duty.answer(request)).toEqual(receipt);
    expect(await received(caseId)).toBe(2);
  });

  test('clicked twice at the same moment has one effect and one receipt', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const request = accept(caseId);
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => present(window).duty.answer(request)));
    expect(others).toEqual([first, first, first]);
    expect(await received(caseId)).toBe(1);
  });

  test('cannot use a request id again for something else', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const request = accept(caseId);
    await present(window).duty.answer(request);
    const other = { ...request, form: { opinion: '另一意见' } };
    await expect(present(window).duty.answer(other)).rejects.toMatchObject(refusal('REQUEST_REUSED'));
  });

  test('of two people to the same duty counts once, and the other learns who was first', async () => {
    const caseId = await accepted();
    const outcomes = await Promise.allSettled([
      present(officer).duty.answer(propose(caseId)),
      present(colleague).duty.answer(propose(caseId)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(present(officer).duty.answer(propose(caseId))).rejects.toMatchObject(
      refusal('STALE_DUTY', { settledAs: 'proposeGrant', by: expect.stringMatching(/周敏|唐越/) as string }),
    );
  });

  test('is received for good while the engine is away, and told when it has been recorded', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const offline = await api.as('hejing', { engine: absentEngine });
    const request = accept(caseId);
    expect(await offline.duty.answer(request)).toEqual({ state: 'recording', requestId: request.requestId });
    expect(await offline.duty.answer(request)).toEqual({ state: 'recording', requestId: request.requestId });
    expect(await received(caseId)).toBe(1);
    expect(await present(window).duty.answer(request)).toMatchObject({ state: 'recorded', version: 2 });
    expect(await offline.duty.answer(request)).toMatchObject({ state: 'recorded', version: 2 });
  });

  test('that the case refused keeps its refusal when it is sent again', async () => {
    const caseId = await accepted();
    const offline = await api.as('zhoumin', { engine: absentEngine });
    const request = propose(caseId);
    await offline.duty.answer(request);
    await present(colleague).duty.answer(propose(caseId));
    const late = refusal('STALE_DUTY', { settledAs: 'proposeGrant' });
    await expect(present(officer).duty.answer(request)).rejects.toMatchObject(late);
    await expect(present(officer).duty.answer(request)).rejects.toMatchObject(late);
  });
});

describe('nothing is received that could only be refused', () => {
  test('a button that is not available says why', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const supplement = { caseId, duty: 'intake', outcome: 'requestSupplement', form: { items: ['平面图'] } };
    await present(window).duty.answer({ ...supplement, requestId: randomUUID() });
    const filled = { caseId, duty: 'supplement', outcome: 'submit', form: { statement: '已补正' } };
    await present(applicant).duty.answer({ ...filled, requestId: randomUUID() });
    const again = { ...supplement, duty: 'intake#2', requestId: randomUUID() };
    await expect(present(window).duty.answer(again)).rejects.toMatchObject(
      refusal('OUTCOME_UNAVAILABLE', { reason: { zh: '补正只能一次性告知，本申请已告知过' } }),
    );
    expect(await received(caseId)).toBe(2);
    const { outcomes } = await present(window).duty.open({ caseId, duty: 'intake#2' });
    expect(outcomes.find(({ name }) => name === 'requestSupplement')?.unavailable?.zh).toMatch(/一次性/);
  });

  const intake = { duty: 'intake', outcome: 'accept', form: {} };
  test.each([
    ['a button that the step does not have', { ...intake, outcome: 'grant' }, refusal('OUTCOME_UNAVAILABLE')],
    ['a name that every object has', { ...intake, outcome: 'constructor' }, refusal('OUTCOME_UNAVAILABLE')],
    ['a duty that the case does not have', { ...intake, duty: 'approve' }, refusal('NO_SUCH_DUTY')],
    [
      'a required field left blank',
      { ...intake, outcome: 'notRequired', form: { reasons: ' ' } },
      refusal('MALFORMED', { fields: ['reasons'] }),
    ],
    ['a field that is not asked for', { ...intake, form: { fee: '0' } }, refusal('MALFORMED', { fields: ['fee'] })],
    [
      'text that cannot be kept',
      { ...intake, form: { opinion: 'a\0b' } },
      refusal('INVALID_TEXT', { fields: ['opinion'] }),
    ],
  ])('%s', async (_what, act, refused) => {
    const { caseId } = await RecordedCase.open(api.pool);
    const request = { caseId, ...act, requestId: randomUUID() };
    await expect(present(window).duty.answer(request)).rejects.toMatchObject(refused);
    expect(await received(caseId)).toBe(0);
  });

  test('what is another unit’s, another enterprise’s or another province’s does not exist', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const others = [await api.as('mulan'), await api.as('sc-window')];
    for (const other of others)
      await expect(other.duty.answer(accept(caseId))).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
    await expect(present(officer).duty.answer(accept(caseId))).rejects.toMatchObject(refusal('NO_SUCH_DUTY'));
    await expect(present(officer).duty.claim({ caseId, duty: 'intake' })).rejects.toMatchObject(
      refusal('NO_SUCH_DUTY'),
    );
    expect(await received(caseId)).toBe(0);
  });

  test('whoever proposed does not decide, in whatever post, and the screen says so before', async () => {
    const caseId = await accepted();
    await (await api.as('qinli', { role: 'OFF' })).duty.answer(propose(caseId));
    const decide = { caseId, duty: 'decide' };
    expect(await present(head).duty.open(decide)).toMatchObject({
      ...{ mayAct: false, whyNot: { zh: '您在本案中办理过“当场审查”，按“拟办与审批分离”不得再办本步骤' } },
    });
    await expect(present(head).duty.claim(decide)).rejects.toMatchObject(refusal('SEPARATION', { step: 'propose' }));
    const grant = { ...decide, outcome: 'grant', form: {}, requestId: randomUUID() };
    await expect(present(head).duty.answer(grant)).rejects.toMatchObject(refusal('SEPARATION', { step: 'propose' }));
    expect(await received(caseId)).toBe(2);
  });
});

describe('a commitment signed in the case', () => {
  const today = civilDateOf(instant(Date.now()));
  const unsigned = { opening: { commitment: null } };
  const sign = (caseId: string, promised: Readonly<Record<string, string>>) => ({
    ...{ caseId, duty: 'commit', outcome: 'sign', form: { signature: '方少棠', ...promised } },
    requestId: randomUUID(),
  });
  const promiseRefused = refusal('MALFORMED', { fields: ['conditionsMetOn'] });

  test.each([
    ['a day that has passed', -1],
    ['the day of the signature', 0],
  ])('promises conditions for no day but a later one: %s', async (_, days) => {
    const { caseId } = await RecordedCase.open(api.pool, unsigned);
    const request = sign(caseId, { conditionsMetOn: addDays(today, days) });
    await expect(present(applicant).duty.answer(request)).rejects.toMatchObject(promiseRefused);
    expect(await received(caseId)).toBe(0);
  });

  test('promises nothing for later, and is not asked to, where the item does not allow it', async () => {
    const { caseId } = await RecordedCase.open(api.pool, { ...unsigned, item: 'drug-information-service' });
    const request = sign(caseId, { conditionsMetOn: addDays(today, 20) });
    await expect(present(applicant).duty.answer(request)).rejects.toMatchObject(promiseRefused);
    const { outcomes } = await present(applicant).duty.open({ caseId, duty: 'commit' });
    expect(outcomes.find(({ name }) => name === 'sign')?.form.map(({ name }) => name)).toEqual(['signature']);
    expect(await present(applicant).duty.answer(sign(caseId, {}))).toMatchObject({ state: 'recorded' });
  });

  test('records the version of the notice that it is under, which nobody writes in', async () => {
    const { caseId } = await RecordedCase.open(api.pool, unsigned);
    const forged = sign(caseId, { noticeVersion: 'older' });
    await expect(present(applicant).duty.answer(forged)).rejects.toMatchObject(
      refusal('MALFORMED', { fields: ['noticeVersion'] }),
    );
    await present(applicant).duty.answer(sign(caseId, { conditionsMetOn: addDays(today, 20) }));
    const { flow } = await selectOne<{ flow: object }>(api.pool, {
      text: `SELECT payload AS flow FROM submission WHERE case_id = $1 AND kind = 'answer'`,
      values: [caseId],
    });
    const { notice } = await present(applicant).application.draft({ ...retail, content: {} });
    expect(flow).toEqual({ conditionsMetOn: addDays(today, 20), noticeVersion: notice?.version });
    const { documents } = await present(applicant).case.page({ caseId });
    const paper = documents.find(({ title }) => title.zh === '告知承诺书');
    expect(paper?.lines.map(({ zh }) => zh)).toContain(`告知书版本：${notice?.version ?? ''}`);
  });
});

test('a window that has ended is not offered to be lengthened any more, and the page says why', async () => {
  const life = await RecordedCase.open(api.pool);
  const { caseId } = life;
  await life.answer('intake', 'accept');
  await life.answer('propose', 'proposeGrant');
  await life.answer('decide', 'grant');
  await life.answer('deliver', 'delivered');
  const inspector = await api.as('shenmu');
  const unavailable = async () => {
    const { outcomes } = await inspector.duty.open({ caseId, duty: 'verification/requestLongerWindow' });
    return outcomes.map((button) => button.unavailable?.zh ?? null);
  };
  expect(await unavailable()).toEqual([null]);
  await select(api.pool, {
    text: `UPDATE duty SET due_at = now() - interval '1 day' WHERE case_id = $1 AND step = 'verify'`,
    values: [caseId],
  });
  expect(await unavailable()).toEqual(['核查期限已届满，不得再延长']);
});

describe('a hearing', () => {
  const today = civilDateOf(instant(Date.now()));
  const ways = [
    ...['intake accept', 'propose proposeGrant', 'decide grant', 'deliver delivered', 'verify falseCommitment'],
    ...['proposeNotice propose', 'giveNotice give', 'requestHearing request'],
  ].map((act) => act.split(' '));
  const duty = 'verification/hearing/arrangeHearing';

  test('is arranged for a day at least seven working days ahead, and its notice names day and place (许可法48)', async () => {
    const life = await RecordedCase.open(api.pool);
    const { caseId } = life;
    for (const [step = '', outcome = ''] of ways) await life.answer(step, outcome);
    const calendar = await calendarOf(api.pool, 'CQ');
    const arrange = (ahead: number) => {
      const form = { hearingOn: calendar.addWorkingDays(today, ahead), hearingPlace: '本局三楼听证室' };
      return { caseId, duty, outcome: 'arrange', form, requestId: randomUUID() };
    };
    const legal = await api.as('xiezhi');
    await expect(legal.duty.answer(arrange(6))).rejects.toMatchObject(refusal('MALFORMED', { fields: ['hearingOn'] }));
    await legal.duty.answer(arrange(7));
    const { documents } = await present(applicant).case.page({ caseId });
    const notice = documents.find(({ title }) => title.zh === '听证通知书');
    expect(notice?.lines.map(({ zh }) => zh).join()).toMatch(/听证日期：.+听证地点：本局三楼听证室/);
  });
});

describe('a pool', () => {
  test('gives a duty to whoever takes it first, until it is given back', async () => {
    const caseId = await accepted();
    const duty = { caseId, duty: 'propose' };
    expect(await present(officer).duty.open(duty)).toMatchObject({ holder: 'pool', mayAct: true });
    expect(await present(officer).duty.claim(duty)).toMatchObject({
      holder: 'me',
      mayAct: true,
      owner: { person: '周敏' },
    });
    const taken = refusal('CLAIMED_BY_OTHER', { holder: '周敏' });
    await expect(present(colleague).duty.claim(duty)).rejects.toMatchObject(taken);
    await expect(present(colleague).duty.answer(propose(caseId))).rejects.toMatchObject(taken);
    expect(await present(colleague).duty.open(duty)).toMatchObject({
      ...{ holder: 'other', mayAct: false, whyNot: { zh: '周敏已认领', en: 'Taken by 周敏' } },
    });
    await expect(present(colleague).duty.release(duty)).rejects.toMatchObject(refusal('NOT_CLAIMED'));
    expect(await present(officer).duty.release(duty)).toMatchObject({ holder: 'pool' });
    expect(await present(colleague).duty.answer(propose(caseId))).toMatchObject({ state: 'recorded' });
  });

  test('and what one has taken are two tabs of the inbox, counted and searched', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const { number } = await selectOne<{ number: string }>(api.pool, {
      text: 'SELECT number FROM case_file WHERE case_id = $1',
      values: [caseId],
    });
    const pool = await present(window).duty.inbox({ tab: 'pool', search: number });
    expect(pool.rows).toMatchObject([
      {
        ...{ caseId, duty: 'intake', holder: 'pool', waits: 'enterprise', lastAct: { zh: '提交申请' } },
        consequence: { zh: '逾期不告知，自收到材料之日起视为受理' },
        deadline: { light: 'green', clockStopped: false },
      },
    ]);
    const before = (await present(window).duty.inbox({ tab: 'mine' })).counts;
    await present(window).duty.claim({ caseId, duty: 'intake' });
    const { rows, counts } = await present(window).duty.inbox({ tab: 'mine', search: number });
    expect(rows).toMatchObject([{ caseId, holder: 'me', owner: { person: '何静' } }]);
    expect(counts).toMatchObject({ mine: before.mine + 1, pool: before.pool - 1 });
  });

  test('is read in pages, each duty once', async () => {
    await Promise.all([1, 2, 3].map(() => RecordedCase.open(api.pool)));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Caller['duty']['inbox']>> = await present(window).duty.inbox({
        ...{ tab: 'pool', limit: 2 },
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.rows.map((row) => `${row.caseId} ${row.duty}`));
      cursor = page.next;
    } while (cursor !== null);
    const { counts } = await present(window).duty.inbox({ tab: 'pool', limit: 1 });
    expect([...new Set(seen)]).toHaveLength(counts.pool);
    expect(seen).toHaveLength(counts.pool);
  });

  test.each([
    ['more rows than a page may have', { tab: 'mine', limit: 101 }],
    ['a cursor of somebody’s own making', { tab: 'mine', cursor: 'x' }],
    ['a tab that there is not', { tab: 'theirs' }],
  ])('refuses %s', async (_what, question) => {
    await expect(present(window).duty.inbox(question as { tab: 'mine' })).rejects.toMatchObject(refusal('MALFORMED'));
  });
});

describe('a right', () => {
  test('is exercised by the applicant alone, and ends the case where it means that', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const withdraw = { caseId, duty: 'withdraw', outcome: 'withdraw', form: { reasons: '经营计划变更' } };
    await expect(present(window).duty.answer({ ...withdraw, requestId: randomUUID() })).rejects.toMatchObject(
      refusal('NO_SUCH_DUTY'),
    );
    const request = { ...withdraw, requestId: randomUUID() };
    const receipt = await present(applicant).duty.answer(request);
    expect(receipt).toMatchObject({
      ...{ state: 'recorded', opened: [], closed: { zh: '撤回', en: 'Withdrawn' } },
      documents: [{ title: { zh: '撤回通知' } }],
    });
    expect(await present(applicant).duty.answer(request)).toEqual(receipt);
    await expect(present(window).duty.answer(accept(caseId))).rejects.toMatchObject(refusal('CASE_CLOSED'));
  });

  test('that is barred says why', async () => {
    const { caseId: before } = await RecordedCase.open(api.pool);
    const convertedFrom = { caseId: before, acceptedOn: null, falsitySuspected: true };
    const { caseId } = await RecordedCase.open(api.pool, {
      procedure: ordinaryPermit,
      opening: { commitment: null, convertedFrom },
    });
    const reason = { zh: '申请材料涉嫌虚假，核实期间不得撤回' };
    const withdraw = { caseId, duty: 'withdraw' };
    expect(await present(applicant).duty.open(withdraw)).toMatchObject({
      ...{ kind: 'right', mayAct: false, whyNot: reason },
    });
    const request = { ...withdraw, outcome: 'withdraw', form: { reasons: '不办了' }, requestId: randomUUID() };
    await expect(present(applicant).duty.answer(request)).rejects.toMatchObject(refusal('RIGHT_BLOCKED', { reason }));
  });
});
