import { randomUUID } from 'node:crypto';
import { select, selectOne } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { writeCalendarYear } from '@lianban/domain/calendar-file';
import { calendarYears } from '@lianban/domain/calendar-years';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeDraft } from '../support/application-draft.ts';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';

let api: Callers;
let [officer, colleague, sichuan, supervisor, administrator]: Caller[] = [];
let caseId: string;
let number: string;
beforeAll(async () => {
  api = await callers();
  [officer, colleague] = [await api.as('zhoumin'), await api.as('tangyue')];
  [sichuan, supervisor] = [await api.as('sc-officer'), await api.as('sc-supervisor')];
  administrator = api.inRole('ADM', 'SC');
  const recorded = await RecordedCase.open(api.pool);
  await recorded.answer('intake', 'accept');
  ({ caseId } = recorded);
  ({ number } = await who(officer)
    .case.page({ caseId })
    .then((page) => ({ number: page.caseNumber })));
});
afterAll(() => api.close());

const who = (caller: Caller | undefined): Caller => {
  if (caller === undefined) throw new Error('not signed in yet');
  return caller;
};

describe('the border between the provinces is not crossed', () => {
  test('by the id of a case: it is refused exactly as one that does not exist [ASVS v5.0.0-8.2.2] [ASVS v5.0.0-8.4.1]', async () => {
    const calls: readonly ((caseId: string) => Promise<unknown>)[] = [
      (id) => who(sichuan).case.page({ caseId: id }),
      (id) => who(sichuan).case.timeline({ caseId: id }),
      (id) => who(sichuan).case.why({ caseId: id, key: 'propose' }),
      (id) => who(sichuan).duty.open({ caseId: id, duty: 'propose' }),
      (id) => who(sichuan).duty.claim({ caseId: id, duty: 'propose' }),
      (id) =>
        who(sichuan).duty.answer({ caseId: id, duty: 'propose', outcome: 'x', form: {}, requestId: randomUUID() }),
    ];
    const absent = randomUUID();
    for (const call of calls) {
      await expect(call(caseId)).rejects.toMatchObject(refusal('NO_SUCH_CASE', { caseId }));
      await expect(call(absent)).rejects.toMatchObject(refusal('NO_SUCH_CASE', { caseId: absent }));
    }
  });

  test('by search, whatever is known of the case: number, enterprise, or who acted [ASVS v5.0.0-8.4.1]', async () => {
    for (const search of [number, '万和安', '何静']) {
      const rows = async (caller: Caller) => (await caller.case.list({ state: 'all', search })).rows.length;
      expect([search, await rows(who(officer)), await rows(who(sichuan))]).toEqual([search, 1, 0]);
      const pool = await who(sichuan).duty.inbox({ tab: 'pool', search });
      expect(pool).toMatchObject({ rows: [], next: null, counts: { pool: 0, mine: 0 } });
    }
  });

  test('by a place in a list of the other side [ASVS v5.0.0-8.4.1]', async () => {
    await RecordedCase.open(api.pool);
    const { next } = await who(officer).case.list({ state: 'all', limit: 1 });
    expect(next).not.toBeNull();
    expect(await who(sichuan).case.list({ state: 'all', cursor: next ?? '' })).toEqual({ rows: [], next: null });
  });

  test('by counting: what is open on the other side is in no number [ASVS v5.0.0-8.4.1]', async () => {
    const { totals, units, soon } = await who(supervisor).supervise.due();
    expect({ numbers: new Set(Object.values(totals)), units, soon }).toEqual({
      ...{ numbers: new Set([0]), units: [], soon: [] },
    });
    expect(await who(supervisor).supervise.overdue({})).toEqual({ rows: [], next: null });
    expect(await who(administrator).admin.operations()).toMatchObject({ openCases: 0, waitingSubmissions: 0 });
  });

  test('by the tracking page: a wrong end of the credit code and a wrong number are the same to it [ASVS v5.0.0-8.2.2]', async () => {
    const tracked = (asked: string) => api.nobody.case.track({ number: asked, lastFour: '0000' });
    const [hidden, gone] = await Promise.allSettled([tracked(number), tracked('渝药监受〔2026〕999999号')]);
    expect(hidden).toMatchObject({ reason: { cause: { code: 'NO_SUCH_CASE', detail: {} } } });
    expect(gone).toMatchObject({ reason: { cause: { code: 'NO_SUCH_CASE', detail: {} } } });
  });

  test('by the number of a document [ASVS v5.0.0-8.4.1]', async () => {
    const { documents } = await who(officer).case.page({ caseId });
    const numbers = documents.flatMap((paper) => (paper.number === null ? [] : [paper.number]));
    expect(numbers).not.toEqual([]);
    for (const search of numbers) expect((await who(sichuan).case.list({ state: 'all', search })).rows).toEqual([]);
  });

  test('by a revision of the national calendar: each side reads and exports its own cases, and counts no others [ASVS v5.0.0-8.4.1]', async () => {
    const revisionId = await nationalRevision();
    const inChongqing = api.inRole('ADM', 'CQ');
    const own = await inChongqing.revision.page({ revisionId });
    expect(own).toMatchObject({ cases: 1, counts: { later: 1 } });
    expect((await inChongqing.revision.file({ revisionId })).content).toContain(number);
    const nothing = { earlier: 0, later: 0, kept: 0, confirmed: 0, explained: 0 };
    expect(await who(administrator).revision.page({ revisionId })).toMatchObject({
      cases: 0,
      counts: nothing,
      groups: [],
    });
    expect((await who(administrator).revision.list({})).rows).toMatchObject([
      { id: revisionId, cases: 0, counts: nothing },
    ]);
    expect(await who(administrator).revision.changes({ revisionId, search: number })).toEqual({ rows: [], next: null });
    const { content } = await who(administrator).revision.file({ revisionId });
    expect(content.trim().split('\r\n')).toHaveLength(1);
  });

  test('by the case that a case continues [ASVS v5.0.0-8.4.1]', async () => {
    const { caseId: child } = await RecordedCase.open(api.pool);
    await select(api.pool, {
      text: 'UPDATE case_file SET parent_case_id = $2 WHERE case_id = $1',
      values: [child, caseId],
    });
    expect((await who(officer).case.page({ caseId: child })).related).toMatchObject([{ caseId }]);
    await select(api.pool, { text: `UPDATE case_file SET province = 'SC' WHERE case_id = $1`, values: [caseId] });
    try {
      expect((await who(officer).case.page({ caseId: child })).related).toEqual([]);
    } finally {
      await select(api.pool, { text: `UPDATE case_file SET province = 'CQ' WHERE case_id = $1`, values: [caseId] });
    }
  });
});

/** A revision of the national calendar that moves the case of Chongqing by a day. */
async function nationalRevision(): Promise<string> {
  const [year] = calendarYears;
  if (year === undefined) throw new Error('no year is known');
  const content = writeCalendarYear(year, 'csv');
  const change = { kind: 'calendarYear' as const, content };
  const asked = { requestId: randomUUID(), reason: '防汛', change };
  const { revisionId } = await (await api.as('admin')).revision.propose(asked);
  await select(api.pool, {
    text: `INSERT INTO revision_change (revision_id, case_id, key, province, shift, step, unit_id, from_on, from_provisional, to_on, to_provisional)
      SELECT $1, case_id, key, province, 'later', step, unit_id, due_on, false, due_on + 1, false FROM duty WHERE case_id = $2 AND key = 'propose'`,
    values: [revisionId, caseId],
  });
  return revisionId;
}

describe('inside a province', () => {
  test('the applicant does not learn from a step of the agency how it was settled, and by whom [ASVS v5.0.0-8.2.3]', async () => {
    const recorded = await RecordedCase.open(api.pool);
    await recorded.answer('intake', 'accept');
    await recorded.answer('propose', 'proposeRefusal');
    const drugstore = await api.as('wanhe');
    await expect(drugstore.duty.open({ caseId: recorded.caseId, duty: 'propose' })).rejects.toMatchObject({
      cause: { code: 'NO_SUCH_DUTY', detail: { duty: 'propose' } },
    });
    const told = await who(officer)
      .duty.open({ caseId: recorded.caseId, duty: 'propose' })
      .catch((failure: unknown) => failure);
    expect(told).toMatchObject({ cause: { code: 'STALE_DUTY', detail: { settledAs: 'proposeRefusal' } } });
  });

  test('the applicant cannot open a right of officials by its key [ASVS v5.0.0-8.2.2]', async () => {
    const right = await selectOne<{ caseId: string; key: string }>(api.pool, {
      text: `SELECT case_id AS "caseId", key FROM duty WHERE kind = 'right' AND unit_id IS NOT NULL AND state = 'open' AND case_id = $1 LIMIT 1`,
      values: [await supervised()],
    });
    const asked = { caseId: right.caseId, duty: right.key };
    await expect((await api.as('wanhe')).duty.open(asked)).rejects.toMatchObject(
      refusal('NO_SUCH_DUTY', { duty: right.key }),
    );
    expect(await who(officer).duty.open(asked)).toMatchObject({ kind: 'right' });
  });

  test("another enterprise's draft and message are nobody's business [ASVS v5.0.0-8.2.2]", async () => {
    const [drugstore, other] = [await api.as('wanhe'), await api.as('boheng')];
    const draftId = await completeDraft(drugstore.application);
    await expect(other.application.draftById({ draftId })).rejects.toMatchObject(refusal('NO_SUCH_DRAFT', { draftId }));
    const requestId = randomUUID();
    await expect(other.application.submit({ draftId, requestId })).rejects.toMatchObject(
      refusal('NO_SUCH_DRAFT', { draftId }),
    );
    await (await api.as('yeqing')).supervise.urge({ caseId, duty: 'propose', requestId });
    const unread = (await who(officer).message.list()).rows.filter(({ read }) => !read).map(({ id }) => id);
    expect(unread).not.toEqual([]);
    await other.message.read({ ids: unread });
    await who(sichuan).message.read({ upTo: new Date(Date.now() + 60_000).toISOString() });
    expect((await who(officer).message.list()).unread).toBe(unread.length);
  });
});

/** A case of the drugstore whose licence has been granted. */
async function supervised(): Promise<string> {
  const recorded = await RecordedCase.open(api.pool);
  await recorded.answer('intake', 'accept');
  await recorded.answer('propose', 'proposeGrant');
  await recorded.answer('decide', 'grant');
  await recorded.answer('deliver', 'delivered');
  return recorded.caseId;
}

describe('two people at once', () => {
  test('settle a duty once, and the loser is told who won and how [ASVS v5.0.0-2.3.4] [ASVS v5.0.0-15.4.2]', async () => {
    for (let round = 0; round < 5; round += 1) {
      const recorded = await RecordedCase.open(api.pool);
      await recorded.answer('intake', 'accept');
      const asked = () => ({
        ...{ caseId: recorded.caseId, duty: 'propose', form: { opinion: '同意' } },
        requestId: randomUUID(),
      });
      const outcomes = await Promise.allSettled([
        who(officer).duty.answer({ ...asked(), outcome: 'proposeGrant' }),
        who(colleague).duty.answer({ ...asked(), outcome: 'proposeGrant' }),
      ]);
      const [winner, loser] = [
        outcomes.find(({ status }) => status === 'fulfilled'),
        outcomes.find(({ status }) => status === 'rejected'),
      ];
      const name = outcomes[0]?.status === 'fulfilled' ? '周敏' : '唐越';
      expect(winner).toMatchObject({ value: { state: 'recorded' } });
      expect(loser).toMatchObject({
        reason: { cause: { code: 'STALE_DUTY', detail: { settledAs: 'proposeGrant', by: name } } },
      });
      const { settled } = await selectOne<{ settled: number }>(api.pool, {
        text: `SELECT count(*) AS settled FROM case_event WHERE case_id = $1 AND kind = 'answer' AND input ->> 'duty' = 'propose'`,
        values: [recorded.caseId],
      });
      expect(settled).toBe(1);
    }
  });

  test('take a duty once, and the loser is told who has it [ASVS v5.0.0-2.3.4] [ASVS v5.0.0-15.4.2]', async () => {
    const recorded = await RecordedCase.open(api.pool);
    await recorded.answer('intake', 'accept');
    const reference = { caseId: recorded.caseId, duty: 'propose' };
    const outcomes = await Promise.allSettled([
      who(officer).duty.claim(reference),
      who(colleague).duty.claim(reference),
    ]);
    const name = outcomes[0]?.status === 'fulfilled' ? '周敏' : '唐越';
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { cause: { code: 'CLAIMED_BY_OTHER', detail: { duty: 'propose', holder: name } } },
    });
  });
});
