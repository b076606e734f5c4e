import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '../seed/people.ts';
import { select } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { waitsForLock } from '../testing/waits-for-lock.ts';
import { openSession, type Opening } from './open-session.ts';
import { blockedFor, countFailure, removeOldTallies } from './tally.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const blocking = { windowMinutes: 15, blockMinutes: 15, longestBlockMinutes: 60, forgottenAfterHours: 24 };
const stranger = { personId: null, address: '192.0.2.1' };
const fail = (db: Parameters<typeof countFailure>[0], key: string, allowed = 5): Promise<void> =>
  countFailure(db, [{ key, allowed }], { by: stranger, blocking });
const secondsOf = (key: string): Promise<number | null> => blockedFor(database.pool, [key], stranger);

function openingOn(ownTally: string, addressTally: string | null = null): Opening {
  const [person] = people;
  const [post] = person?.posts ?? [];
  return {
    ...{ personId: person?.id ?? '', postId: post?.id ?? '', tokenHash: `token-${ownTally}`, deviceHash: 'device' },
    ...{
      address: '192.0.2.1',
      browser: null,
      idleMinutes: 30,
      absoluteHours: 12,
      mustChangePassword: false,
      method: 'password' as const,
    },
    ...{ ownTally, addressTally, proof: null },
  };
}

test.each([['of the account'], ['of the address']])(
  'a right password does not overtake the failure that blocks the tally %s [ASVS v5.0.0-6.3.1]',
  async (whose) => {
    const key = `racing ${whose}`;
    for (let n = 0; n < 4; n += 1) await fail(database.pool, key);
    const guess = await database.pool.connect();
    try {
      await guess.query('BEGIN');
      await fail(guess, key);
      const entering = openSession(
        database.pool,
        whose === 'of the account' ? openingOn(key) : openingOn('nobody’s', key),
      );
      const waited = await Promise.race([entering.then(() => 'entered'), waitsForLock(database.pool)]);
      await guess.query('COMMIT');
      expect(waited).toBe(true);
      expect(await entering).toBe('blocked');
    } finally {
      guess.release();
    }
    expect(
      await select(database.pool, { text: 'SELECT FROM session WHERE token_hash LIKE $1', values: [`%racing%`] }),
    ).toEqual([]);
  },
);

test('failures counted at once are all counted, and a blocked tally is not written any more [ASVS v5.0.0-6.3.1]', async () => {
  await Promise.all(Array.from({ length: 30 }, () => fail(database.pool, 'at once', 1_000)));
  const rows = await select(database.pool, { text: `SELECT failures FROM sign_in_tally WHERE key = 'at once'` });
  expect(rows).toEqual([{ failures: 30 }]);
  await Promise.all(Array.from({ length: 12 }, () => fail(database.pool, 'flooded')));
  const flooded = await select(database.pool, {
    text: `SELECT failures, blocks FROM sign_in_tally WHERE key = 'flooded'`,
  });
  expect(flooded).toEqual([{ failures: 5, blocks: 1 }]);
});

test('each block is twice as long as the one before, up to the longest, and short again after a quiet day [ASVS v5.0.0-6.3.1]', async () => {
  const lengths: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (let n = 0; n < 5; n += 1) await fail(database.pool, 'again');
    lengths.push(Math.round(((await secondsOf('again')) ?? 0) / 60));
    const pause = round === 3 ? '26 hours' : '61 minutes';
    const values = [pause];
    const text = `UPDATE sign_in_tally SET since = since - $1::interval, blocked_until = blocked_until - $1::interval WHERE key = 'again'`;
    await select(database.pool, { text, values });
    expect(await secondsOf('again')).toBeNull();
  }
  expect(lengths).toEqual([15, 30, 60, 60, 15]);
});

test('tallies are kept for as long as they count, devices for as long as browsers keep the cookie', async () => {
  await fail(database.pool, 'young');
  await fail(database.pool, 'old');
  await select(database.pool, {
    text: `UPDATE sign_in_tally SET since = now() - interval '25 hours' WHERE key = 'old'`,
  });
  const device = `INSERT INTO known_device (token_hash, person_id, used_at) VALUES ($1, $2, now() - $3 * interval '1 day')`;
  await select(database.pool, { text: device, values: ['used', people[0]?.id, 399] });
  await select(database.pool, { text: device, values: ['unused', people[0]?.id, 401] });
  await removeOldTallies(database.pool, { forgottenAfterHours: 24, deviceDays: 400 });
  const keys = `SELECT key FROM sign_in_tally WHERE key IN ('young', 'old') UNION ALL SELECT token_hash FROM known_device WHERE token_hash LIKE '%used'`;
  expect(await select(database.pool, { text: keys })).toEqual([{ key: 'young' }, { key: 'used' }]);
});
