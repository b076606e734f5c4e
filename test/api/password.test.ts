import { auditOf, personStream } from '@lianban/db/audit';
import { people } from '@lianban/db/seed/people';
import { guessing } from '@lianban/api/identity/policy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser } from '../support/browser.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { PASSWORD } from '../support/service-client.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startRunningService();
});
afterAll(() => running.stop());

const CHOSEN = 'gnuTarn58-pewit';

async function signedIn(user: string, password = PASSWORD): Promise<Browser> {
  const browser = new Browser(running.address);
  expect((await browser.signIn(user, password)).status).toBe(200);
  return browser;
}

const isSignedIn = async (browser: Browser): Promise<boolean> => (await browser.query('session.me')).data !== null;
const change = (browser: Browser, present: string, next: string) =>
  browser.mutate('session.changePassword', { present, next });
const personOf = (user: string): string => people.find((person) => person.user === user)?.id ?? '';

describe('changing one’s password', () => {
  test('ends the other sessions, makes other devices strangers, and is in the audit [ASVS v5.0.0-6.2.2] [ASVS v5.0.0-7.4.3]', async () => {
    const [here, there] = [await signedIn('zhoumin'), await signedIn('zhoumin')];
    expect((await change(here, PASSWORD, CHOSEN)).data).toEqual({ endedSessions: 1 });
    expect(await Promise.all([here, there].map(isSignedIn))).toEqual([true, false]);
    expect((await new Browser(running.address).signIn('zhoumin', PASSWORD)).code).toBe('WRONG_CREDENTIALS');
    for (let n = 1; n < guessing.allowedPerAccount.value; n += 1)
      await new Browser(running.address).signIn('zhoumin', PASSWORD);
    expect((await there.signIn('zhoumin', CHOSEN)).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await here.signIn('zhoumin', CHOSEN)).status).toBe(200);
    const acts = await auditOf(running.database.pool, personStream(personOf('zhoumin')));
    expect(acts.map(({ action }) => action)).toContain('password.change');
    expect(JSON.stringify(acts)).not.toContain(CHOSEN);
  });

  test('asks for the present one, which cannot be guessed there either [ASVS v5.0.0-6.2.3] [ASVS v5.0.0-6.3.1]', async () => {
    const browser = await signedIn('hejing');
    for (let n = 0; n < guessing.allowedPerDevice.value; n += 1) {
      expect((await change(browser, `guess ${n}`, CHOSEN)).code).toBe('WRONG_PASSWORD');
    }
    const blocked = await change(browser, PASSWORD, CHOSEN);
    expect(blocked).toMatchObject({ status: 429, code: 'TOO_MANY_ATTEMPTS' });
    expect(blocked.retryAfter).toBe(String(blocked.detail['seconds']));
    expect((await new Browser(running.address).signIn('hejing', PASSWORD)).status).toBe(200);
  });

  test.each([
    ['the same again', PASSWORD, 'named'],
    ['a short one', 'gnuT4rn', 'tooShort'],
    ['one that many have', 'Password12345!', 'common'],
    ['one with the name of the account', 'Mulan-gnu58-pewit', 'named'],
    ['one of one kind', 'gnutarnpewitgnu', 'tooFewKinds'],
  ])('refuses %s and says which rule [ASVS v5.0.0-6.2.4] [ASVS v5.0.0-6.2.11]', async (_, next, rule) => {
    const browser = await signedIn('mulan');
    expect(await change(browser, PASSWORD, next)).toMatchObject({
      status: 422,
      code: 'PASSWORD_REFUSED',
      detail: { rule },
    });
    expect((await new Browser(running.address).signIn('mulan', PASSWORD)).status).toBe(200);
  });

  test('refuses the present one as the new one [ASVS v5.0.0-6.4.1]', async () => {
    const browser = await signedIn('wanhe');
    await change(browser, PASSWORD, CHOSEN);
    expect((await change(browser, CHOSEN, CHOSEN)).detail).toEqual({ rule: 'same' });
  });
});

describe('a password that was given or is too old', () => {
  test('opens a session that may do nothing but change it [ASVS v5.0.0-6.4.1]', async () => {
    await running.database.pool.query('UPDATE credential SET must_change = true WHERE user_name = $1', ['qinli']);
    const browser = await signedIn('qinli');
    expect((await browser.query('session.me')).data).toMatchObject({ mustChangePassword: true });
    for (const route of ['duty.inbox', 'session.list', 'message.list']) {
      expect(await browser.query(route)).toMatchObject({ status: 403, code: 'PASSWORD_CHANGE_REQUIRED' });
    }
    expect((await browser.mutate('session.revoke', { sessionId: null })).code).toBe('PASSWORD_CHANGE_REQUIRED');
    expect((await browser.query('session.passwordRules')).status).toBe(200);
    await change(browser, PASSWORD, CHOSEN);
    expect((await browser.query('session.me')).data).toMatchObject({ mustChangePassword: false });
    expect((await browser.query('session.list')).status).toBe(200);
    expect((await (await signedIn('qinli', CHOSEN)).query('session.me')).data).toMatchObject({
      mustChangePassword: false,
    });
  });

  test('opens nothing after its time, and the answer is that of a wrong one [ASVS v5.0.0-6.4.1]', async () => {
    await running.database.pool.query(`UPDATE credential SET valid_until = now() WHERE user_name = $1`, ['yeqing']);
    expect((await new Browser(running.address).signIn('yeqing', PASSWORD)).code).toBe('WRONG_CREDENTIALS');
  });
});
