import { randomUUID } from 'node:crypto';
import type { Due, Explanation } from '@lianban/domain/ask';
import {
  addDays,
  civilDate,
  civilDateOf,
  instant,
  startOfDay,
  type CivilDate,
  type Instant,
} from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import type { Province } from '@lianban/domain/province';
import type { Proposal } from '@lianban/domain/revision';
import { text } from '@lianban/domain/text';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import { lapseOf } from '@lianban/workflows/kernel/lapse';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarOf } from '../calendar.ts';
import { claim, release } from '../claim.ts';
import { messagesOf } from '../queries/messages.ts';
import { select, selectOne } from '../queryable.ts';
import { people } from '../seed/people.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import { approved as approvedIn, proposed as proposedIn } from '../testing/revising.ts';
import { verifyCase } from '../verify-chain.ts';
import { approve, reject, withdraw } from './decisions.ts';
import { previewAgain, propose } from './proposals.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const [proposer, second] = [actorOf('ADM'), actorOf('ADM', 1)];
const at = (day: string): Instant => instant(Date.parse(startOfDay(civilDate(day))) + 10 * 3_600_000);
const closing = (...days: readonly string[]): Proposal => ({
  ...{ kind: 'closures', province: 'CQ', remove: [] },
  add: days.map((on) => ({ on: civilDate(on), name: '停止办公' })),
});
const opening = (...days: readonly string[]): Proposal => ({
  ...{ kind: 'closures', province: 'CQ', add: [] },
  remove: days.map(civilDate),
});
const notice2027 = (work: readonly string[] = []): Proposal => ({
  kind: 'calendarYear',
  year: {
    ...{ year: 2027, source: text('通知', 'Notice'), work: work.map(civilDate) },
    rest: [{ on: civilDate('2027-01-01'), name: '元旦' }],
  },
});

const proposed = (proposal: Proposal): Promise<string> => proposedIn(database.pool, proposal);
const approved = (proposal: Proposal): Promise<string> => approvedIn(database.pool, proposal);

interface Limited {
  readonly key: string;
  readonly on: CivilDate | null;
  readonly at: Instant | null;
  readonly provisional: boolean;
  readonly why: Explanation;
  readonly startAt: Instant;
  readonly province: Province;
}

/** Everything in the record that runs to a day. */
const limits = (caseId: string | null = null): Promise<readonly Limited[]> =>
  select<Limited>(database.pool, {
    text: `SELECT key, due_on AS "on", due_at AS at, provisional, why, opened_at AS "startAt", province FROM duty
        WHERE state = 'open' AND why IS NOT NULL AND case_id = coalesce($1, case_id)
      UNION ALL SELECT 'clock:' || name, due_on, due_at, c.provisional, why, started_at, province FROM clock c JOIN case_file f USING (case_id)
        WHERE stopped_version IS NULL AND why IS NOT NULL AND case_id = coalesce($1, case_id) ORDER BY key`,
    values: [caseId],
  });
const daysIn = async (caseId: string): Promise<Readonly<Record<string, CivilDate | null>>> =>
  Object.fromEntries((await limits(caseId)).map(({ key, on }) => [key, on]));
const changesOf = (revisionId: string): Promise<readonly object[]> =>
  select(database.pool, {
    text: 'SELECT case_id, key, shift, from_on, to_on FROM revision_change WHERE revision_id = $1 ORDER BY case_id, key',
    values: [revisionId],
  });
const versionOf = async (caseId: string): Promise<number> =>
  (
    await selectOne<{ version: number }>(database.pool, {
      text: 'SELECT version FROM case_file WHERE case_id = $1',
      values: [caseId],
    })
  ).version;

describe('a proposal', () => {
  test('says which limits would move from when to when, and moves nothing', async () => {
    const { caseId } = await RecordedCase.open(database.pool, { at: at('2029-03-05') });
    const before = await limits(caseId);
    const revisionId = await proposed(closing('2029-03-07'));
    expect(await changesOf(revisionId)).toEqual([
      { case_id: caseId, key: 'intake', shift: 'later', from_on: '2029-03-12', to_on: '2029-03-13' },
    ]);
    expect(await limits(caseId)).toEqual(before);
    expect(await versionOf(caseId)).toBe(1);
    await withdraw(database.pool, { revisionId, by: proposer, remark: null });
  });

  test('is made once, however often it is sent, and never with other content under the same id', async () => {
    const proposing = { revisionId: randomUUID(), proposal: closing('2031-01-15'), reason: '停电', by: proposer };
    await Promise.all([propose(database.pool, proposing), propose(database.pool, proposing)]);
    await expect(propose(database.pool, { ...proposing, reason: '其他' })).rejects.toMatchObject({
      code: 'REQUEST_REUSED',
    });
    await reject(database.pool, { revisionId: proposing.revisionId, by: second, remark: '无需' });
  });

  test('closes no day twice and opens none that is open', async () => {
    await approved(closing('2031-02-13'));
    await expect(proposed(closing('2031-02-13'))).rejects.toMatchObject({ code: 'MALFORMED' });
    await expect(proposed(opening('2031-02-14'))).rejects.toMatchObject({ code: 'MALFORMED' });
  });
});

describe('who decides', () => {
  test('is a second person, whatever posts the first one holds', async () => {
    const revisionId = await proposed(closing('2031-03-04'));
    const asOther = { ...second, personId: proposer.personId };
    for (const by of [proposer, asOther]) {
      await expect(approve(database.pool, { revisionId, by, remark: null })).rejects.toMatchObject({
        code: 'SEPARATION',
      });
      await expect(reject(database.pool, { revisionId, by, remark: null })).rejects.toMatchObject({
        code: 'SEPARATION',
      });
    }
    await expect(
      database.pool.query(
        `UPDATE revision SET state = 'applied', decided_at = now(), decided_by = proposed_by, decided_post = proposed_post, decider = proposer WHERE id = $1`,
        [revisionId],
      ),
    ).rejects.toThrow('revision_second_person');
    await expect(withdraw(database.pool, { revisionId, by: second, remark: null })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await withdraw(database.pool, { revisionId, by: proposer, remark: null });
  });

  test('decides once, and on a preview of the calendar as it is', async () => {
    const [one, other] = [await proposed(closing('2031-03-05')), await proposed(closing('2031-03-06'))];
    const deciding = { by: second, remark: null };
    const both = await Promise.allSettled([
      approve(database.pool, { revisionId: one, ...deciding }),
      approve(database.pool, { revisionId: one, ...deciding }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(approve(database.pool, { revisionId: other, ...deciding })).rejects.toMatchObject({
      code: 'STALE_PREVIEW',
    });
    await previewAgain(database.pool, { revisionId: other, by: second });
    await approve(database.pool, { revisionId: other, ...deciding });
    await expect(previewAgain(database.pool, { revisionId: other, by: second })).rejects.toMatchObject({
      code: 'REVISION_DECIDED',
    });
    await expect(approve(database.pool, { revisionId: randomUUID(), ...deciding })).rejects.toMatchObject({
      code: 'NO_SUCH_REVISION',
    });
  });
});

describe('an approved revision', () => {
  test('gives every open limit the day that the new calendar counts, and appends one row that says who and why', async () => {
    const moved = await RecordedCase.open(database.pool, { at: at('2029-04-09') });
    const still = await RecordedCase.open(database.pool, { at: at('2029-05-21') });
    const revisionId = await approved(closing('2029-04-11', '2029-04-12'));
    expect(await daysIn(moved.caseId)).toEqual({ intake: '2029-04-18' });
    expect(await versionOf(still.caseId)).toBe(1);
    const row = await selectOne(database.pool, {
      text: `SELECT version, kind, person_name, input -> 'reason' AS reason, input -> 'revision' AS revision, dues FROM case_event
        WHERE case_id = $1 ORDER BY version DESC LIMIT 1`,
      values: [moved.caseId],
    });
    expect(row).toEqual({
      ...{ version: 2, kind: 'redate', person_name: people.find(({ id }) => id === second.personId)?.name },
      ...{ reason: '临时停止办公', revision: revisionId, dues: { intake: '2029-04-18T16:00:00.000Z' } },
    });
    expect(await verifyCase(database.pool, moved.caseId)).toEqual([]);
  });

  test('is adopted by a runner that knows nothing of it, whose next turn counts with the new calendar', async () => {
    const recorded = await RecordedCase.open(database.pool, { at: at('2029-07-02') });
    await approved(closing('2029-07-04'));
    await recorded.answer('intake', 'accept', { at: at('2029-07-03') });
    expect(await versionOf(recorded.caseId)).toBe(3);
    expect(await verifyCase(database.pool, recorded.caseId)).toEqual([]);
    const again = await RecordedCase.resume(database.pool, recorded.caseId);
    expect(again.committed.version).toBe(3);
  });

  test('edge case 9: confirms what was 预计, without moving it, and says so in the ledger', async () => {
    const { caseId } = await RecordedCase.open(database.pool, { at: at('2026-12-28') });
    expect(await limits(caseId)).toMatchObject([{ on: '2027-01-05', provisional: true }]);
    const revisionId = await approved(notice2027());
    expect(await limits(caseId)).toMatchObject([
      { on: '2027-01-05', provisional: false, why: { calendar: ['2026#1', '2027#1'] } },
    ]);
    expect(await changesOf(revisionId)).toMatchObject([{ case_id: caseId, shift: 'confirmed' }]);
  });

  test('edge case 10: keeps the day that a served document prints when it is the later one, and whatever is counted afterwards keeps it', async () => {
    const recorded = await RecordedCase.open(database.pool, { at: at('2027-09-27'), procedure: ordinaryPermit });
    const { caseId } = recorded;
    await recorded.answer('intake', 'requestSupplement', { at: at('2027-09-28') });
    const { supplement } = await daysIn(caseId);
    const printed = await selectOne(database.pool, {
      text: `SELECT fields -> 'dates' AS dates FROM document WHERE case_id = $1 AND type = 'supplementNotice'`,
      values: [caseId],
    });
    expect(printed).toEqual({ dates: { supplement } });
    await approved(notice2027(['2027-10-02', '2027-10-03']));
    expect(await limits(caseId)).toMatchObject([
      { key: 'supplement', on: supplement, why: { kept: { on: supplement, ground: 'printed' } } },
    ]);
    const resumed = await RecordedCase.resume(database.pool, caseId, ordinaryPermit);
    expect(resumed.committed.version).toBe(3);
  });

  test('leaves a case alone whose dates it does not move, whatever edition they were counted with', async () => {
    const { caseId } = await RecordedCase.open(database.pool, { at: at('2027-03-01') });
    await approved(notice2027(['2027-10-02']));
    expect(await versionOf(caseId)).toBe(1);
  });

  test('stops a lapse whose timer knows only the old day', async () => {
    const today = civilDateOf(instant(Date.now()));
    const calendar = await calendarOf(database.pool, 'CQ');
    const recorded = await RecordedCase.open(database.pool, { at: at(calendar.subtractWorkingDays(today, 7)) });
    const { nextLapse } = recorded.committed;
    if (nextLapse === null) throw new Error('the intake of an application lapses');
    const days = Array.from({ length: 6 }, (_, ago) => calendar.subtractWorkingDays(today, ago + 1));
    await approved(closing(...days));
    await expect(recorded.submit(lapseOf(nextLapse))).rejects.toMatchObject({ refusal: { code: 'STALE_DUTY' } });
    expect(await versionOf(recorded.caseId)).toBe(2);
    await approved(opening(...days));
  });

  test('waits for whoever is writing to a case, and they for it', async () => {
    const cases = await Promise.all(
      Array.from({ length: 12 }, () => RecordedCase.open(database.pool, { at: at('2029-08-06') })),
    );
    const revisionId = await proposed(closing('2029-08-08'));
    const by = actorOf('WIN');
    const claims = cases.map(async ({ caseId }) => {
      for (let round = 0; round < 4; round += 1) {
        await claim(database.pool, { caseId, duty: 'intake', by });
        await release(database.pool, { caseId, duty: 'intake', by });
      }
    });
    await Promise.all([approve(database.pool, { revisionId, by: second, remark: null }), ...claims]);
    for (const { caseId } of cases) expect(await verifyCase(database.pool, caseId)).toEqual([]);
  });
});

describe('who hears of a revision', () => {
  test('is the workflow of every case that it moved, by one message', async () => {
    const { caseId } = await RecordedCase.open(database.pool, { at: at('2029-06-04') });
    await approved(closing('2029-06-06'));
    expect(
      await select(database.pool, { text: 'SELECT kind, version FROM outbox WHERE case_id = $1', values: [caseId] }),
    ).toEqual([{ kind: 'ledgerGrew', version: 2 }]);
  });

  test('is whoever owes what it moved, and the enterprise, once, and nobody of what stays', async () => {
    const cases = [1, 2].map(() => RecordedCase.open(database.pool, { at: at('2029-06-18') }));
    const [one] = await Promise.all(cases);
    const revisionId = await approved(closing('2029-06-20'));
    const told = await select<{ role: string; cases: number; caseId: string | null }>(database.pool, {
      text: `SELECT DISTINCT o.role, m.cases, m.case_id AS "caseId" FROM message m JOIN post o ON o.id = m.post_id WHERE m.revision_id = $1 ORDER BY role`,
      values: [revisionId],
    });
    expect(told).toEqual([
      { role: 'APP', cases: 2, caseId: null },
      { role: 'WIN', cases: 2, caseId: null },
    ]);
    const { rows } = await messagesOf(database.pool, actorOf('WIN').postId, 1);
    expect(rows).toMatchObject([{ kind: 'revision', reason: '临时停止办公', cases: 2, caseId: null, readAt: null }]);
    await one?.answer('intake', 'accept');
    const next = await approved(closing('2031-06-03'));
    const nobody = await select(database.pool, { text: 'SELECT FROM message WHERE revision_id = $1', values: [next] });
    expect(nobody).toEqual([]);
  });
});

test('after any revisions, every open limit stands on the day that its own explanation counts to under the calendar in force', async () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 6 });
  const starts = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 3 });
  let year = 2032;
  await fc.assert(
    fc.asyncProperty(days, starts, fc.boolean(), async (closed, opened, undone) => {
      year += 1; // so that no run finds the days of another closed
      const from = civilDate(`${year}-03-01`);
      for (const after of opened) await RecordedCase.open(database.pool, { at: at(addDays(from, after)) });
      const names = closed.map((after) => addDays(from, after));
      await approved(closing(...names));
      if (undone) await approved(opening(...names.slice(0, 2)));
      const calendar = await calendarOf(database.pool, 'CQ');
      for (const limited of await limits()) {
        if (limited.province !== 'CQ') continue;
        const { startOn, limit, extensions, spans, kept } = limited.why;
        const { startAt, key } = limited;
        const due: Due = dueOf({ key, limit, extensions, startOn, startAt, spans, kept }, calendar);
        expect({ on: limited.on, at: limited.at }).toEqual({ on: due.on, at: due.at });
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);
