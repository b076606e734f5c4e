import { openDatabase, type Database } from '@lianban/db/client';
import { auditOf, personStream } from '@lianban/db/audit';
import { select } from '@lianban/db/queryable';
import { people } from '@lianban/db/seed/people';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Opened } from '../identity/entering.ts';
import type { Identity } from '../identity/identity.ts';
import { policyNamed } from '../identity/policy.ts';
import { offerFactor, setUpFactor } from '../identity/second-factor.ts';
import { secretKeysFrom, type SecretKeys } from '../identity/secret-keys.ts';
import { identityOf } from '../identity/session.ts';
import { signIn } from '../identity/sign-in.ts';
import { run, typed, type Ended } from '../testing/command-line.ts';
import { Secret, TOTP } from 'otpauth';

let demo: TestDatabase;
let database: Database;
beforeAll(async () => {
  demo = await testDatabase();
  database = openDatabase(demo.url, 8);
});
afterAll(async () => {
  await database.close();
  await demo.drop();
});

const key = (name: string, value: number): string => `${name}:${Buffer.alloc(32, value).toString('base64')}`;
const [earlier, newer] = [key('a', 1), key('b', 2)];
const personOf = (user: string): string => people.find((person) => person.user === user)?.id ?? '';

function enter(user: string, code?: string, keys: SecretKeys = secretKeysFrom(earlier)): Promise<Opened> {
  const browser = { address: '127.0.0.1', userAgent: undefined, device: null, session: null };
  const at = { policy: policyNamed(undefined), keys, staffByProvider: false, browser };
  return signIn(database, at, { user, password: 'lianban-2026', code });
}

const identified = async ({ token }: Opened): Promise<Identity> => {
  const identity = await identityOf(database, token);
  if (identity === null) throw new Error('nobody is signed in');
  return identity;
};

/** Signs in and sets a second factor up; gives how to compute its codes. */
async function enrolled(user: string): Promise<() => string> {
  const owner = { identity: await identified(await enter(user)), keys: secretKeysFrom(earlier) };
  const { secret } = await offerFactor(database, owner);
  const app = new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret) });
  await setUpFactor(database, owner, app.generate());
  await select(database.pool, { text: 'UPDATE second_factor SET last_step = 0' });
  return () => app.generate();
}

const reset = (user: string, reason = '本人持身份证到场'): Promise<Ended> =>
  run(['admin', 'reset-factor', '--user', user, '--reason', reason], '', { DATABASE_URL: demo.url });
const reseal = (keys: string): Promise<Ended> =>
  run(['admin', 'reseal'], '', { DATABASE_URL: demo.url, LIANBAN_SECRET_KEY: keys });

describe('admin reset-factor', () => {
  test('lets somebody in by the password again, ends all their sessions, and says in the trail how they were identified [ASVS v5.0.0-6.4.4] [ASVS v5.0.0-7.4.5]', async () => {
    await enrolled('zhoumin');
    await expect(enter('zhoumin')).rejects.toMatchObject({ code: 'CODE_REQUIRED' });
    const done = await reset('zhoumin');
    expect([done.code, JSON.parse(done.output)]).toEqual([0, { user: 'zhoumin', endedSessions: 1 }]);
    expect(await select(database.pool, { text: 'SELECT FROM session' })).toEqual([]);
    expect((await identified(await enter('zhoumin'))).session.hasFactor).toBe(false);
    const acts = await auditOf(database.pool, personStream(personOf('zhoumin')));
    expect(acts.find(({ action }) => action === 'factor.reset')?.detail).toMatchObject({ reason: '本人持身份证到场' });
  });

  test.each([
    ['an account that there is not', 'nobody', 'NO_SUCH_USER'],
    ['an account without one', 'hejing', 'NO_FACTOR'],
  ])('%s is refused', async (_, user, code) => {
    const done = await reset(user);
    expect([done.code, (JSON.parse(done.output) as { error: { code: string } }).error.code]).toEqual([1, code]);
  });

  test.each([
    ['no account', ['--reason', '遗失']],
    ['no reason', ['--user', 'zhoumin', '--reason', ' ']],
    ['an option that there is not', ['--user', 'zhoumin', '--reason', '遗失', '--all']],
  ])('%s is answered with the help and 2', async (_, options) => {
    const { code, errors } = await typed(['admin', 'reset-factor', ...options]);
    expect(code).toBe(2);
    expect(errors).toContain('admin reset-factor --user');
  });
});

test('admin reseal seals everything by the newest key, after which the earlier one is not needed [ASVS v5.0.0-13.3.4]', async () => {
  const code = await enrolled('tangyue');
  expect(JSON.parse((await reseal(`${newer},${earlier}`)).output)).toEqual({ key: 'b', resealed: 1 });
  expect(JSON.parse((await reseal(`${newer},${earlier}`)).output)).toEqual({ key: 'b', resealed: 0 });
  await expect(enter('tangyue', code())).rejects.toThrow(/no key of the name b/);
  expect(await enter('tangyue', code(), secretKeysFrom(newer))).toMatchObject({ token: expect.any(String) as string });
});
