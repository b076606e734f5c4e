import { openDatabase, type Database } from '@lianban/db/client';
import { withDatabase } from '@lianban/db/database-url';
import { migrate } from '@lianban/db/migrate';
import { select } from '@lianban/db/queryable';
import { seedReference } from '@lianban/db/seed/reference';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import type { LianbanError } from '@lianban/domain/error';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changePassword } from '../identity/change-password.ts';
import type { Identity } from '../identity/identity.ts';
import { policyNamed } from '../identity/policy.ts';
import { secretKeysFrom } from '../identity/secret-keys.ts';
import { identityOf } from '../identity/session.ts';
import { signIn } from '../identity/sign-in.ts';
import { run, typed, type Ended } from '../testing/command-line.ts';

let demo: TestDatabase;
let url: string;
let database: Database;
beforeAll(async () => {
  demo = await testDatabase();
  url = withDatabase(demo.url, `${new URL(demo.url).pathname.slice(1)}_new`);
  await migrate(url);
  database = openDatabase(url, 8);
  await seedReference(database.pool);
});
afterAll(async () => {
  await database.close();
  await demo.pool.query(`DROP DATABASE "${new URL(url).pathname.slice(1)}" WITH (FORCE)`);
  await demo.drop();
});
beforeEach(async () => {
  // Row by row, as what refers to people may not be emptied.
  for (const table of ['message', 'session', 'credential', 'known_device', 'sign_in_tally', 'post', 'person'])
    await database.pool.query(`DELETE FROM ${table}`);
});

const policy = policyNamed('djcp-3');
const keys = secretKeysFrom(`test:${Buffer.alloc(32, 1).toString('base64')}`);
const CHOSEN = 'gnuTarn58-pewit';
const words = (user = 'liujing'): readonly string[] => [
  'admin',
  'first',
  '--user',
  user,
  '--name',
  '刘静',
  '--province',
  'CQ',
];
const first = (user?: string, at = url): Promise<Ended> => run(words(user), '', { DATABASE_URL: at });
const passwordIn = ({ output }: Ended): string => (JSON.parse(output) as { password: string }).password;
const codeIn = ({ code, output }: Ended): unknown => [
  code,
  (JSON.parse(output) as { error?: { code: string } }).error?.code,
];
const runsOut = (): Promise<unknown> => database.pool.query('UPDATE credential SET valid_until = now()');

async function entered(user: string, password: string): Promise<Identity | null> {
  const browser = { address: '127.0.0.1', userAgent: undefined, device: null, session: null };
  const { token } = await signIn(database, { policy, keys, staffByProvider: false, browser }, { user, password });
  return identityOf(database, token);
}

const codeOf = (failure: unknown): string => (failure as LianbanError).code;

test('an installation has no account of its own [ASVS v5.0.0-6.3.2]', async () => {
  expect(await select(database.pool, { text: 'SELECT user_name FROM credential' })).toEqual([]);
});

describe('the first administrator', () => {
  test('gets a one-time password that opens nothing but its change, and then acts as one [ASVS v5.0.0-6.4.1]', async () => {
    const made = await first();
    expect(made).toMatchObject({ code: 0, errors: '' });
    const password = passwordIn(made);
    expect(password).toMatch(/^[\w-]{24}$/);
    const given = await entered('liujing', password);
    if (given === null) throw new Error('the one-time password opens nothing');
    expect(given).toMatchObject({
      person: { name: '刘静' },
      post: { role: 'ADM' },
      session: { mustChangePassword: true },
    });
    await changePassword(
      database,
      { identity: given, policy, address: '127.0.0.1', device: null },
      { present: password, next: CHOSEN },
    );
    expect(await entered('liujing', CHOSEN)).toMatchObject({ session: { mustChangePassword: false } });
    expect(await entered('liujing', password).catch(codeOf)).toBe('WRONG_CREDENTIALS');
    expect(await select(database.pool, { text: `SELECT action FROM audit WHERE action = 'admin.first'` })).toHaveLength(
      1,
    );
  });

  test('is made once, however many try at once [ASVS v5.0.0-6.3.2]', async () => {
    const all = await Promise.all(['liujing', 'chenyu', 'liujing', 'wangbo'].map((user) => first(user)));
    expect(all.map(({ code }) => code).sort()).toEqual([0, 1, 1, 1]);
    expect(codeIn(await first('zhaolei'))).toEqual([1, 'ADMINISTRATOR_EXISTS']);
    expect(await select(database.pool, { text: 'SELECT FROM credential' })).toHaveLength(1);
  });

  test('is given another password when the first was never used, and that one is worth nothing [ASVS v5.0.0-6.4.1]', async () => {
    const before = passwordIn(await first());
    await runsOut();
    expect(await entered('liujing', before).catch(codeOf)).toBe('WRONG_CREDENTIALS');
    const after = passwordIn(await first());
    expect(await entered('liujing', before).catch(codeOf)).toBe('WRONG_CREDENTIALS');
    expect(await entered('liujing', after)).toMatchObject({ post: { role: 'ADM' } });
    expect(await select(database.pool, { text: 'SELECT FROM person' })).toHaveLength(1);
  });

  test('does not get the account of somebody else', async () => {
    await first();
    await runsOut();
    await database.pool.query('UPDATE credential SET must_change = false');
    expect(codeIn(await first())).toEqual([1, 'USER_TAKEN']);
  });

  test('is not made in a demonstration, nor where the reference data are missing [ASVS v5.0.0-6.3.2]', async () => {
    expect(codeIn(await first('liujing', demo.url))).toEqual([1, 'ADMINISTRATOR_EXISTS']);
    await database.pool.query(`UPDATE unit SET id = 'elsewhere' WHERE id = 'cq-information'`);
    try {
      expect(codeIn(await first())).toEqual([1, 'NO_REFERENCE_DATA']);
    } finally {
      await database.pool.query(`UPDATE unit SET id = 'cq-information' WHERE id = 'elsewhere'`);
    }
  });
});

test.each([
  ['nothing', []],
  ['an account in capitals', ['--user', 'LiuJing', '--name', '刘静', '--province', 'CQ']],
  ['no name', ['--user', 'liujing', '--name', ' ', '--province', 'CQ']],
  ['a province that there is not', ['--user', 'liujing', '--name', '刘静', '--province', 'XX']],
  ['an option that there is not', ['--user', 'liujing', '--password', 'mine']],
])('%s is answered with the help and 2', async (_, options) => {
  const { code, output, errors } = await typed(['admin', 'first', ...options]);
  expect([code, output]).toEqual([2, '']);
  expect(errors).toContain('admin first --user');
});
