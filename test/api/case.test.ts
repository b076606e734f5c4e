import { randomUUID } from 'node:crypto';
import { select, selectOne } from '@lianban/db/queryable';
import { enterprises, people } from '@lianban/db/seed/people';
import { actorOf, RecordedCase } from '@lianban/db/testing/recorded-case';
import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';

let api: Callers;
let caller: Record<'applicant' | 'window' | 'officer' | 'head' | 'supervisor' | 'administrator', Caller>;
beforeAll(async () => {
  api = await callers();
  caller = {
    applicant: await api.as('wanhe'),
    window: await api.as('hejing'),
    officer: await api.as('zhoumin'),
    head: await api.as('qinli'),
    supervisor: await api.as('yeqing'),
    administrator: await api.as('admin'),
  };
});
afterAll(() => api.close());

const CODE = enterprises[1]?.creditCode ?? '';
const today = civilDateOf(instant(Date.now()));
const names = people.map(({ name }) => name);

const answer = async (
  who: Caller,
  request: { caseId: string; duty: string; outcome: string; form?: Record<string, unknown> },
) => who.duty.answer({ form: {}, ...request, requestId: randomUUID() });

/** Accepted, proposed, granted and served, with an opinion of everybody. */
async function granted(): Promise<string> {
  const { caseId } = await RecordedCase.open(api.pool);
  await answer(caller.window, { caseId, duty: 'intake', outcome: 'accept', form: { opinion: '材料齐全' } });
  await answer(caller.officer, { caseId, duty: 'propose', outcome: 'proposeRefusal', form: { reasons: '面积存疑' } });
  await answer(caller.head, { caseId, duty: 'decide', outcome: 'sendBack', form: { reasons: '证据不足' } });
  await answer(caller.officer, { caseId, duty: 'propose#2', outcome: 'proposeGrant', form: { opinion: '拟同意' } });
  await answer(caller.head, { caseId, duty: 'decide#2', outcome: 'grant', form: { opinion: '同意' } });
  await answer(caller.window, { caseId, duty: 'deliver', outcome: 'delivered', form: { opinion: '当面送达' } });
  return caseId;
}
const numbersOf = (caseId: string) =>
  selectOne<{ number: string; acceptance: string | null }>(api.pool, {
    text: 'SELECT number, acceptance_number AS acceptance FROM case_file WHERE case_id = $1',
    values: [caseId],
  });

describe('the page of a case', () => {
  test('opens with the sentence its reader came for', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const [window, applicant, supervisor, officer] = await Promise.all(
      [caller.window, caller.applicant, caller.supervisor, caller.officer].map((who) => who.case.page({ caseId })),
    );
    expect(window?.answer.zh).toMatch(/^“收件受理”等您办理，最迟 .+（周.），剩 \d 个工作日。$/);
    expect(applicant?.answer.zh).toMatch(/^您的申请在行政审批服务中心，正在办理“收件受理”，最迟 .+（周.），/);
    expect(supervisor?.answer.zh).toMatch(/^“收件受理”由行政审批服务中心（无人认领）办理，最迟 /);
    expect(officer?.answer.en).toMatch(/^"Intake and acceptance" is with Service centre, by \w{3} \d+ \w{3}/);
  });

  test('shows step, deadline and owner, with the reason of the day and what its passing brings about', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const { duties, rights } = await caller.window.case.page({ caseId });
    expect(duties).toMatchObject([
      {
        ...{ step: 'intake', mayAct: true, holder: 'pool', owner: { unit: { zh: '行政审批服务中心' }, person: null } },
        deadline: {
          ...{ light: 'green', workingDaysLeft: 5, clockStopped: false },
          why: {
            ...{ startOn: today, limit: { workingDays: 5 }, policy: 'DEEMED', mark: 'law' },
            ...{
              basis: { zh: '行政许可法第三十二条第四项' },
              consequence: { zh: '逾期不告知，自收到材料之日起视为受理' },
            },
          },
        },
      },
    ]);
    expect(rights.map(({ step }) => step)).toEqual(['withdraw']);
  });

  test('tells what may come, on which day if all is done today, and where the buttons lead', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const { ahead } = await caller.window.case.page({ caseId });
    expect(ahead.map(({ step, condition }) => [step, condition?.zh ?? null])).toEqual([
      ['propose', null],
      ['decide', null],
      ['deliver', null],
      ['verify', null],
      ['supplement', '如“收件受理”结果为“一次性告知补正”'],
    ]);
    expect(ahead[0]).toMatchObject({
      expectedOn: today,
      limit: { zh: '当场' },
      mark: 'uncertain',
      roleTitle: { zh: '承办人' },
    });
    expect(ahead[3]?.expectedOn?.slice(0, 7)).not.toBe(today.slice(0, 7));
  });

  test('draws the statutory clock, whose days add up', async () => {
    const life = await RecordedCase.open(api.pool, {
      ...{ procedure: ordinaryPermit, opening: { commitment: null } },
    });
    await life.answer('intake', 'accept');
    const { clocks } = await caller.officer.case.page({ caseId: life.caseId });
    expect(clocks).toMatchObject([
      {
        ...{ name: 'decision', totalWorkingDays: 20, consumed: 0, remaining: 20, running: true, stoppedOn: null },
        deadline: { workingDaysLeft: 20, light: 'green', why: { basis: { zh: '行政许可法第四十二条' }, mark: 'law' } },
        segments: [{ kind: 'ahead', workingDays: 20 }],
      },
    ]);
    const { duties } = await caller.officer.case.page({ caseId: life.caseId });
    expect(duties[0]?.deadline.why?.startOn).toBe(today);
  });
});

/** The way of a false commitment to its revocation, one act after the other. */
const toRevocation = [
  ...['intake accept', 'propose proposeGrant', 'decide grant', 'deliver delivered', 'verify falseCommitment'],
  ...['proposeNotice propose', 'giveNotice give', 'makeStatement state', 'requestHearing request'],
  ...[
    'arrangeHearing arrange',
    'holdHearing held',
    'weighStatement rejected',
    'draftRevocation proposeRevocation',
    'approveRevocation approve',
  ],
  ...['decideRevocation revoke', 'publishDeregistration done', 'enterCredit done'],
].map((act) => act.split(' '));

test('a case can be looked at by everybody after every act of its life', { timeout: 60_000 }, async () => {
  const conditionsMetOn = addDays(today, 60);
  const life = await RecordedCase.open(api.pool, {
    opening: { commitment: { noticeVersion: '1', conditionsMetOn } },
  });
  const { caseId } = life;
  const stopped: string[] = [];
  for (const [step = '', outcome = ''] of toRevocation) {
    const pages = [caller.officer, caller.applicant, caller.supervisor, caller.administrator].map((who) =>
      who.case.page({ caseId }),
    );
    const [page] = await Promise.all(pages);
    const { number } = await numbersOf(caseId);
    await api.nobody.case.track({ number, lastFour: CODE.slice(-4) });
    stopped.push(...(page?.clocks ?? []).flatMap(({ deadline }) => (deadline.clockStopped ? [step] : [])));
    // Who gave the notice does not chair the hearing.
    await life.answer(step, outcome, step === 'holdHearing' ? { by: actorOf('LEG', 1) } : {});
  }
  expect(stopped).toEqual(['makeStatement', 'requestHearing', 'arrangeHearing', 'holdHearing', 'weighStatement']);
  const page = await caller.applicant.case.page({ caseId });
  expect(page).toMatchObject({
    ...{ state: 'closed', ending: { zh: '已撤销' }, licence: { state: 'revoked' }, duties: [], rights: [], ahead: [] },
    ...{ clocks: [{ name: 'decision' }, { name: 'revocation', spans: [{ title: { zh: '陈述申辩与听证' } }] }] },
  });
  const hearing = page.timeline.find(({ stepTitle }) => stepTitle.zh === '听证申请');
  expect(hearing?.branch.map(({ zh }) => zh)).toEqual(['事中事后核查', '听证']);
  expect(page.participants.map(({ person }) => person)).toEqual(expect.arrayContaining(['方少棠', '申牧', '陆闻']));
});

describe('what the page tells, and whom', () => {
  test('what officials think stays among them, and the applicant reads what concerns them', async () => {
    const caseId = await granted();
    const inside = await caller.officer.case.page({ caseId });
    const outside = await caller.applicant.case.page({ caseId });
    expect(JSON.stringify(inside)).toContain('面积存疑');
    for (const secret of ['面积存疑', '证据不足', '拟同意', '材料齐全', '拟不予', '退回修改'])
      expect(JSON.stringify(outside.timeline)).not.toContain(secret);
    expect(outside.timeline.find(({ version }) => version === 3)).toMatchObject({
      act: { zh: '已办理' },
      remark: null,
    });
    expect(JSON.stringify(outside.documents)).not.toMatch(/拟办意见|信用核查记录|面积存疑/);
    expect(outside.documents.map(({ title }) => title.zh)).toEqual(
      expect.arrayContaining(['行政审批告知书', '告知承诺书', '受理通知书', '准予行政许可决定书', '许可证']),
    );
    expect(outside.duties).toMatchObject([{ step: 'verify', mayAct: false, outcomes: [] }]);
    expect(outside.rights.map(({ step }) => step)).toEqual(['askDeregistration', 'reportNewPremises']);
    expect(outside.licence).toMatchObject({ state: 'valid' });
    expect(await caller.applicant.case.timeline({ caseId })).toEqual(outside.timeline);
    expect(await caller.officer.case.timeline({ caseId })).toEqual(inside.timeline);
  });

  test('a drafted refusal is foretold to officials, not to the applicant', async () => {
    const life = await RecordedCase.open(api.pool, { procedure: ordinaryPermit, opening: { commitment: null } });
    for (const [step, outcome] of [
      ['intake', 'accept'],
      ['assign', 'assign'],
      ['review', 'proposeRefusal'],
      ['draft', 'proposeRefusal'],
    ] as const)
      await life.answer(step, outcome);
    const stepsFor = async (who: Caller) =>
      (await who.case.page({ caseId: life.caseId })).ahead.map(({ step }) => step);
    expect(await stepsFor(caller.head)).toContain('legalReview');
    expect(await stepsFor(caller.applicant)).not.toContain('legalReview');
  });

  test('documents name in their lines parties, decision, basis, authority and day', async () => {
    const caseId = await granted();
    const { documents, caseNumber } = await caller.applicant.case.page({ caseId });
    const decision = documents.find(({ title }) => title.zh === '准予行政许可决定书');
    const lines = decision?.lines.map(({ zh }) => zh) ?? [];
    expect(lines[0]).toBe(`申请人：重庆万和安大药房有限公司（统一社会信用代码 ${CODE}）`);
    expect(lines[1]).toBe(`事项：药品零售许可（仅经营乙类非处方药）；案号：${caseNumber}`);
    expect(lines).toContain('经审查，决定准予行政许可。');
    expect(lines).toContain('依据：行政许可法第三十八条、行政许可法第四十二条、国发〔2021〕7号');
    expect(lines.at(-1)).toMatch(/^重庆市药品监督管理局\s\d{4}年\d+月\d+日$/);
    expect(lines.join()).not.toContain('诉讼');
  });

  test('remedies are named where something was refused', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    await answer(caller.window, { caseId, duty: 'intake', outcome: 'accept' });
    await answer(caller.officer, { caseId, duty: 'propose', outcome: 'proposeRefusal', form: { reasons: '面积不足' } });
    await answer(caller.head, { caseId, duty: 'decide', outcome: 'refuse', form: { reasons: '营业场所面积不足' } });
    const { documents, answer: sentence, ending, duties, ahead } = await caller.applicant.case.page({ caseId });
    const lines = documents.find(({ title }) => title.zh === '不予行政许可决定书')?.lines.map(({ zh }) => zh) ?? [];
    expect(lines).toContain('理由：营业场所面积不足');
    expect(lines.some((line) => /60 日内申请行政复议，或者 6 个月内提起行政诉讼/.test(line))).toBe(true);
    expect({ ending, duties, ahead }).toEqual({ ending: { zh: '不予许可', en: 'Refused' }, duties: [], ahead: [] });
    expect(sentence.zh).toBe('您的申请已办结：不予许可。');
  });

  test('alarms are shown to those who work on the case, not to the applicant', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    await select(api.pool, {
      text: `INSERT INTO alarm (kind, case_id, detail) VALUES ('workflowRestarted', $1, '{}')`,
      values: [caseId],
    });
    expect((await caller.officer.case.page({ caseId })).alarm?.zh).toMatch(/重新启动/);
    expect((await caller.administrator.case.page({ caseId })).alarm).not.toBeNull();
    expect((await caller.applicant.case.page({ caseId })).alarm).toBeNull();
  });

  test('a case does not exist for another enterprise or another province', async () => {
    const { caseId } = await RecordedCase.open(api.pool);
    const [other, foreign] = [await api.as('mulan'), await api.as('sc-officer')];
    for (const stranger of [other, foreign, await api.as('sc-supervisor')]) {
      await expect(stranger.case.page({ caseId })).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
      await expect(stranger.case.timeline({ caseId })).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
    }
    for (const stranger of [other, foreign])
      await expect(stranger.duty.open({ caseId, duty: 'intake' })).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
    await expect(caller.officer.case.page({ caseId: randomUUID() })).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
  });

  test('a case and the one it continues name each other', async () => {
    const { caseId: parent } = await RecordedCase.open(api.pool);
    const { caseId } = await RecordedCase.open(api.pool, {
      procedure: ordinaryPermit,
      opening: { commitment: null, convertedFrom: { caseId: parent, acceptedOn: null, falsitySuspected: false } },
    });
    const page = await caller.officer.case.page({ caseId });
    expect(page.related).toMatchObject([
      { caseId: parent, procedureTitle: { zh: '告知承诺许可' }, relation: { zh: '承接自' } },
    ]);
    expect(page.timeline[0]?.act.zh).toBe('转入本程序');
    expect((await caller.officer.case.page({ caseId: parent })).related).toMatchObject([{ relation: { zh: '转入' } }]);
  });
});

describe('a list of cases', () => {
  test('finds by number, enterprise or person, the latest change first, page by page', async () => {
    const life = await RecordedCase.open(api.pool);
    const { number } = await numbersOf(life.caseId);
    const found = await caller.officer.case.list({ state: 'all', search: number });
    expect(found.rows).toMatchObject([
      {
        ...{
          caseId: life.caseId,
          caseNumber: number,
          state: 'open',
          ending: null,
          procedureTitle: { zh: '告知承诺许可' },
        },
        steps: [
          { title: { zh: '收件受理' }, owner: { role: 'WIN' }, deadline: { light: 'green', workingDaysLeft: 5 } },
        ],
      },
    ]);
    const first = await caller.officer.case.list({ state: 'open', search: '万和', limit: 1 });
    const second = await caller.officer.case.list({
      state: 'open',
      search: '万和',
      limit: 1,
      cursor: first.next ?? '',
    });
    expect(first.rows[0]?.caseId).not.toBe(second.rows[0]?.caseId);
    expect((await caller.officer.case.list({ state: 'all', search: '没有这样的企业' })).rows).toEqual([]);
  });

  test('of the other province is empty', async () => {
    await RecordedCase.open(api.pool);
    expect((await (await api.as('sc-officer')).case.list({ state: 'all' })).rows).toEqual([]);
  });
});

describe('tracking', () => {
  test('tells everybody with number and end of the credit code where the case is, and names nobody', async () => {
    const caseId = await granted();
    await caller.window.case.page({ caseId });
    const { acceptance, number } = await numbersOf(caseId);
    const found = await api.nobody.case.track({ number: acceptance ?? '', lastFour: CODE.slice(-4).toLowerCase() });
    expect(found).toMatchObject({
      ...{ caseNumber: number, acceptanceNumber: acceptance, state: 'open', windowPhone: '023-6000 0101' },
      ...{ where: { unit: { zh: '检查二局' }, person: null }, nextStep: null },
      answer: { zh: expect.stringMatching(/^本申请在检查二局，正在办理“事中事后核查”，最迟 /) as string },
    });
    const shown = JSON.stringify(found);
    expect(names.filter((name) => shown.includes(name))).toEqual([]);
    expect(shown).not.toMatch(/面积存疑|拟办|退回|当场审查/);
    expect(found.timeline.map(({ title }) => title.zh)).toEqual(
      expect.arrayContaining(['提交申请', '收件受理：受理通知书', '当场决定：准予行政许可决定书']),
    );
    expect(found.timeline.find(({ number: shownNumber }) => shownNumber === acceptance)).toBeDefined();
  });

  test.each([
    ['another end of the credit code', (number: string) => ({ number, lastFour: '0000' })],
    ['the whole credit code', (number: string) => ({ number, lastFour: CODE.slice(-5) })],
    ['part of the number', (number: string) => ({ number: number.slice(0, -1), lastFour: CODE.slice(-4) })],
    ['a pattern', () => ({ number: '%', lastFour: '____' })],
  ])('tells nothing for %s', async (_what, question) => {
    const { caseId } = await RecordedCase.open(api.pool);
    const { number } = await numbersOf(caseId);
    await expect(api.nobody.case.track(question(number))).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
  });

  test('tells the ending and no deadline once the case is closed', async () => {
    const life = await RecordedCase.open(api.pool);
    await life.answer('withdraw', 'withdraw', { by: actorOf('APP', 1) });
    const { number } = await numbersOf(life.caseId);
    expect(await api.nobody.case.track({ number, lastFour: CODE.slice(-4) })).toMatchObject({
      ...{ state: 'closed', ending: { zh: '撤回' }, answer: { zh: '本案已办结：撤回。' } },
      ...{ where: null, deadline: null, nextStep: null },
    });
  });
});

describe('the working calendar', () => {
  test('is told to everybody, day by day', async () => {
    const days = await api.nobody.calendar.range({ from: '2026-02-14', to: '2026-02-28', province: 'CQ' });
    expect(days.map(({ on }) => on)).toHaveLength(15);
    expect(days[0]).toMatchObject({ on: '2026-02-14', kind: 'makeup', name: null, provisional: false });
    expect(days.find(({ on }) => on === '2026-02-17')).toMatchObject({ kind: 'holiday', name: { zh: '春节' } });
  });

  test.each([
    ['more than 800 days', '2026-01-01', '2028-03-12', 'MALFORMED'],
    ['the end before the start', '2026-02-02', '2026-02-01', 'MALFORMED'],
    ['a day that does not exist', '2026-02-30', '2026-03-01', 'NO_SUCH_DATE'],
    ['a year nobody knows', '1990-01-01', '1990-01-02', 'CALENDAR_GAP'],
  ] as const)('refuses %s', async (_what, from, to, code) => {
    await expect(api.nobody.calendar.range({ from, to, province: 'CQ' })).rejects.toMatchObject(refusal(code));
  });
});
