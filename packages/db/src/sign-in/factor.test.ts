import type { Actor } from '@lianban/workflows/vocabulary/step';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { select } from '../queryable.ts';
import { people } from '../seed/people.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { offerFactor, offeredFactor, setUpFactor } from './change-factor.ts';
import { openSession, type Opening } from './open-session.ts';
import { keysInUse, resealAll } from './sealed-secrets.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const someone = (nth: number): Actor => {
  const person = people[nth];
  const [post] = person?.posts ?? [];
  return { personId: person?.id ?? '', postId: post?.id ?? '', role: post?.role ?? 'OFF' };
};

const opening = ({ personId, postId }: Actor, proof: Opening['proof'] = null): Opening => ({
  ...{ personId, postId, tokenHash: `token-${Math.random()}`, deviceHash: 'device', address: '192.0.2.1' },
  ...{ browser: null, idleMinutes: 30, absoluteHours: 12, mustChangePassword: false, method: 'password' as const },
  ...{ ownTally: `account:${personId}`, addressTally: null, proof },
});

async function session(by: Actor): Promise<string> {
  const wanted = opening(by);
  await openSession(database.pool, wanted);
  const [row] = await select<{ id: string }>(database.pool, {
    text: 'SELECT id FROM session WHERE token_hash = $1',
    values: [wanted.tokenHash],
  });
  return row?.id ?? '';
}

async function setUp(by: Actor, step = 5): Promise<void> {
  const sessionId = await session(by);
  const offered = { secret: `sealed for ${by.personId}`, keyId: 'a' };
  await offerFactor(database.pool, sessionId, offered);
  await setUpFactor(database.pool, { by, sessionId, offered, step, recovery: { salt: '00', hashes: ['h1', 'h2'] } });
}

test('a sign-in that began before the second factor was set up does not end in a session without it [ASVS v5.0.0-6.3.3]', async () => {
  const by = someone(0);
  await setUp(by);
  expect(await openSession(database.pool, opening(by))).toBe('unproven');
  expect(await openSession(database.pool, opening(by, { kind: 'code', step: 5 }))).toBe('unproven');
  expect(await openSession(database.pool, opening(by, { kind: 'code', step: 6 }))).toMatchObject({ times: 0 });
  expect(await openSession(database.pool, opening(by, { kind: 'recoveryCode', codeHash: 'unknown' }))).toBe('unproven');
});

test('of two sign-ins with one recovery code at once, one gets in [ASVS v5.0.0-6.5.1]', async () => {
  const by = someone(1);
  await setUp(by);
  const proof = { kind: 'recoveryCode', codeHash: 'h1' } as const;
  const came = await Promise.all([1, 2, 3].map(() => openSession(database.pool, opening(by, proof))));
  expect(came.filter((one) => one === 'unproven')).toHaveLength(2);
});

test('what was offered is set up once, and only as it was shown last', async () => {
  const by = someone(2);
  const sessionId = await session(by);
  const [first, second] = [
    { secret: 'first', keyId: 'a' },
    { secret: 'second', keyId: 'a' },
  ] as const;
  await offerFactor(database.pool, sessionId, first);
  await offerFactor(database.pool, sessionId, second);
  const wanted = { by, sessionId, step: 5, recovery: { salt: '00', hashes: [] } };
  expect(await setUpFactor(database.pool, { ...wanted, offered: first })).toBeNull();
  expect(await setUpFactor(database.pool, { ...wanted, offered: second })).toBe(0);
  expect(await setUpFactor(database.pool, { ...wanted, offered: second })).toBeNull();
  expect(await offeredFactor(database.pool, sessionId)).toBeUndefined();
});

test('every secret is sealed anew by the newest key, once', async () => {
  await setUp(someone(3));
  const reseal = ({ secret }: { readonly secret: string }) => ({ secret: `${secret} anew`, keyId: 'b' });
  expect(await resealAll(database.pool, 'b', reseal)).toBeGreaterThan(0);
  expect(await keysInUse(database.pool)).toEqual(['b']);
  expect(await resealAll(database.pool, 'b', reseal)).toBe(0);
});
