import { randomUUID } from 'node:crypto';
import { select, selectOne } from '@lianban/db/queryable';
import { COSMETICS_ENTERPRISE, enterprises } from '@lianban/db/seed/people';
import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  completeDraft,
  device,
  filledIn,
  provided,
  refusedAs,
  renewal,
  retail,
  type Applicant,
  type Content,
} from '../support/application-draft.ts';
import { callers, type Callers } from '../support/caller.ts';
import { eventually } from '../support/eventually.ts';
import { absentEngine } from '../support/ledger-engine.ts';

let api: Callers;
let drugstore: Applicant;
/** The drugstore while the engine is away. */
let drugstoreAlone: Applicant;
let cosmetics: Applicant;
beforeAll(async () => {
  api = await callers();
  drugstore = (await api.as('wanhe')).application;
  drugstoreAlone = (await api.as('wanhe', { engine: absentEngine })).application;
  cosmetics = (await api.as('mulan')).application;
});
afterAll(() => api.close());

const DRUGSTORE = enterprises[1]?.id ?? '';
const today = civilDateOf(instant(Date.now()));

const run = (text: string, ...values: unknown[]) => select(api.pool, { text, values });
const count = async (text: string, ...values: unknown[]): Promise<number> =>
  (await selectOne<{ count: number }>(api.pool, { text, values })).count;
const casesOpened = (requestId: string): Promise<number> =>
  count('SELECT count(*) FROM case_event WHERE request_id = $1', requestId);

describe('an application', () => {
  test('by commitment gets a number and a sentence on what comes next; its draft is gone', async () => {
    const draftId = await completeDraft(drugstore, { conditionsMetOn: addDays(today, 20) });
    const receipt = await drugstore.submit({ draftId, requestId: randomUUID() });
    if (receipt.state !== 'recorded') throw new Error(receipt.state);
    expect(receipt.caseNumber).toMatch(/^渝告承〔\d{4}〕/);
    expect(receipt.answer.zh).toContain('收件受理');
    expect(receipt.answer.zh).toContain('视为受理');
    await expect(drugstore.draftById({ draftId })).rejects.toMatchObject(refusedAs('NO_SUCH_DRAFT'));
    const { form, commitment } = await selectOne<{ form: object; commitment: object }>(api.pool, {
      text: `SELECT form, payload -> 'commitment' AS commitment FROM submission WHERE case_id = $1`,
      values: [receipt.caseId],
    });
    expect(form).toMatchObject({ contact: '方少棠', materials: filledIn.materials });
    expect(commitment).toMatchObject({ conditionsMetOn: addDays(today, 20) });
  });

  test('on the ordinary route opens under the ordinary procedure, unsigned', async () => {
    const draftId = await completeDraft(drugstore, { route: 'ordinary', signature: null });
    const receipt = await drugstore.submit({ draftId, requestId: randomUUID() });
    expect(receipt).toMatchObject({ state: 'recorded', caseNumber: expect.stringMatching(/^渝许〔/) as string });
  });

  test('shows among the cases of its enterprise and of no other', async () => {
    const draftId = await completeDraft(drugstore);
    const { caseId } = await drugstore.submit({ draftId, requestId: randomUUID() });
    const { rows } = await drugstore.list({ limit: 1 });
    expect(rows.map((row) => row.caseId)).toEqual([caseId]);
    expect((await cosmetics.list({})).rows.map((row) => row.caseId)).not.toContain(caseId);
  });

  test('is listed page by page without a case twice or missing', async () => {
    const all = (await drugstore.list({ limit: 100 })).rows.map(({ caseId }) => caseId);
    const paged: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await drugstore.list({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      paged.push(...page.rows.map(({ caseId }) => caseId));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(all.length).toBeGreaterThan(2);
    expect(paged).toEqual(all);
  });
});

describe('a request to submit', () => {
  test('that is repeated gets the same receipt, although the draft is gone', async () => {
    const request = { draftId: await completeDraft(drugstore), requestId: randomUUID() };
    const first = await drugstore.submit(request);
    expect(await drugstore.submit(request)).toEqual(first);
    expect(await casesOpened(request.requestId)).toBe(1);
  });

  test('that comes several times at once opens one case', async () => {
    const request = { draftId: await completeDraft(drugstore), requestId: randomUUID() };
    const receipts = await Promise.all(Array.from({ length: 6 }, () => drugstore.submit(request)));
    expect(new Set(receipts.map(({ caseId }) => caseId)).size).toBe(1);
    expect(receipts.every(({ state }) => state === 'recorded')).toBe(true);
    expect(await count('SELECT count(*) FROM submission WHERE request_id = $1', request.requestId)).toBe(1);
    expect(await casesOpened(request.requestId)).toBe(1);
  });

  test('whose draft goes while it is being read finds what became of it', async () => {
    const recorded = { draftId: await completeDraft(drugstore), requestId: randomUUID() };
    const receipt = await drugstore.submit(recorded);
    const request = { draftId: await completeDraft(drugstore), requestId: randomUUID() };
    const elsewhere = await api.pool.connect();
    await elsewhere.query('BEGIN; LOCK TABLE draft');
    const second = drugstore.submit(request);
    const waits = `SELECT count(*) FROM pg_locks WHERE relation = 'draft'::regclass AND NOT granted`;
    await eventually('the second request waits for the draft', async () => (await count(waits)) > 0);
    await elsewhere.query(
      `INSERT INTO submission SELECT (jsonb_populate_record(s, jsonb_build_object('request_id', $1::text,
        'form', s.form || jsonb_build_object('draftId', $2::text)))).* FROM submission s WHERE s.request_id = $3`,
      [request.requestId, request.draftId, recorded.requestId],
    );
    await elsewhere.query('DELETE FROM draft WHERE id = $1', [request.draftId]);
    await elsewhere.query('COMMIT');
    elsewhere.release();
    expect(await second).toEqual(receipt);
  });

  test('is received for good while the engine is away, and recorded when it is back', async () => {
    const request = { draftId: await completeDraft(drugstore), requestId: randomUUID() };
    const received = await drugstoreAlone.submit(request);
    expect(received).toEqual({ state: 'recording', caseId: received.caseId, requestId: request.requestId });
    expect(await drugstoreAlone.submit(request)).toEqual(received);
    const recorded = await drugstore.submit(request);
    expect(recorded).toMatchObject({ state: 'recorded', caseId: received.caseId });
  });

  test('is refused under an id that somebody else has used', async () => {
    const request = { draftId: await completeDraft(drugstore), requestId: randomUUID() };
    await drugstore.submit(request);
    await expect(cosmetics.submit(request)).rejects.toMatchObject(refusedAs('NO_SUCH_DRAFT'));
    const reused = { ...request, draftId: await completeDraft(cosmetics) };
    await expect(cosmetics.submit(reused)).rejects.toMatchObject(refusedAs('REQUEST_REUSED'));
  });

  test('is refused under an id that stands for another draft, which stays', async () => {
    const [draftId, other] = [await completeDraft(drugstore), await completeDraft(drugstore)];
    const requestId = randomUUID();
    await drugstore.submit({ draftId, requestId });
    const reused = drugstore.submit({ draftId: other, requestId });
    await expect(reused).rejects.toMatchObject(refusedAs('REQUEST_REUSED'));
    expect(await drugstore.draftById({ draftId: other })).toMatchObject({ draftId: other });
  });

  test('for a draft that was submitted under another id finds no draft', async () => {
    const draftId = await completeDraft(drugstore);
    await drugstore.submit({ draftId, requestId: randomUUID() });
    const again = drugstore.submit({ draftId, requestId: randomUUID() });
    await expect(again).rejects.toMatchObject(refusedAs('NO_SUCH_DRAFT'));
  });
});

describe('a draft is not submitted', () => {
  const submitting = async (changed: Content) => {
    const draftId = await completeDraft(drugstore, changed);
    const submitted = drugstore.submit({ draftId, requestId: randomUUID() });
    return { draftId, submitted };
  };

  test.each([
    ['without a telephone', { phone: ' ' }, 'MALFORMED', { fields: ['phone'] }],
    [
      'without a required material',
      { materials: { 'application-form': provided } },
      'MISSING_MATERIAL',
      { materials: ['premises-plan'] },
    ],
    ['unsigned', { signature: null }, 'NOTICE_CHANGED', {}],
    ['signed under another notice', { signature: { noticeVersion: 'older', name: '方少棠' } }, 'NOTICE_CHANGED', {}],
    ['with a promise for today', { conditionsMetOn: today }, 'MALFORMED', { fields: ['conditionsMetOn'] }],
  ] as const)('%s, and stays', async (_, changed, code, detail) => {
    const { draftId, submitted } = await submitting(changed);
    await expect(submitted).rejects.toMatchObject(refusedAs(code, detail));
    expect(await drugstore.draftById({ draftId })).toMatchObject({ draftId });
  });

  test('by commitment for an item outside the catalogue', async () => {
    const { draftId, item, notice } = await drugstore.draft({ ...device, content: {} });
    expect(notice).toBeNull();
    const materials = Object.fromEntries(item.materials.map(({ key }) => [key, provided]));
    await drugstore.draft({ ...device, draftId, content: { ...filledIn, materials } });
    const submitted = drugstore.submit({ draftId, requestId: randomUUID() });
    await expect(submitted).rejects.toMatchObject(refusedAs('NOT_ELIGIBLE'));
  });

  test('once the notice has changed, until it is signed again', async () => {
    const draftId = await completeDraft(drugstore);
    const term = `UPDATE rule SET "limit" = $1 WHERE key = 'commit.rectify'`;
    await run(term, { workingDays: 15 });
    const early = drugstore.submit({ draftId, requestId: randomUUID() });
    await expect(early).rejects.toMatchObject(refusedAs('NOTICE_CHANGED'));
    const { notice, content } = await drugstore.draftById({ draftId });
    const signature = { noticeVersion: notice?.version ?? '', name: '方少棠' };
    await drugstore.draft({ ...retail, draftId, content: { ...content, signature } });
    const { state } = await drugstore.submit({ draftId, requestId: randomUUID() });
    expect(state).toBe('recorded');
    await run(term, { workingDays: 30 });
  });

  test('outside the window, on either route, and the refusal names its days', async () => {
    const { draftId, notice, eligibility } = await cosmetics.draft({ ...renewal, content: {} });
    const signature = { noticeVersion: notice?.version ?? '', name: '余可心' };
    const materials = { 'application-form': provided, 'conditions-statement': provided };
    const ends = 'UPDATE licence SET valid_to = $2 WHERE enterprise_id = $1';
    await run(ends, COSMETICS_ENTERPRISE, addDays(today, 5));
    for (const route of ['commitment', 'ordinary'] as const) {
      await cosmetics.draft({ ...renewal, draftId, content: { ...filledIn, materials, signature, route } });
      const submitted = cosmetics.submit({ draftId, requestId: randomUUID() });
      await expect(submitted).rejects.toMatchObject(
        refusedAs('OUTSIDE_WINDOW', { obstacle: 'tooLate', expiresOn: addDays(today, 5) }),
      );
    }
    await run(ends, COSMETICS_ENTERPRISE, eligibility.window?.expiresOn);
    expect(await cosmetics.submit({ draftId, requestId: randomUUID() })).toMatchObject({ state: 'recorded' });
  });
});

describe('an applicant with a record', () => {
  const enter = (manual: boolean) =>
    run(
      `INSERT INTO credit_record (enterprise_id, kind, ground, since, bars_commitment, manual_judgement)
        VALUES ($1, 'breach', 'falseCommitment', $2, true, $3)`,
      ...[DRUGSTORE, addDays(today, -10), manual],
    );
  afterEach(() => run('DELETE FROM credit_record WHERE enterprise_id = $1', DRUGSTORE));

  test('may not commit, is told why, and may take the ordinary route', async () => {
    const draftId = await completeDraft(drugstore);
    await enter(false);
    const { gate, routes, reasons } = await drugstore.eligibility(retail);
    expect({ gate, routes }).toEqual({ gate: 'barred', routes: ['ordinary'] });
    expect(reasons).toHaveLength(1);
    const submitted = drugstore.submit({ draftId, requestId: randomUUID() });
    await expect(submitted).rejects.toMatchObject(refusedAs('NOT_ELIGIBLE', { gate: 'barred' }));
    await drugstore.draft({ ...retail, draftId, content: { ...filledIn, route: 'ordinary' } });
    const receipt = await drugstore.submit({ draftId, requestId: randomUUID() });
    expect(receipt).toMatchObject({ state: 'recorded', caseNumber: expect.stringMatching(/^渝许〔/) as string });
  });

  test('that a person must judge may commit, and the window decides', async () => {
    await enter(true);
    expect(await drugstore.eligibility(retail)).toMatchObject({
      gate: 'unclear',
      routes: ['commitment', 'ordinary'],
    });
    const receipt = await drugstore.submit({
      ...{ draftId: await completeDraft(drugstore), requestId: randomUUID() },
    });
    if (receipt.state !== 'recorded') throw new Error(receipt.state);
    expect(receipt.answer.zh).toContain('适用性与信用预检');
  });
});

describe('a withdrawal', () => {
  const form = { reasons: '经营计划调整' };
  const submitted = async (): Promise<string> => {
    const draftId = await completeDraft(drugstore);
    return (await drugstore.submit({ draftId, requestId: randomUUID() })).caseId;
  };

  test('ends the case, once, however often it is sent', async () => {
    const request = { caseId: await submitted(), requestId: randomUUID(), form };
    const first = await drugstore.withdraw(request);
    expect(first).toMatchObject({ state: 'recorded', closed: { zh: '撤回' } });
    expect(await drugstore.withdraw(request)).toEqual(first);
    const again = drugstore.withdraw({ ...request, requestId: randomUUID() });
    await expect(again).rejects.toMatchObject(refusedAs('CASE_CLOSED'));
  });

  test('needs its reasons, in text that can be kept', async () => {
    const caseId = await submitted();
    for (const [written, code] of [
      [{}, 'MALFORMED'],
      [{ reasons: ' ' }, 'MALFORMED'],
      [{ reasons: 'a\0b' }, 'INVALID_TEXT'],
    ] as const) {
      const refused = drugstore.withdraw({ caseId, requestId: randomUUID(), form: written });
      await expect(refused).rejects.toMatchObject(refusedAs(code));
    }
  });

  test('is nobody else’s to make', async () => {
    const caseId = await submitted();
    const foreign = cosmetics.withdraw({ caseId, requestId: randomUUID(), form });
    await expect(foreign).rejects.toMatchObject(refusedAs('NO_SUCH_CASE'));
  });
});
