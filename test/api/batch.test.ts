import { randomUUID } from 'node:crypto';
import type { Engine } from '@lianban/api/engine/engine';
import { select } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Callers } from '../support/caller.ts';
import { LedgerEngine } from '../support/ledger-engine.ts';

let api: Callers;
beforeAll(async () => {
  api = await callers();
});
afterAll(() => api.close());

const run = (text: string, ...values: readonly unknown[]) => select(api.pool, { text, values });

/** So many cases that wait for an officer's proposal. */
const waiting = (count: number): Promise<readonly string[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const life = await RecordedCase.open(api.pool);
      await life.answer('intake', 'accept');
      return life.caseId;
    }),
  );
const item = (caseId: string, form: object = {}, duty = 'propose') => ({
  ...{ caseId, duty, form: { ...form }, requestId: randomUUID() },
});
const statesOf = async (cases: readonly string[], duty = 'propose') => {
  const rows = await select<{ caseId: string; state: string }>(api.pool, {
    text: `SELECT case_id AS "caseId", state FROM duty WHERE case_id = ANY($1::uuid[]) AND key = $2`,
    values: [cases, duty],
  });
  return cases.map((caseId) => rows.find((row) => row.caseId === caseId)?.state);
};

describe('a batch', () => {
  test('is an answer of its own in every case, with its own opinion and its own receipt', async () => {
    const cases = await waiting(3);
    const officer = await api.as('zhoumin');
    const items = cases.map((caseId, at) => item(caseId, { opinion: `意见${at + 1}` }));
    const receipts = await officer.duty.answerBatch({ outcome: 'proposeGrant', items });
    expect(receipts.map(({ requestId, done }) => [requestId, done?.state])).toEqual(
      items.map(({ requestId }) => [requestId, 'recorded']),
    );
    for (const [at, caseId] of cases.entries())
      expect((await officer.case.page({ caseId })).timeline.at(-1)?.remark).toBe(`意见${at + 1}`);
  });

  test('goes on after a refusal, which says its rule and touches nothing else', async () => {
    const [first = '', taken = '', last = ''] = await waiting(3);
    await (await api.as('tangyue')).duty.claim({ caseId: taken, duty: 'propose' });
    const officer = await api.as('zhoumin');
    const items = [item(first), item(taken), item(randomUUID()), item(last, { fee: '0' }), item(last)];
    const receipts = await officer.duty.answerBatch({ outcome: 'proposeGrant', items });
    expect(receipts.map(({ refused }) => refused?.code ?? null)).toEqual([
      ...[null, 'CLAIMED_BY_OTHER', 'NO_SUCH_CASE', 'MALFORMED', null],
    ]);
    expect(await statesOf([first, taken, last])).toEqual(['settled', 'open', 'settled']);
  });

  test('sent again as it was has no second effect; what failed is tried again', async () => {
    const cases = await waiting(2);
    const officer = await api.as('zhoumin');
    const items = [item(cases[0] ?? ''), item(cases[1] ?? '', { fee: '0' })];
    const first = await officer.duty.answerBatch({ outcome: 'proposeGrant', items });
    const mended = items.map((one) => ({ ...one, form: {} }));
    const second = await officer.duty.answerBatch({ outcome: 'proposeGrant', items: mended });
    expect(second[0]).toEqual(first[0]);
    expect(second[1]?.done).toMatchObject({ state: 'recorded' });
  });

  test('of two steps, of none or of too many is not taken at all', async () => {
    const [caseId = ''] = await waiting(1);
    const ordinary = await RecordedCase.open(api.pool, { procedure: ordinaryPermit });
    await ordinary.answer('intake', 'accept');
    await ordinary.answer('assign', 'assign');
    const officer = await api.as('zhoumin');
    const ask = (items: Parameters<typeof officer.duty.answerBatch>[0]['items']) =>
      officer.duty.answerBatch({ outcome: 'proposeRefusal', items });
    const form = { reasons: '不符合条件' };
    await expect(ask([item(caseId, form), item(ordinary.caseId, form, 'review')])).rejects.toMatchObject(
      refusal('MALFORMED', { fields: ['items'] }),
    );
    await expect(ask([])).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(ask(Array.from({ length: 51 }, () => item(caseId, form)))).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(await statesOf([caseId])).toEqual(['open']);
  });
});

describe('permission that is withdrawn in the middle of a batch stops the rest, untouched', () => {
  /** Records the first answer and then lets something happen. */
  const then = (happens: () => Promise<unknown>): Engine => {
    const engine = new LedgerEngine(api.pool);
    let answered = 0;
    return {
      deliver: async (submission) => {
        const delivery = await engine.deliver(submission);
        answered += 1;
        if (answered === 1) await happens();
        return delivery;
      },
      tell: (caseId, news) => engine.tell(caseId, news),
      ledgerGrew: () => Promise.resolve(),
    };
  };
  const personNamed = '(SELECT id FROM person WHERE name = $1)';

  test.each([
    [
      'when the post ends [ASVS v5.0.0-8.3.2]',
      'zhoumin',
      '周敏',
      `UPDATE post SET until = (now() AT TIME ZONE 'Asia/Shanghai')::date - 1 WHERE person_id = ${personNamed} AND role = 'OFF'`,
    ],
    [
      'when the session is ended [ASVS v5.0.0-7.4.1]',
      'tangyue',
      '唐越',
      `DELETE FROM session WHERE person_id = ${personNamed}`,
    ],
    [
      'when the account is disabled [ASVS v5.0.0-7.4.2]',
      'hejing',
      '何静',
      `UPDATE person SET disabled_at = now() WHERE id = ${personNamed}`,
    ],
  ])('%s', async (_, user, name, withdrawal) => {
    const [duty, outcome] = user === 'hejing' ? ['intake', 'correctOnTheSpot'] : ['propose', 'proposeGrant'];
    const cases =
      duty === 'propose'
        ? await waiting(3)
        : await Promise.all([1, 2, 3].map(async () => (await RecordedCase.open(api.pool)).caseId));
    const caller = await api.as(user, { engine: then(() => run(withdrawal, name)) });
    const form = duty === 'propose' ? {} : { statement: '地址门牌号更正' };
    const receipts = await caller.duty.answerBatch({ outcome, items: cases.map((caseId) => item(caseId, form, duty)) });
    expect(receipts.map(({ done, refused }) => done?.state ?? refused?.code)).toEqual([
      ...['recorded', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN'],
    ]);
    expect(await statesOf(cases, duty)).toEqual(['settled', 'open', 'open']);
    const received = await select<{ caseId: string }>(api.pool, {
      text: `SELECT case_id AS "caseId" FROM submission WHERE case_id = ANY($1::uuid[]) AND kind = 'answer' AND duty = $2`,
      values: [cases, duty],
    });
    expect(received.map(({ caseId }) => caseId)).toEqual([cases[0]]);
  });
});
