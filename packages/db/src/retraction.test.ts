import { randomUUID } from 'node:crypto';
import { addDays, addHours, civilDateOf, instant, startOfDay } from '@lianban/domain/civil-date';
import { foldLedger } from '@lianban/workflows/kernel/fold';
import { lapseOf } from '@lianban/workflows/kernel/lapse';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from './audit.ts';
import { claim } from './claim.ts';
import { commitTurn } from './commit-turn.ts';
import { sweepLadder } from './ladder/sweep.ts';
import { loadRows } from './load-rows.ts';
import { caseRecord } from './queries/case-page.ts';
import { select, selectOne } from './queryable.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, RecordedCase, turnOf } from './testing/recorded-case.ts';
import { approved } from './testing/revising.ts';
import { verifyCase } from './verify-chain.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const query = <T extends object>(text: string, ...values: unknown[]) => select<T>(database.pool, { text, values });
const officer = actorOf('OFF');
/** The proposal of an accepted case stands in row 3, when it has been made. */
const proposal = { duty: 'propose', version: 3 };

async function proposed(): Promise<RecordedCase> {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  await life.answer('propose', 'proposeGrant');
  return life;
}
const dutyOf = ({ caseId }: RecordedCase, key: string) =>
  selectOne<Record<string, unknown>>(database.pool, {
    text: `SELECT state, outcome, settled_at, settled_version, start_on, due_on, due_at, opened_version, claimed_by_person
      FROM duty WHERE case_id = $1 AND key = $2`,
    values: [caseId, key],
  });

describe('an act that is taken back', () => {
  test('leaves its duty open as it was, with the last day that it had, and what it opened cancelled', async () => {
    const life = await RecordedCase.open(database.pool);
    await life.answer('intake', 'accept');
    const before = await dutyOf(life, 'propose');
    await life.answer('propose', 'proposeGrant');
    await claim(database.pool, { caseId: life.caseId, duty: 'decide', by: actorOf('SEC') });
    await life.retract(proposal, { by: officer });
    expect(await dutyOf(life, 'propose')).toEqual(before);
    expect(await dutyOf(life, 'decide')).toMatchObject({ state: 'cancelled', outcome: null, settled_version: 4 });
    await life.answer('propose', 'proposeRefusal');
    expect(await dutyOf(life, 'decide#2')).toMatchObject({ state: 'open', claimed_by_person: null });
  });

  test('is held by whoever had taken it', async () => {
    const life = await RecordedCase.open(database.pool);
    await life.answer('intake', 'accept');
    await claim(database.pool, { caseId: life.caseId, duty: 'propose', by: officer });
    await life.answer('propose', 'proposeGrant');
    await life.retract(proposal, { by: officer });
    expect(await dutyOf(life, 'propose')).toMatchObject({ claimed_by_person: officer.personId });
  });

  test('is in the ledger and the trail, which hold together and fold to what is open', async () => {
    const life = await proposed();
    await life.retract(proposal, { by: officer });
    expect(await verifyCase(database.pool, life.caseId)).toEqual([]);
    const rows = await auditOf(database.pool, `case:${life.caseId}`);
    expect(rows.at(-1)).toMatchObject({
      action: 'case.retract',
      detail: { version: 4, duty: 'propose', retracted: 3 },
    });
    const kernel = await foldLedger(informedCommitment, await loadRows(database.pool, life.caseId));
    const open = await query<{ key: string }>(
      `SELECT key FROM duty WHERE case_id = $1 AND state = 'open' ORDER BY key`,
      life.caseId,
    );
    expect(open.map(({ key }) => key)).toEqual(
      kernel
        .openDuties()
        .map(({ key }) => key)
        .sort(),
    );
    expect(
      await query(
        'SELECT kind, state, version FROM submission WHERE case_id = $1 AND kind = $2',
        life.caseId,
        'retract',
      ),
    ).toEqual([{ kind: 'retract', state: 'recorded', version: 4 }]);
  });

  test('is told with who, when and why, and its papers stay in the file as taken back', async () => {
    const life = await proposed();
    await life.retract(proposal, { by: officer });
    const place = { province: 'CQ', unitIds: ['cq-permits'], enterpriseId: null } as const;
    const scope = { personId: officer.personId, role: 'OFF', ...place } as const;
    const record = await caseRecord(database.pool, life.caseId, scope);
    expect(record?.events[2]).toMatchObject({ retracted: { version: 4, by: '周敏', reason: '选错了办理方式' } });
    expect(record?.events[3]).toMatchObject({
      kind: 'retract',
      step: 'propose',
      reason: '选错了办理方式',
      retracted: null,
    });
    const opinion = record?.documents.find(({ type }) => type === 'draftOpinion');
    expect(opinion).toMatchObject({ version: 3, isRetracted: true });
    expect(record?.documents.filter(({ isRetracted }) => isRetracted)).toHaveLength(1);
  });

  test('has the last day that it would have, had it stayed open while the calendar was revised', async () => {
    const [life, open] = [await proposed(), await RecordedCase.open(database.pool)];
    await open.answer('intake', 'accept');
    const on = addDays(civilDateOf(instant(Date.now())), 1);
    await approved(database.pool, { kind: 'closures', province: 'CQ', add: [{ on, name: '停止办公' }], remove: [] });
    await life.retract(proposal, { by: officer });
    const [back, stayed] = [await dutyOf(life, 'propose'), await dutyOf(open, 'propose')];
    expect([back['due_on'], back['due_at']]).toEqual([stayed['due_on'], stayed['due_at']]);
  });
});

describe('a silence on what the act had opened', () => {
  const due = addHours(instant(Date.now()), -1);
  const lapse = lapseOf({ duty: 'decide', due });
  let life: RecordedCase;
  beforeEach(async () => {
    life = await proposed();
    await query(`UPDATE duty SET lapses = true, due_at = $2 WHERE case_id = $1 AND key = 'decide'`, life.caseId, due);
  });
  /** What becomes of the silence while a taking back that came in so many hours from its moment is not recorded yet. */
  const silence = async (hours: number): Promise<string> => {
    await query(
      `INSERT INTO submission (request_id, content_hash, kind, case_id, duty, payload, form, received_at, received_on, person_id, post_id, role)
       VALUES ($1, 'test', 'retract', $2, $3, $4, '{"reason": "选错了"}', $5, $6, $7, $8, 'OFF')`,
      ...[randomUUID(), life.caseId, proposal.duty, { version: proposal.version }, addHours(due, hours)],
      ...[civilDateOf(due), officer.personId, officer.postId],
    );
    return (await commitTurn(database.pool, turnOf(life.caseId, 4, lapse))).tag;
  };

  test('waits while a taking back that was received in time is being recorded', async () => {
    expect(await silence(-1)).toBe('deferred');
  });

  test('does not wait for one that came too late', async () => {
    expect(await silence(0)).toBe('stands');
  });

  test('does not wait once that is recorded or refused', async () => {
    expect(await silence(-1)).toBe('deferred');
    await query(
      `UPDATE submission SET state = 'refused', refusal = '{}' WHERE case_id = $1 AND kind = 'retract'`,
      life.caseId,
    );
    expect((await commitTurn(database.pool, turnOf(life.caseId, 4, lapse))).tag).toBe('stands');
  });

  test('does not wait for one of an act that came after it and did not open it', async () => {
    await query(`UPDATE duty SET opened_version = 2 WHERE case_id = $1 AND key = 'decide'`, life.caseId);
    expect(await silence(-1)).toBe('stands');
  });
});

describe('the reminder ladder of what is open again', () => {
  const sent = ({ caseId }: RecordedCase) =>
    query<{ rung: string; number: number }>(
      `SELECT rung, number FROM reminder WHERE case_id = $1 AND key = 'propose' ORDER BY for_at`,
      caseId,
    );

  test('sends nothing twice, and goes on with what is still to come', async () => {
    const life = await RecordedCase.open(database.pool);
    await life.answer('intake', 'accept');
    const { due_on: last } = await selectOne<{ due_on: Parameters<typeof addDays>[0] }>(database.pool, {
      text: `SELECT due_on FROM duty WHERE case_id = $1 AND key = 'propose'`,
      values: [life.caseId],
    });
    await sweepLadder(database.pool, { now: startOfDay(addDays(last, 2)) });
    const before = await sent(life);
    expect(before.length).toBeGreaterThan(0);
    await life.answer('propose', 'proposeGrant');
    await sweepLadder(database.pool, { now: startOfDay(addDays(last, 20)) });
    await life.retract(proposal, { by: officer });
    await sweepLadder(database.pool, { now: startOfDay(addDays(last, 2)) });
    expect(await sent(life)).toEqual(before);
    await sweepLadder(database.pool, { now: startOfDay(addDays(last, 20)) });
    const after = await sent(life);
    expect(after.length).toBeGreaterThan(before.length);
    expect(new Set(after.map(({ rung, number }) => `${rung}${number}`)).size).toBe(after.length);
  });
});

describe('the record opens nothing again by itself', () => {
  const reopen = `UPDATE duty SET state = 'open', outcome = NULL, settled_at = NULL, settled_version = NULL WHERE case_id = $1 AND key = 'propose'`;

  test('a settled duty of which the ledger says nothing stays settled', async () => {
    const { caseId } = await proposed();
    await expect(query(reopen, caseId)).rejects.toThrow('a duty is settled once');
  });

  test('one that was opened again and settled since stays settled', async () => {
    const life = await proposed();
    await life.retract(proposal, { by: officer });
    await life.answer('propose', 'proposeGrant');
    await expect(query(reopen, life.caseId)).rejects.toThrow('a duty is settled once');
  });

  test('a row of the ledger is taken back once', async () => {
    const life = await proposed();
    await life.retract(proposal, { by: officer });
    await expect(
      query(
        `INSERT INTO case_event SELECT (jsonb_populate_record(NULL::case_event, to_jsonb(e) || '{"version": 5, "request_id": "other"}')).*
          FROM case_event e WHERE case_id = $1 AND version = 4`,
        life.caseId,
      ),
    ).rejects.toThrow('case_event_retracted_once');
  });
});
