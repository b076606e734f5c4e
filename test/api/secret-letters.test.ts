import { randomUUID } from 'node:crypto';
import { relayLetters } from '@lianban/api/engine/letters';
import { auditOf, caseStream } from '@lianban/db/audit';
import { sendLetters } from '@lianban/db/letters/out-tray';
import { exchangeWithin } from '@lianban/db/letters/receive-letter';
import { selectOne } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { verifyCase } from '@lianban/db/verify-chain';
import { assistanceRequest } from '@lianban/workflows/procedures/assistance-request/2021-07';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';
import { LedgerEngine } from '../support/ledger-engine.ts';

// What is secret on one side of the border is secret on the other.
let api: Callers;
/** Inspector and head of section of Chongqing, officer of Sichuan who signs for letters. */
let inspector: Caller;
let head: Caller;
let officerThere: Caller;
beforeAll(async () => {
  api = await callers();
  [inspector, head, officerThere] = [await api.as('shenmu'), await api.as('qinli'), await api.as('sc-officer')];
});
afterAll(() => api.close());

const exchange = () => exchangeWithin(api.pool);
const relayed = (): Promise<void> =>
  relayLetters({
    ...{ pool: api.pool, engine: new LedgerEngine(api.pool), exchange: exchange() },
    log: pino({ level: 'silent' }),
  });
const answer = (who: Caller, act: { caseId: string; duty: string; outcome: string }, form: Record<string, unknown>) =>
  who.duty.answer({ ...act, form, requestId: randomUUID() });
const conceal = (who: Caller, caseId: string) => who.case.setSecrecy({ caseId, secret: true, reason: '飞行检查在即' });

/** A verification in Chongqing that asks Sichuan; under secrecy before it does, if that is said. */
async function asked({ secret }: { readonly secret: boolean }): Promise<string> {
  const life = await RecordedCase.open(api.pool);
  for (const [step, outcome] of [
    ...[['intake', 'accept'] as const, ['propose', 'proposeGrant'] as const],
    ...[['decide', 'grant'] as const, ['deliver', 'delivered'] as const],
  ])
    await life.answer(step, outcome);
  const { caseId } = life;
  if (secret) await conceal(head, caseId);
  const form = { assistingBody: '四川省药品监督管理局', addressee: 'otherBureau', questions: ['是否实际使用'] };
  await answer(inspector, { caseId, duty: 'verification/requestAssistance', outcome: 'request' }, form);
  await answer(head, { caseId, duty: 'verification/requestAssistance!/sendAssistance', outcome: 'send' }, {});
  return caseId;
}

const openedBy = async (caseId: string): Promise<string> =>
  (
    await selectOne<{ caseId: string }>(api.pool, {
      text: `SELECT case_id AS "caseId" FROM case_file WHERE letter ->> 'caseId' = $1`,
      values: [caseId],
    })
  ).caseId;

/** The lists and the page, as each of them sees the case. */
async function seenBy(users: readonly string[], caseId: string): Promise<readonly boolean[]> {
  return Promise.all(
    users.map(async (user) => {
      const caller = await api.as(user);
      const { rows } = await caller.case.list({ state: 'all' });
      const isListed = rows.some((row) => row.caseId === caseId);
      if (isListed) expect(await caller.case.page({ caseId })).toMatchObject({ caseId });
      else await expect(caller.case.page({ caseId }), user).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
      return isListed;
    }),
  );
}

describe('a letter out of a secret case', () => {
  test('opens a secret case there: only the unit that works on it and its director know of it [ASVS v5.0.0-8.2.2]', async () => {
    const caseId = await asked({ secret: true });
    await relayed();
    const there = await openedBy(caseId);
    expect(await seenBy(['sc-supervisor', 'sc-lead', 'sc-officer', 'sc-director'], there)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    const page = await officerThere.case.page({ caseId: there });
    expect(page.secrecy).toMatchObject({ by: null, reason: '来函涉及对方保密案件' });
    expect(page.letters).toMatchObject([{ direction: 'in', kind: 'request', secret: true }]);
    const supervisor = await api.as('sc-supervisor');
    expect(JSON.stringify(await supervisor.message.list())).not.toContain(there);
    expect(JSON.stringify(await supervisor.supervise.overdue({}))).not.toContain(there);
    // Whoever comes to work on it is let in, and nobody else.
    const life = await RecordedCase.resume(api.pool, there, assistanceRequest);
    await life.answer('signFor', 'accept');
    await life.answer('assign', 'assign');
    expect(await seenBy(['sc-supervisor', 'sc-lead'], there)).toEqual([false, true]);
    await life.answer('lookInto', 'complete', { flow: { statement: '该场所实际使用。' } });
    await life.answer('signReply', 'sign');
    await relayed();
    await relayed();
    // The answer is no less secret, and changes nothing about who sees the case that asked.
    expect((await inspector.case.page({ caseId })).letters.map(({ kind, secret }) => [kind, secret])).toEqual([
      ['request', true],
      ['reply', true],
    ]);
    expect(await seenBy(['guolan', 'yeqing', 'shenmu', 'gaolin'], caseId)).toEqual([false, false, true, true]);
    expect([await verifyCase(api.pool, caseId), await verifyCase(api.pool, there)]).toEqual([[], []]);
  });

  test('ends its secrecy there where the unit that works on it says so', async () => {
    const caseId = await asked({ secret: true });
    await relayed();
    const there = await openedBy(caseId);
    await (await api.as('sc-head')).case.setSecrecy({ caseId: there, secret: false, reason: '检查已结束' });
    expect(await seenBy(['sc-supervisor'], there)).toEqual([true]);
    expect(await seenBy(['yeqing'], caseId)).toEqual([false]);
  });

  test('puts the case that it answers under secrecy before anybody reads it there [ASVS v5.0.0-8.2.2]', async () => {
    const caseId = await asked({ secret: false });
    await relayed();
    const there = await openedBy(caseId);
    expect(await seenBy(['sc-supervisor'], there)).toEqual([true]);
    expect(await seenBy(['yeqing', 'guolan'], caseId)).toEqual([true, true]);
    await conceal(await api.as('sc-head'), there);
    const life = await RecordedCase.resume(api.pool, there, assistanceRequest);
    await life.answer('signFor', 'returnLetter', { flow: { reasons: '涉及正在查办的案件' } });
    // Received, and not told to the case yet.
    await sendLetters(api.pool, exchange(), { caseId: there, sequences: [1] });
    expect(await seenBy(['yeqing', 'guolan', 'shenmu', 'qinli', 'gaolin'], caseId)).toEqual([
      ...[false, false, true, true, true],
    ]);
    const begun = (await auditOf(api.pool, caseStream(caseId))).filter(({ action }) => action === 'secrecy.begin');
    expect(begun).toMatchObject([{ who: null, province: 'CQ', detail: { reason: '来函涉及对方保密案件' } }]);
    // The applicant is not the bureau: their case is an ordinary one to them, and tells nothing of it.
    expect((await (await api.as('wanhe')).case.page({ caseId })).secrecy).toBeNull();
    await relayed();
    expect(await verifyCase(api.pool, caseId)).toEqual([]);
  });
});

test('a letter out of an ordinary case says nothing of secrecy, and opens an ordinary case', async () => {
  const caseId = await asked({ secret: false });
  await relayed();
  const there = await openedBy(caseId);
  const page = await officerThere.case.page({ caseId: there });
  expect([page.secrecy, page.letters.map(({ secret }) => secret)]).toEqual([null, [false]]);
  const { letter } = await selectOne<{ letter: object }>(api.pool, {
    text: 'SELECT letter FROM letter_in WHERE case_id = $1',
    values: [there],
  });
  expect(letter).not.toHaveProperty('secret');
});
