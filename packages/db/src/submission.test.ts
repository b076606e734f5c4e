import { randomUUID } from 'node:crypto';
import { civilDate } from '@lianban/domain/civil-date';
import type { Input } from '@lianban/workflows/kernel/entry';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiveApplication, type Application } from './opening.ts';
import { saveDraft } from './drafts.ts';
import { takeOutbox } from './outbox.ts';
import { select } from './queryable.ts';
import { COSMETICS_ENTERPRISE } from './seed/people.ts';
import {
  handOutAgain,
  markRefused,
  pendingSubmissions,
  receive,
  submissionOf,
  type AnswerSubmission,
} from './submission.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, DRUGSTORE, RecordedCase } from './testing/recorded-case.ts';
import { receiveTransfer } from './transfer.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const query = <T extends object>(text: string, ...values: unknown[]) => select<T>(database.pool, { text, values });

const answerTo = (caseId: string, differing: Partial<AnswerSubmission> = {}): AnswerSubmission => ({
  ...{
    requestId: randomUUID(),
    caseId,
    by: actorOf('WIN'),
    duty: 'intake',
    outcome: 'accept',
    flow: {},
    form: { opinion: '同意受理' },
  },
  ...differing,
});

describe('an answer', () => {
  test('is kept once per request id, however often and from how many tabs it is sent', async () => {
    const { caseId } = await RecordedCase.open(database.pool);
    const answer = answerTo(caseId);
    const receipts = await Promise.all(Array.from({ length: 6 }, () => receive(database.pool, answer)));
    expect(receipts.filter(({ result }) => result === 'new')).toHaveLength(1);
    expect(new Set(receipts.map(({ submission }) => submission.input.at)).size).toBe(1);
  });

  test.each([
    ['outcome', { outcome: 'refuse' }],
    ['form', { form: { opinion: '不同意' } }],
    ['person', { by: actorOf('OFF') }],
  ])('with the same request id and another %s is refused', async (_, differing) => {
    const { caseId } = await RecordedCase.open(database.pool);
    const answer = answerTo(caseId);
    await receive(database.pool, answer);
    await expect(receive(database.pool, { ...answer, ...differing })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
  });

  test('to a case that does not exist is refused', async () => {
    await expect(receive(database.pool, answerTo(randomUUID()))).rejects.toMatchObject({ code: 'NO_SUCH_CASE' });
  });

  test('gives the input that the engine is sent', async () => {
    const { caseId } = await RecordedCase.open(database.pool);
    const answer = answerTo(caseId);
    const { submission } = await receive(database.pool, answer);
    expect(submission.input).toMatchObject({
      kind: 'answer',
      requestId: answer.requestId,
      duty: 'intake',
      outcome: 'accept',
      flow: {},
      by: answer.by,
    });
    expect(submission.input.at).toMatch(/Z$/);
  });

  test('is never changed, keeps its first refusal, and is recorded once', async () => {
    const { caseId } = await RecordedCase.open(database.pool);
    const { requestId } = answerTo(caseId);
    await receive(database.pool, answerTo(caseId, { requestId }));
    await expect(query(`UPDATE submission SET form = '{}' WHERE request_id = $1`, requestId)).rejects.toMatchObject({
      code: '23001',
    });
    await markRefused(database.pool, requestId, { code: 'SEPARATION', detail: {} });
    await markRefused(database.pool, requestId, { code: 'STALE_DUTY', detail: {} });
    const refused = await submissionOf(database.pool, requestId);
    expect(refused?.refusal).toEqual({ code: 'SEPARATION', detail: {} });
    await (await RecordedCase.resume(database.pool, caseId)).submit(refused?.input as Input);
    expect(await submissionOf(database.pool, requestId)).toMatchObject({
      state: 'recorded',
      version: 2,
      refusal: null,
    });
    await markRefused(database.pool, requestId, { code: 'STALE_DUTY', detail: {} });
    expect(await submissionOf(database.pool, requestId)).toMatchObject({ state: 'recorded', version: 2 });
    const undo = query(`UPDATE submission SET state = 'received', version = NULL WHERE request_id = $1`, requestId);
    await expect(undo).rejects.toMatchObject({ code: '23001' });
  });
});

describe('a relay', () => {
  test('is handed each waiting submission once, the oldest first, and none that is settled', async () => {
    await query(`UPDATE submission SET state = 'refused', refusal = '{}' WHERE state = 'received'`);
    const { caseId } = await RecordedCase.open(database.pool);
    const waiting = [answerTo(caseId), answerTo(caseId), answerTo(caseId)];
    for (const answer of waiting) await receive(database.pool, answer);
    const taken = (
      await Promise.all([pendingSubmissions(database.pool, 0, 2), pendingSubmissions(database.pool, 0, 2)])
    ).flat();
    expect(taken.map(({ requestId }) => requestId).sort()).toEqual(waiting.map(({ requestId }) => requestId).sort());
    expect(await pendingSubmissions(database.pool, 0, 10)).toEqual([]);
    expect(await pendingSubmissions(database.pool, 60_000, 10)).toEqual([]);
    await handOutAgain(database.pool, caseId);
    expect(await pendingSubmissions(database.pool, 60_000, 10)).toEqual([]);
    expect(await pendingSubmissions(database.pool, 0, 10)).toHaveLength(waiting.length);
  });
});

const application = (differing: Partial<Application> = {}): Application => ({
  ...{
    requestId: randomUUID(),
    caseId: randomUUID(),
    by: actorOf('APP', 1),
    enterpriseId: DRUGSTORE,
    item: 'otc-retail',
    province: 'CQ',
  },
  ...{
    procedure: informedCommitment,
    commitment: { noticeVersion: '1', conditionsMetOn: null },
    form: { contact: '方少棠' },
    draftId: null,
  },
  ...differing,
});

describe('an application', () => {
  test('freezes item, rules and the answer of the credit gate', async () => {
    const { submission } = await receiveApplication(database.pool, application());
    if (submission.input.kind !== 'open') throw new Error('not an opening');
    const { opening } = submission.input;
    expect(opening).toMatchObject({ gate: 'clear', item: { code: 'otc-retail', province: 'CQ' }, convertedFrom: null });
    expect(opening.terms['commit.verify.window']).toMatchObject({ limit: { months: 3 } });
    expect(opening.terms['permit.intake']).toMatchObject({ limit: { workingDays: 5 }, mark: 'law' });
    expect(submission).toMatchObject({ procedure: 'informed-commitment', edition: '2023-12', state: 'received' });
  });

  test('sent twice opens one case, the first one', async () => {
    const first = application();
    await receiveApplication(database.pool, first);
    const again = await receiveApplication(database.pool, { ...first, caseId: randomUUID() });
    expect(again).toMatchObject({ result: 'same', submission: { caseId: first.caseId } });
    await expect(receiveApplication(database.pool, { ...first, form: {} })).rejects.toMatchObject({
      code: 'REQUEST_REUSED',
    });
  });

  const newDraft = async (): Promise<string> => {
    const draftId = randomUUID();
    await query(
      `INSERT INTO draft (id, enterprise_id, person_id, item, province, content, expires_on)
        VALUES ($1, $2, $3, 'otc-retail', 'CQ', '{"contact": "方少棠"}', '2099-01-01')`,
      draftId,
      DRUGSTORE,
      actorOf('APP', 1).personId,
    );
    return draftId;
  };

  test('submits its draft, whose content then lives in the application only', async () => {
    const draftId = await newDraft();
    await receiveApplication(database.pool, application({ draftId }));
    expect(await query('SELECT content FROM draft WHERE id = $1 AND submitted_at IS NOT NULL', draftId)).toEqual([
      { content: {} },
    ]);
    const late = { enterpriseId: DRUGSTORE, personId: actorOf('APP', 1).personId, item: 'otc-retail' } as const;
    const autosave = {
      ...late,
      draftId,
      province: 'CQ',
      content: { contact: '?' },
      expiresOn: civilDate('2099-01-01'),
    } as const;
    await expect(saveDraft(database.pool, autosave)).rejects.toMatchObject({ code: 'NO_SUCH_DRAFT' });
  });

  test('opens one case from one draft, from however many windows it is sent at once', async () => {
    const draftId = await newDraft();
    const sent = await Promise.allSettled(
      Array.from({ length: 5 }, () => receiveApplication(database.pool, application({ draftId }))),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const { reason } of sent.filter((one) => one.status === 'rejected'))
      expect(reason).toMatchObject({ code: 'NO_SUCH_DRAFT' });
  });

  test('for an item that is not in the catalogue is refused', async () => {
    await expect(receiveApplication(database.pool, application({ item: 'nothing' }))).rejects.toMatchObject({
      code: 'UNKNOWN_ITEM',
    });
  });

  test('to renew is taken in the window only, and not without a licence', async () => {
    const renewal = { item: 'cosmetics-production-renewal', enterpriseId: COSMETICS_ENTERPRISE, by: actorOf('APP') };
    expect((await receiveApplication(database.pool, application(renewal))).result).toBe('new');
    await expect(
      receiveApplication(database.pool, application({ ...renewal, enterpriseId: DRUGSTORE })),
    ).rejects.toMatchObject({ code: 'OUTSIDE_WINDOW', detail: { obstacle: 'noLicence' } });
    await query('UPDATE licence SET valid_to = valid_to + 200 WHERE enterprise_id = $1', COSMETICS_ENTERPRISE);
    await expect(receiveApplication(database.pool, application(renewal))).rejects.toMatchObject({
      code: 'OUTSIDE_WINDOW',
      detail: { obstacle: 'tooEarly' },
    });
    await query('UPDATE licence SET valid_to = valid_to - 280 WHERE enterprise_id = $1', COSMETICS_ENTERPRISE);
    await expect(receiveApplication(database.pool, application(renewal))).rejects.toMatchObject({
      code: 'OUTSIDE_WINDOW',
      detail: { obstacle: 'tooLate' },
    });
  });
});

describe('a case that goes on under another procedure', () => {
  test('is received once, with item and form of the old one, its acceptance and the limits of today', async () => {
    const old = await RecordedCase.open(database.pool);
    await old.answer('intake', 'accept');
    await old.answer('propose', 'doubt');
    expect(old.committed.closed).toBe('converted');
    const [message] = await takeOutbox(database.pool, 'openCase', 5);
    if (message === undefined) throw new Error('no message');
    expect(await takeOutbox(database.pool, 'openCase', 5)).toEqual([]);
    const receipts = [
      await receiveTransfer(database.pool, message, ordinaryPermit),
      await receiveTransfer(database.pool, message, ordinaryPermit),
    ];
    expect(receipts.map(({ result }) => result)).toEqual(['new', 'same']);
    const going = await RecordedCase.resume(database.pool, message.payload.caseId, ordinaryPermit);
    const [file] = await query<{ number: string }>(
      `SELECT n.number, n.parent_case_id, n.acceptance_number = o.acceptance_number AS "sameAcceptance"
       FROM case_file n JOIN case_file o ON o.case_id = n.parent_case_id WHERE n.case_id = $1`,
      going.caseId,
    );
    expect(file).toMatchObject({ parent_case_id: old.caseId, sameAcceptance: true });
    expect(file?.number).toMatch(/^渝许〔/);
    expect(
      await query(
        `SELECT blocked IS NOT NULL AS barred FROM duty WHERE case_id = $1 AND step = 'withdraw'`,
        going.caseId,
      ),
    ).toEqual([{ barred: true }]);
    expect(await query('SELECT done_at IS NOT NULL AS done FROM outbox WHERE id = $1', message.id)).toEqual([
      { done: true },
    ]);
  });
});
