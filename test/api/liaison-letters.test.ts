import { randomUUID } from 'node:crypto';
import { relayLetters } from '@lianban/api/engine/letters';
import { exchangeWithin } from '@lianban/db/letters/receive-letter';
import { select, selectOne } from '@lianban/db/queryable';
import { enterprises } from '@lianban/db/seed/people';
import { DRUGSTORE, RecordedCase } from '@lianban/db/testing/recorded-case';
import { verifyCase } from '@lianban/db/verify-chain';
import { assistanceRequest } from '@lianban/workflows/procedures/assistance-request/2021-07';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';
import { LedgerEngine } from '../support/ledger-engine.ts';

const QUESTION = '泸州园区企业能否承接细胞治疗样品的试制';
const FOUND = '园区内两家企业具备条件，可以承接。';

let api: Callers;
/** Liaison officer of the review centre, its head, and the section that follows what is outside. */
let officer: Caller;
let head: Caller;
let office: Caller;
beforeAll(async () => {
  api = await callers();
  [officer, head, office] = [await api.as('shuyan'), await api.as('chengyi'), await api.as('fuxiaolan')];
});
afterAll(() => api.close());

const relayed = (): Promise<void> =>
  relayLetters({
    ...{ pool: api.pool, engine: new LedgerEngine(api.pool), exchange: exchangeWithin(api.pool) },
    log: pino({ level: 'silent' }),
  });
const answer = (who: Caller, act: { caseId: string; duty: string; outcome: string }, form: Record<string, unknown>) =>
  who.duty.answer({ ...act, form, requestId: randomUUID() });

const asksForItself = enterprises.find(({ id }) => id === DRUGSTORE)?.creditCode ?? '';

/** A request about Luzhou, registered by the review centre, of which Sichuan is to be asked. */
async function proposed(creditCode = '91510502MA6AEF4934'): Promise<string> {
  const receipt = await officer.liaison.register({
    ...{ requestId: randomUUID(), district: '510500', unit: null, category: 'help', sensitive: false },
    ...{ subject: '样品跨省转运', text: '细胞治疗样品委托四川企业试制', enterprise: '重庆澜泽生物医药有限公司' },
    ...{ creditCode, contact: '巴小楠', phone: '13800000000' },
  });
  if (receipt.state !== 'recorded') throw new Error('not recorded');
  const { caseId } = receipt;
  const form = { questions: [QUESTION], reasons: '所涉企业在四川泸州' };
  await answer(officer, { caseId, duty: 'accept', outcome: 'toOtherBureau' }, form);
  return caseId;
}

async function written(creditCode?: string): Promise<string> {
  const caseId = await proposed(creditCode);
  await answer(head, { caseId, duty: 'signBureauLetter', outcome: 'send' }, {});
  return caseId;
}

/** Sichuan signs for it, looks into it and answers. */
async function answeredThere(caseId: string): Promise<void> {
  const life = await RecordedCase.resume(api.pool, caseId, assistanceRequest);
  await life.answer('signFor', 'accept');
  await life.answer('assign', 'assign');
  await life.answer('lookInto', 'complete', { flow: { statement: FOUND } });
  await life.answer('signReply', 'sign');
  await relayed();
  await relayed();
}

const openedBy = (caseId: string): Promise<{ caseId: string; procedure: string }> =>
  selectOne(api.pool, {
    text: `SELECT case_id AS "caseId", procedure FROM case_file WHERE letter ->> 'caseId' = $1`,
    values: [caseId],
  });

const lettersOf = async (who: Caller, caseId: string) =>
  (await who.case.page({ caseId })).letters.map(({ direction, kind, state }) => `${direction} ${kind} ${state}`);

describe('a liaison request that concerns Sichuan', () => {
  test('is written about to the other bureau once the head of the unit has signed, and opens one case there', async () => {
    const caseId = await proposed();
    expect(await lettersOf(officer, caseId)).toEqual([]);
    await answer(head, { caseId, duty: 'signBureauLetter', outcome: 'send' }, {});
    const [letter] = (await office.case.page({ caseId })).letters;
    expect(letter).toMatchObject({
      ...{ kind: 'request', state: 'sending', number: expect.stringMatching(/^渝药监往函〔\d{4}〕\d+号$/) as string },
      ...{ signed: { name: '程漪' } },
    });
    await relayed();
    await relayed();
    expect(await lettersOf(officer, caseId)).toEqual(['out request receipted']);
    const there = await openedBy(caseId);
    expect(there.procedure).toBe('assistance-request');
    const page = await (await api.as('sc-officer')).case.page({ caseId: there.caseId });
    expect([page.asked?.number, page.enterprise, page.itemTitle.zh]).toEqual([
      ...[letter?.number, '泸州沅芷日化有限公司', '区县联络诉求来函协办'],
    ]);
    expect(page.letters[0]?.lines[0]?.words.zh).toBe(`1. ${QUESTION}`);
    expect(
      await select(api.pool, { text: 'SELECT FROM platform_message WHERE case_id = $1', values: [caseId] }),
    ).toEqual([]);
  });

  test('goes on when the case there answers, with what was found before whoever approves the answer', async () => {
    const caseId = await written();
    await relayed();
    const there = await openedBy(caseId);
    await answeredThere(there.caseId);
    const page = await head.case.page({ caseId });
    expect(page.duties.map(({ step }) => step)).toContain('approveReply');
    expect(page.letters.map(({ kind, state }) => [kind, state])).toEqual([
      ['request', 'receipted'],
      ['reply', 'taken'],
    ]);
    expect(JSON.stringify(page.letters)).toContain(FOUND);
    expect([await verifyCase(api.pool, caseId), await verifyCase(api.pool, there.caseId)]).toEqual([[], []]);
  });

  test('is shown to whoever asked without what the bureaus write to each other', async () => {
    const caseId = await written(asksForItself);
    await relayed();
    const there = await openedBy(caseId);
    await answeredThere(there.caseId);
    const page = await (await api.as('wanhe')).case.page({ caseId });
    expect([page.request?.level, page.letters]).toEqual(['office', []]);
    for (const between of [QUESTION, FOUND]) expect(JSON.stringify(page)).not.toContain(between);
    expect(JSON.stringify(await officer.case.page({ caseId }))).toContain(FOUND);
    for (const user of ['wanhe', 'shuyan', 'chengyi', 'fuxiaolan', 'yeqing'])
      await expect((await api.as(user)).case.page({ caseId: there.caseId }), user).rejects.toMatchObject(
        refusal('NO_SUCH_CASE'),
      );
  });

  test('is not waited for any more when the section recalls the letter: the case there ends', async () => {
    const caseId = await written();
    await relayed();
    const there = await openedBy(caseId);
    await answer(office, { caseId, duty: 'awaitAssistance', outcome: 'recall' }, { reasons: '诉求人已自行联系' });
    await relayed();
    expect(await lettersOf(office, caseId)).toEqual(['out request receipted', 'out recall receipted']);
    const page = await (await api.as('sc-officer')).case.page({ caseId: there.caseId });
    expect([page.state, page.ending?.zh]).toEqual(['closed', '来函已撤回']);
    expect((await officer.case.page({ caseId })).duties.map(({ step }) => step)).toContain('handle');
  });
});
