import { randomUUID } from 'node:crypto';
import { personOf } from '@lianban/db/testing/organising';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callers, type Caller, type Callers } from '../support/caller.ts';

// 先行登记保存 and 协助调查 beside a verification, as those concerned see them.
let api: Callers;
let inspector: Caller;
let applicant: Caller;
beforeAll(async () => {
  api = await callers();
  inspector = await api.as('shenmu');
  applicant = await api.as('wanhe');
});
afterAll(() => api.close());

async function verifying(): Promise<string> {
  const life = await RecordedCase.open(api.pool);
  for (const [step, outcome] of [
    ...[['intake', 'accept'] as const, ['propose', 'proposeGrant'] as const],
    ...[['decide', 'grant'] as const, ['deliver', 'delivered'] as const],
  ])
    await life.answer(step, outcome);
  return life.caseId;
}

test('the owner of registered evidence is told what is kept, and by which day it is decided on or free', async () => {
  const caseId = await verifying();
  await inspector.duty.answer({
    ...{ caseId, duty: 'registerEvidence', outcome: 'register', requestId: randomUUID() },
    form: {
      secondOfficer: personOf('baishu').personId,
      approvedBy: '江鹤',
      things: ['阿莫西林胶囊 12 盒', '购进票据 3 份'],
    },
  });
  const page = await applicant.case.page({ caseId });
  const notice = page.documents.find(({ title }) => title.zh === '先行登记保存证据通知书');
  expect(notice?.lines.map(({ zh }) => zh).join()).toContain('阿莫西林胶囊 12 盒');
  const kept = page.duties.find(({ step }) => step === 'decideOnEvidence');
  expect(kept?.deadline.why).toMatchObject({
    ...{ limit: { workingDays: 7 }, policy: 'EXPIRE', mark: 'law' },
    consequence: { zh: '逾期未处理，登记保存自动解除' },
  });
});

test('what is asked of the other bureau stays inside, and its silence is shown as a reminder, not as consent', async () => {
  const caseId = await verifying();
  const asking = {
    assistingBody: '四川省药品监督管理局',
    addressee: 'otherBureau',
    questions: ['经营场所是否实际使用'],
  };
  await inspector.duty.answer({
    ...{ caseId, duty: 'verification/requestAssistance', outcome: 'request', requestId: randomUUID(), form: asking },
  });
  const head = await api.as('qinli');
  const receipt = await head.duty.answer({
    ...{ caseId, duty: 'verification/requestAssistance!/sendAssistance', outcome: 'send' },
    ...{ requestId: randomUUID(), form: {} },
  });
  expect(receipt).toMatchObject({ documents: [{ title: { zh: '协助调查函' } }] });
  const waiting = (await inspector.case.page({ caseId })).duties.find(({ step }) => step === 'awaitAssistance');
  expect(waiting?.deadline.why).toMatchObject({
    ...{ limit: { workingDays: 15 }, policy: 'CHASE' },
    consequence: { zh: '逾期未复，发催办函；不视为同意' },
  });
  const outside = await applicant.case.page({ caseId });
  expect(JSON.stringify(outside)).not.toContain('经营场所是否实际使用');
  expect(outside.documents.map(({ title }) => title.zh)).not.toContain('协助调查函');
});
