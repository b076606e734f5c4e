import { randomUUID } from 'node:crypto';
import { inProcessPlatforms } from '@lianban/api/platform/in-process';
import { relayMessages } from '@lianban/api/platform/relay-messages';
import { select } from '@lianban/db/queryable';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';

let api: Callers;
let [district, officer, head, office, deputy, industry]: Caller[] = [];
beforeAll(async () => {
  api = await callers();
  [district, officer, head] = [await api.as('banan'), await api.as('shuyan'), await api.as('chengyi')];
  [office, deputy, industry] = [await api.as('fuxiaolan'), await api.as('jianghe'), await api.as('yinghe')];
});
afterAll(() => api.close());

const as = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw new Error('nobody is signed in yet');
  return caller;
};

const words: Omit<Words, 'requestId'> = {
  ...{ district: '500113', unit: null, category: 'help', sensitive: false, subject: '样品跨省转运' },
  ...{ text: '细胞治疗样品委托四川企业试制', enterprise: '重庆澜泽生物医药有限公司', creditCode: null },
  ...{ contact: '巴小楠', phone: '13800000000' },
};

type Words = Parameters<Caller['liaison']['register']>[0];

async function put(
  caller: Caller | undefined,
  differing: Partial<Words> = {},
): Promise<{ caseId: string; caseNumber: string }> {
  const receipt = await as(caller).liaison.register({ ...words, requestId: randomUUID(), ...differing });
  if (receipt.state !== 'recorded') throw new Error('not recorded');
  return receipt;
}

const answer = (
  caller: Caller | undefined,
  [caseId, duty, outcome]: readonly [string, string, string],
  form: Readonly<Record<string, unknown>> = {},
) => as(caller).duty.answer({ caseId, duty, outcome, form, requestId: randomUUID() });

describe('a request', () => {
  test('of a district is its own, waits with the unit that answers for it, and is shown to both', async () => {
    const { caseId, caseNumber } = await put(district);
    expect(caseNumber).toMatch(/^渝诉/);
    const page = await as(district).case.page({ caseId });
    expect(page.request).toMatchObject({
      ...{ subject: '样品跨省转运', district: { zh: '巴南区' }, source: { zh: '区县提出' }, level: 'unit' },
      ...{ enterprise: '重庆澜泽生物医药有限公司', sent: [], mergedInto: null },
    });
    expect(page.rights.map(({ step, owner }) => [step, owner.roleTitle.zh])).toEqual([['withdraw', '区县联络部门']]);
    const asked = page.ahead.filter(({ step }) => step === 'rate' || step === 'supplement');
    expect(new Set(asked.map(({ roleTitle }) => roleTitle.zh))).toEqual(new Set(['区县联络部门']));
    const inbox = await as(officer).duty.inbox({ tab: 'pool' });
    expect(inbox.rows.find((row) => row.caseId === caseId)).toMatchObject({
      step: 'accept',
      enterprise: '巴南区市场监督管理局',
    });
    expect((await as(industry).duty.inbox({ tab: 'pool' })).rows.some((row) => row.caseId === caseId)).toBe(false);
  });

  test('is put by a district for itself alone', async () => {
    await expect(put(district, { district: '500104' })).rejects.toMatchObject(
      refusal('MALFORMED', { fields: ['district'] }),
    );
  });

  test('that a liaison officer was told is received by their own unit, and the regional unit hears of it', async () => {
    const { caseId } = await put(industry, { unit: 'cq-review-centre' });
    const open = (await as(industry).duty.inbox({ tab: 'pool' })).rows.find((row) => row.caseId === caseId);
    expect(open).toMatchObject({ step: 'accept', owner: { unit: { zh: '行政审批处' } } });
    const { rows } = await as(officer).message.list();
    expect(rows.find((row) => row.kind === 'notice' && row.caseId === caseId)).toMatchObject({
      kind: 'notice',
      read: false,
    });
    expect((await as(officer).liaison.regionalLedger({})).rows.some((row) => row.caseId === caseId)).toBe(true);
  });

  test('names units and other requests that there are, and nothing else', async () => {
    const { caseId, caseNumber } = await put(district);
    const duty = await as(officer).duty.open({ caseId, duty: 'accept' });
    const form = duty.outcomes.find(({ name }) => name === 'transfer')?.form ?? [];
    const kind = form.find(({ name }) => name === 'unit')?.kind;
    const options = kind?.type === 'choice' ? kind.options.map(({ value }) => value) : [];
    expect(options).toEqual(expect.arrayContaining(['cq-permits', 'cq-legal', 'cq-inspectorate-1']));
    expect(options).not.toContain('cq-credit');
    const reasons = '不属本单位职责';
    await expect(answer(officer, [caseId, 'accept', 'transfer'], { unit: 'cq-credit', reasons })).rejects.toMatchObject(
      refusal('MALFORMED', { fields: ['unit'] }),
    );
    for (const into of [caseNumber, '渝诉〔2026〕9999'])
      await expect(answer(officer, [caseId, 'accept', 'merge'], { into, reasons })).rejects.toMatchObject(
        refusal('MALFORMED', { fields: ['into'] }),
      );
    await expect(
      answer(officer, [caseId, 'accept', 'askHelp'], { helpers: [{ unit: 'cq-nowhere' }] }),
    ).rejects.toMatchObject(refusal('MALFORMED', { fields: ['helpers'] }));
  });
});

describe('a request that climbs', () => {
  let caseId = '';
  beforeAll(async () => {
    ({ caseId } = await put(district));
    await answer(officer, [caseId, 'accept', 'escalate'], { reasons: '涉及两省，本单位难以协调' });
    await answer(office, [caseId, 'dispatch', 'requestInstruction'], { reasons: '情况复杂' });
    await answer(deputy, [caseId, 'instruct', 'assign'], { instruction: '请行政审批处牵头办理', unit: 'cq-permits' });
  });

  test('shows its chain with the reasons to those inside', async () => {
    const { request } = await as(officer).case.page({ caseId });
    expect(request?.level).toBe('deputy');
    expect(request?.chain.map(({ level, unit, reasons }) => [level, unit.zh, reasons])).toEqual([
      ['unit', '市药审中心', '涉及两省，本单位难以协调'],
      ['office', '科技标准处（科标处）', '情况复杂'],
      ['deputy', '局领导', '请行政审批处牵头办理'],
      ['unit', '行政审批处', null],
    ]);
  });

  test('tells whoever asked where it is, and nothing of what was thought of it', async () => {
    const page = await as(district).case.page({ caseId });
    expect(page.request?.chain.map(({ unit }) => unit.zh)).toEqual([
      '市药审中心',
      '科技标准处（科标处）',
      '局领导',
      '行政审批处',
    ]);
    const told = JSON.stringify(page);
    for (const hidden of ['请行政审批处牵头办理', '情况复杂', '难以协调']) expect(told).not.toContain(hidden);
  });

  test('is answered once the head of the unit that worked on it has approved, and the answer is told', async () => {
    const chief = await api.as('qinli');
    await answer(industry, [caseId, 'handle', 'proposeReply'], { answer: '可以按两省协作机制办理' });
    await expect(answer(head, [caseId, 'approveReply', 'approve'])).rejects.toMatchObject(refusal('NO_SUCH_DUTY'));
    expect(JSON.stringify(await as(district).case.page({ caseId }))).not.toContain('可以按两省协作机制办理');
    await answer(chief, [caseId, 'approveReply', 'approve']);
    await answer(officer, [caseId, 'giveReply', 'reply'], { answer: '可以按两省协作机制办理，联系人见附件' });
    const page = await as(district).case.page({ caseId });
    expect(JSON.stringify(page.timeline)).toContain('可以按两省协作机制办理，联系人见附件');
    await answer(district, [caseId, 'rate', 'satisfied']);
    await answer(office, [caseId, 'archive', 'archive']);
    expect((await as(district).case.page({ caseId })).ending).toMatchObject({ zh: '办结（满意）' });
  });
});

describe('the ledgers', () => {
  test('are read by whom they are for: the whole bureau by the section, the leaders and the supervisor', async () => {
    for (const user of ['fuxiaolan', 'jianghe', 'gaolin', 'yeqing'])
      expect((await (await api.as(user)).liaison.bureauLedger({})).total).toBeGreaterThan(0);
    await expect(as(officer).liaison.bureauLedger({})).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(as(officer).liaison.exportLedger({ cut: 'bureau', reason: '核对' })).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    );
  });

  test('go out as a file in the columns of annex 4, which is in the trail before', async () => {
    const { content, name, rows, complete } = await as(office).liaison.exportLedger({
      cut: 'bureau',
      reason: '季度报送',
    });
    expect(name).toMatch(/^科标处总台账-\d{4}-\d{2}-\d{2}\.csv$/);
    expect(content.split('\r\n')[0]).toContain('"诉求编号","区县","企业","类别"');
    expect([rows, complete]).toEqual([content.trim().split('\r\n').length - 1, true]);
    const noted = await select<{ detail: { cut: string; reason: string } }>(api.pool, {
      text: `SELECT detail FROM audit WHERE action = 'liaison.export'`,
    });
    expect(noted.map(({ detail }) => [detail.cut, detail.reason])).toEqual([['bureau', '季度报送']]);
  });
});

describe('what is referred to the platform of the eight lists', () => {
  test('is handed over once and shown with its receipt inside, not to whoever asked', async () => {
    const { caseId } = await put(district);
    await answer(officer, [caseId, 'accept', 'toPlatform'], { department: '市经济信息委', reasons: '属其他部门事权' });
    const parts = { pool: api.pool, platforms: inProcessPlatforms, log: pino({ level: 'silent' }) };
    await relayMessages(parts);
    await relayMessages(parts);
    const { request } = await as(office).case.page({ caseId });
    expect(request?.sent).toMatchObject([{ what: { zh: '转办' }, receipt: expect.stringMatching(/^八清-/) as string }]);
    expect((await as(district).case.page({ caseId })).request?.sent).toEqual([]);
  });
});
