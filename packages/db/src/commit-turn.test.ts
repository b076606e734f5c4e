import { randomUUID } from 'node:crypto';
import { addHours, instant } from '@lianban/domain/civil-date';
import { lapseOf } from '@lianban/workflows/kernel/lapse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitTurn } from './commit-turn.ts';
import { loadRows, openingOf } from './load-rows.ts';
import { select, selectOne } from './queryable.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, DRUGSTORE, fileApplication, RecordedCase, turnOf } from './testing/recorded-case.ts';
import { verifyCase } from './verify-chain.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const query = <T extends object>(text: string, ...values: unknown[]) => select<T>(database.pool, { text, values });

describe('opening a case', () => {
  test('writes ledger, case, duties, documents and submission in one go', async () => {
    const { caseId, committed } = await RecordedCase.open(database.pool);
    expect(committed.version).toBe(1);
    const [file] = await query<{ number: string; state: string; enterprise_id: string }>(
      'SELECT * FROM case_file WHERE case_id = $1',
      caseId,
    );
    expect(file).toMatchObject({ state: 'open', enterprise_id: DRUGSTORE });
    expect(file?.number).toMatch(/^渝告承〔\d{4}〕\d{4}$/);
    const duties = await query(
      'SELECT key, kind, role, unit_id, state FROM duty WHERE case_id = $1 ORDER BY key',
      caseId,
    );
    expect(duties).toEqual([
      { key: 'intake', kind: 'duty', role: 'WIN', unit_id: 'cq-service-centre', state: 'open' },
      { key: 'withdraw', kind: 'right', role: 'APP', unit_id: null, state: 'open' },
    ]);
    const documents = await query<{ type: string; number: string | null }>(
      'SELECT type, number FROM document WHERE case_id = $1 ORDER BY position',
      caseId,
    );
    expect(documents.map(({ type }) => type)).toEqual(['creditCheckRecord', 'notice', 'commitment']);
    expect(documents[1]?.number).toMatch(/^渝药监告〔\d{4}〕\d+号$/);
    expect(await query('SELECT state, version FROM submission WHERE case_id = $1', caseId)).toEqual([
      { state: 'recorded', version: 1 },
    ]);
  });

  test('is refused when no application was received', async () => {
    const caseId = await fileApplication(database.pool);
    const opening = await openingOf(database.pool, caseId);
    if (opening === null) throw new Error('no opening');
    await expect(commitTurn(database.pool, turnOf(randomUUID(), 1, opening))).rejects.toMatchObject({
      code: 'NO_SUCH_CASE',
    });
  });

  test('stores every due date with its explanation', async () => {
    const { caseId } = await RecordedCase.open(database.pool);
    const { why, due_on, due_at } = await selectOne<{
      why: { limit: unknown; startOn: string };
      due_on: string;
      due_at: string;
    }>(database.pool, {
      text: `SELECT why, due_on, due_at FROM duty WHERE case_id = $1 AND key = 'intake'`,
      values: [caseId],
    });
    expect(why.limit).toEqual({ workingDays: 5 });
    expect(due_at.slice(0, 10)).toBe(due_on);
  });
});

describe('append or adopt', () => {
  test('hands back the standing row to a second writer, who draws no number', async () => {
    const caseId = await fileApplication(database.pool);
    const [one, other] = await Promise.all([
      RecordedCase.resume(database.pool, caseId),
      RecordedCase.resume(database.pool, caseId),
    ]);
    expect(one.committed).toEqual(other.committed);
    expect(await loadRows(database.pool, caseId)).toHaveLength(1);
  });

  test('an answer recorded by another writer is adopted and then acknowledged alike', async () => {
    const one = await RecordedCase.open(database.pool);
    const other = await RecordedCase.resume(database.pool, one.caseId);
    await one.answer('intake', 'accept');
    const input = (await loadRows(database.pool, one.caseId))[1]?.input;
    if (input === undefined) throw new Error('no row');
    expect((await other.submit(input)).version).toBe(2);
    expect(await loadRows(database.pool, one.caseId)).toHaveLength(2);
  });

  test('refuses a version whose predecessor is missing', async () => {
    const { caseId } = await RecordedCase.open(database.pool);
    const input = { kind: 'lapse' as const, requestId: 'x', at: instant(0), duty: 'intake', due: instant(0) };
    await expect(commitTurn(database.pool, turnOf(caseId, 3, input))).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  test('refuses to settle a duty that the record does not hold open, and writes nothing', async () => {
    const { caseId } = await RecordedCase.open(database.pool);
    const input = { kind: 'lapse' as const, requestId: 'x', at: instant(0), duty: 'intake', due: instant(0) };
    const turn = turnOf(caseId, 2, input, [{ type: 'settled', key: 'nowhere', outcome: 'lapsed', flow: {} }]);
    await expect(commitTurn(database.pool, turn)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await loadRows(database.pool, caseId)).toHaveLength(1);
  });
});

describe('a whole life', () => {
  test('is projected, numbered and chained', async () => {
    const life = await RecordedCase.open(database.pool);
    await life.answer('intake', 'accept');
    await life.answer('propose', 'proposeGrant');
    await life.answer('decide', 'grant');
    await life.answer('deliver', 'delivered');
    const [licence] = await query<{ number: string; state: string }>(
      'SELECT number, state, valid_from, valid_to FROM licence WHERE case_id = $1',
      life.caseId,
    );
    expect(licence?.state).toBe('valid');
    expect(licence?.number).toMatch(/^渝药零\d{8}$/);
    const [file] = await query<{ acceptance_number: string }>(
      'SELECT acceptance_number FROM case_file WHERE case_id = $1',
      life.caseId,
    );
    expect(file?.acceptance_number).toMatch(/^渝药监受〔\d{4}〕\d+号$/);
    await life.answer('verify', 'falseCommitment');
    await life.answer('proposeNotice', 'propose');
    await life.answer('giveNotice', 'give');
    const spans = await query('SELECT clock, kind, reason, to_on FROM clock_span WHERE case_id = $1', life.caseId);
    expect(spans).toEqual([{ clock: 'revocation', kind: 'excluded', reason: 'representations', to_on: null }]);
    const [clock] = await query<{ due_at: string | null; why: object }>(
      `SELECT due_at, why FROM clock WHERE case_id = $1 AND name = 'revocation'`,
      life.caseId,
    );
    expect(clock?.due_at).toBeNull();
    expect(clock?.why).not.toBeNull();
    await life.answer('makeStatement', 'state');
    await life.answer('requestHearing', 'waive');
    await life.answer('weighStatement', 'rejected');
    await life.answer('draftRevocation', 'proposeRevocation');
    await life.answer('approveRevocation', 'approve');
    await life.answer('decideRevocation', 'revoke');
    expect(await query('SELECT ground, bars_commitment FROM credit_record WHERE case_id = $1', life.caseId)).toEqual([
      { ground: 'falseCommitment', bars_commitment: true },
    ]);
    expect(await query('SELECT state FROM licence WHERE case_id = $1', life.caseId)).toEqual([{ state: 'revoked' }]);
    expect(await query('SELECT stopped_version IS NULL AS running FROM clock WHERE case_id = $1', life.caseId)).toEqual(
      [{ running: false }, { running: false }],
    );
    await life.answer('publishDeregistration', 'done');
    await life.answer('enterCredit', 'done');
    expect(life.committed.closed).toBe('revoked');
    expect(await query(`SELECT key FROM duty WHERE case_id = $1 AND state = 'open'`, life.caseId)).toEqual([]);
    expect(await query('SELECT state, ending FROM case_file WHERE case_id = $1', life.caseId)).toEqual([
      { state: 'closed', ending: 'revoked' },
    ]);
    expect(await verifyCase(database.pool, life.caseId)).toEqual([]);
  });

  test('can be folded again from the ledger alone', async () => {
    const life = await RecordedCase.open(database.pool);
    await life.answer('intake', 'requestSupplement');
    await life.answer('supplement', 'submit');
    const again = await RecordedCase.resume(database.pool, life.caseId);
    expect(again.committed).toEqual(life.committed);
  });

  test('a case that leaves the commitment route sends one message that names what goes on', async () => {
    const life = await RecordedCase.open(database.pool, { opening: { gate: 'barred' } });
    expect(life.committed.closed).toBe('converted');
    const messages = await query<{ payload: object }>(
      'SELECT kind, payload FROM outbox WHERE case_id = $1',
      life.caseId,
    );
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      kind: 'openCase',
      payload: {
        procedure: 'ordinary-permit',
        conversion: { caseId: life.caseId, acceptedOn: null, falsitySuspected: false },
      },
    });
  });
});

describe('a lapse', () => {
  const long = instant('2026-03-02T02:00:00Z');

  test('waits while an answer received in time is still being recorded', async () => {
    const life = await RecordedCase.open(database.pool, { at: long });
    const next = life.committed.nextLapse;
    if (next === null) throw new Error('nothing lapses');
    const by = actorOf('WIN');
    await query(
      `INSERT INTO submission (request_id, content_hash, kind, case_id, duty, outcome, payload, form, received_at, received_on, person_id, post_id, role)
       VALUES ($1, 'test', 'answer', $2, $3, 'accept', '{}', '{}', $4, '2026-03-09', $5, $6, 'WIN')`,
      randomUUID(),
      life.caseId,
      next.duty,
      addHours(next.due, -1),
      by.personId,
      by.postId,
    );
    const lapse = lapseOf(next);
    expect(await commitTurn(database.pool, turnOf(life.caseId, 2, lapse))).toEqual({ tag: 'deferred' });
    await query(
      `UPDATE submission SET state = 'refused', refusal = '{}' WHERE case_id = $1 AND kind = 'answer'`,
      life.caseId,
    );
    expect((await life.submit(lapse)).version).toBe(2);
    expect(
      await query(`SELECT state, outcome FROM duty WHERE case_id = $1 AND key = $2`, life.caseId, next.duty),
    ).toEqual([{ state: 'lapsed', outcome: 'lapsed' }]);
  });

  test('waits until the clock of the database has reached the due instant', async () => {
    const life = await RecordedCase.open(database.pool);
    const next = life.committed.nextLapse;
    if (next === null) throw new Error('nothing lapses');
    const lapse = lapseOf(next);
    expect(await commitTurn(database.pool, turnOf(life.caseId, 2, lapse))).toEqual({ tag: 'deferred' });
  });
});
