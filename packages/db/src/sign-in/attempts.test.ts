import { afterAll, beforeAll, expect, test } from 'vitest';
import { personStream } from '../audit.ts';
import { lockStream } from '../locks.ts';
import { select } from '../queryable.ts';
import { people } from '../seed/people.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { waitsForLock } from '../testing/waits-for-lock.ts';
import { auditAttempts } from './attempts.ts';
import { countFailure } from './tally.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const blocking = { windowMinutes: 15, blockMinutes: 15, longestBlockMinutes: 60, forgottenAfterHours: 24 };

test('somebody comes in while the attempts of strangers are being written into the trail [ASVS v5.0.0-6.1.1]', async () => {
  const personId = people[0]?.id ?? '';
  const by = { personId, address: '192.0.2.1' };
  await countFailure(database.pool, [{ key: 'a stranger’s', allowed: 5 }], { by, blocking });
  const entering = await database.pool.connect();
  try {
    await entering.query(`BEGIN; ${lockStream(personStream(personId))}`);
    const written = auditAttempts(database.pool);
    expect(await waitsForLock(database.pool)).toBe(true);
    // What openSession does with the account while it holds the chain.
    await entering.query(`SET LOCAL lock_timeout = '1s'`);
    const text = 'UPDATE credential SET signed_in_at = clock_timestamp(), failed_attempts = 0 WHERE person_id = $1';
    await entering.query(text, [personId]);
    await entering.query('COMMIT');
    await written;
  } finally {
    entering.release();
  }
  const left = `SELECT failed_attempts AS failed FROM credential WHERE person_id = $1`;
  expect(await select(database.pool, { text: left, values: [personId] })).toEqual([{ failed: 0 }]);
  expect(await select(database.pool, { text: 'SELECT FROM sign_in_attempt' })).toEqual([]);
});
