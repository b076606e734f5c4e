import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { RecordedCase } from './testing/recorded-case.ts';
import { verifyCase } from './verify-chain.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function lifeOfThree(): Promise<string> {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  await life.answer('propose', 'proposeGrant');
  return life.caseId;
}

/** What somebody with every right on the server could do: the triggers are switched off for this transaction. */
async function tamper(work: (client: PoolClient) => Promise<unknown>): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN; SET LOCAL session_replication_role = 'replica'");
    await work(client);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

describe('the append-only tables refuse', () => {
  test.each([
    ['a change of the ledger', `UPDATE case_event SET digest = 'other'`],
    ['a deletion from the ledger', 'DELETE FROM case_event'],
    ['emptying the ledger', 'TRUNCATE case_event'],
    ['a change of the audit', `UPDATE audit SET action = 'other'`],
    ['a deletion from the audit', 'DELETE FROM audit'],
    ['emptying the audit', 'TRUNCATE audit'],
  ])('%s', async (_, sql) => {
    await lifeOfThree();
    await expect(database.pool.query(sql)).rejects.toMatchObject({ code: '23001' });
  });

  test('a second settlement of a duty', async () => {
    const caseId = await lifeOfThree();
    await expect(
      database.pool.query(`UPDATE duty SET outcome = 'other' WHERE case_id = $1 AND key = 'intake'`, [caseId]),
    ).rejects.toMatchObject({ code: '23001' });
  });

  test('a duty that is in no place or in two', async () => {
    const caseId = await lifeOfThree();
    for (const place of ['unit_id = NULL', `enterprise_id = '${randomUUID()}'`]) {
      await expect(
        database.pool.query(`UPDATE duty SET ${place} WHERE case_id = $1 AND key = 'decide'`, [caseId]),
      ).rejects.toMatchObject({ code: '23514' });
    }
  });
});

describe('verification', () => {
  test('finds nothing in what was left alone', async () => {
    expect(await verifyCase(database.pool, await lifeOfThree())).toEqual([]);
  });

  test.each([
    [
      'an altered act',
      `UPDATE case_event SET input = jsonb_set(input, '{outcome}', '"refuse"') WHERE case_id = $1 AND version = 2`,
      [{ chain: 'ledger', position: 2, what: 'altered' }],
    ],
    [
      'an altered due date',
      `UPDATE case_event SET dues = '{}' WHERE case_id = $1 AND version = 1`,
      [{ chain: 'ledger', position: 1, what: 'altered' }],
    ],
    [
      'an altered instant',
      `UPDATE case_event SET at = at - interval '1 day' WHERE case_id = $1 AND version = 2`,
      [{ chain: 'ledger', position: 2, what: 'unaudited' }],
    ],
    [
      'a removed last turn',
      'DELETE FROM case_event WHERE case_id = $1 AND version = 3',
      [{ chain: 'ledger', position: 3, what: 'missing' }],
    ],
    [
      'a removed turn',
      'DELETE FROM case_event WHERE case_id = $1 AND version = 2',
      [
        { chain: 'ledger', position: 2, what: 'missing' },
        { chain: 'ledger', position: 3, what: 'missing' },
      ],
    ],
    [
      'an altered audit',
      `UPDATE audit SET person_id = post_id WHERE stream = 'case:' || $1 AND position = 2`,
      [{ chain: 'audit', position: 2, what: 'altered' }],
    ],
  ])('finds %s', async (_, sql, breaks) => {
    const caseId = await lifeOfThree();
    await tamper((client) => client.query(sql, [caseId]));
    expect(await verifyCase(database.pool, caseId)).toEqual(breaks);
  });

  test('finds a turn that was rewritten together with its own hash', async () => {
    const caseId = await lifeOfThree();
    await tamper((client) =>
      client.query("UPDATE case_event SET hash = repeat('0', 64) WHERE case_id = $1 AND version = 1", [caseId]),
    );
    expect((await verifyCase(database.pool, caseId))[0]).toMatchObject({ chain: 'ledger', position: 1 });
  });
});
