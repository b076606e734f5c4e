import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { RecordedCase } from './testing/recorded-case.ts';

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

describe('the append-only tables refuse', () => {
  test.each([
    ['a change of the ledger', `UPDATE case_event SET digest = 'other'`],
    ['a deletion from the ledger', 'DELETE FROM case_event'],
    ['emptying the ledger', 'TRUNCATE case_event'],
    ['a change of the audit', `UPDATE audit SET action = 'other'`],
    ['a deletion from the audit', 'DELETE FROM audit'],
    ['emptying the audit', 'TRUNCATE audit'],
    ['moving the end of a chain back', 'UPDATE audit_head SET position = position - 1'],
    ['another hash at the end of a chain', `UPDATE audit_head SET hash = 'other'`],
    ['removing the end of a chain', 'DELETE FROM audit_head'],
    ['emptying the ends of the chains', 'TRUNCATE audit_head'],
  ])('%s [ASVS v5.0.0-16.4.2]', async (_, sql) => {
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
