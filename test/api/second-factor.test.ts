import { auditOf, personStream } from '@lianban/db/audit';
import { select, selectOne } from '@lianban/db/queryable';
import { people } from '@lianban/db/seed/people';
import { guessing } from '@lianban/api/identity/policy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, enrol, laterCodes, laterProof, type Enrolled } from '../support/authenticator.ts';
import { Browser, type Answered } from '../support/browser.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { PASSWORD } from '../support/service-client.ts';

let running: RunningService; // where nobody who needs a second factor does without
let offering: RunningService; // where everybody may
beforeAll(async () => {
  const required = { secondFactor: 'required' } as const;
  [running, offering] = [await startRunningService(null, undefined, required), await startRunningService()];
});
afterAll(async () => {
  await running.stop();
  await offering.stop();
});

const personOf = (user: string): string => people.find((person) => person.user === user)?.id ?? '';
const actionsOf = async (user: string, at = running): Promise<readonly string[]> =>
  (await auditOf(at.database.pool, personStream(personOf(user)))).map(({ action }) => action);
const later = (user: string, at = running): Promise<unknown> => laterCodes(at.database.pool, personOf(user));
const enter = (browser: Browser, user: string, code?: string): Promise<Answered> =>
  browser.mutate('session.signIn', { user, password: PASSWORD, ...(code === undefined ? {} : { code }) });
const isSignedIn = async (browser: Browser): Promise<boolean> => (await browser.query('session.me')).data !== null;

async function signedIn(user: string, at = running): Promise<Browser> {
  const browser = new Browser(at.address);
  expect((await enter(browser, user)).status).toBe(200);
  return browser;
}

async function enrolled(user: string, at = running): Promise<Enrolled & { readonly browser: Browser }> {
  const browser = await signedIn(user, at);
  const all = { ...(await enrol(browser)), browser };
  await later(user, at);
  return all;
}

describe('whoever holds a post that needs a second factor', () => {
  test.each([
    ['an officer', 'hejing'],
    ['a supervisor', 'yeqing'],
    ['an administrator', 'admin'],
  ])('may do nothing without one but set it up: %s [ASVS v5.0.0-6.3.3]', async (_, user) => {
    const browser = await signedIn(user);
    expect((await browser.query('session.me')).data).toMatchObject({ mustSetUpFactor: true });
    for (const route of ['message.list', 'session.list', 'catalogue.items?input={}'])
      expect((await browser.query(route)).code).toBe(route.startsWith('catalogue') ? null : 'FACTOR_REQUIRED');
    expect((await browser.mutate('session.revoke', { sessionId: null })).code).toBe('FACTOR_REQUIRED');
    await enrol(browser);
    expect((await browser.query('session.me')).data).toMatchObject({ mustSetUpFactor: false });
    expect((await browser.query('message.list')).status).toBe(200);
    expect(await actionsOf(user)).toContain('factor.setUp');
  });

  test('changes a password that was given before that [ASVS v5.0.0-6.4.1]', async () => {
    await running.database.pool.query('UPDATE credential SET must_change = true WHERE user_name = $1', ['luwen']);
    const browser = await signedIn('luwen');
    expect((await browser.mutate('session.offerFactor')).code).toBe('PASSWORD_CHANGE_REQUIRED');
    const change = { present: PASSWORD, next: 'gnuTarn58-pewit' };
    expect((await browser.mutate('session.changePassword', change)).status).toBe(200);
    expect((await browser.query('message.list')).code).toBe('FACTOR_REQUIRED');
  });

  test('does not lose it again by themselves, and others do [ASVS v5.0.0-6.3.3]', async () => {
    const officer = await enrolled('shenmu');
    expect((await officer.browser.mutate('session.removeFactor')).code).toBe('FACTOR_NEEDED');
    const applicant = await enrolled('wanhe');
    expect((await applicant.browser.mutate('session.removeFactor')).data).toEqual({ endedSessions: 0 });
    expect((await enter(new Browser(running.address), 'wanhe')).status).toBe(200);
  });
});

test('applicants, and everybody where it is only offered, go on without one', async () => {
  expect((await (await signedIn('mulan')).query('application.list?input={}')).status).toBe(200);
  const officer = await signedIn('hejing', offering);
  expect((await officer.query('session.me')).data).toMatchObject({ mustSetUpFactor: false });
  expect((await officer.query('message.list')).status).toBe(200);
  const { browser } = await enrolled('hejing', offering);
  expect((await browser.mutate('session.removeFactor')).status).toBe(200);
  expect(await actionsOf('hejing', offering)).toContain('factor.remove');
});

describe('signing in with a second factor', () => {
  test('takes password and code, and neither tells of the other [ASVS v5.0.0-6.3.3]', async () => {
    const { app } = await enrolled('zhoumin');
    const browser = new Browser(running.address);
    expect(await enter(browser, 'zhoumin')).toMatchObject({ status: 401, code: 'CODE_REQUIRED' });
    expect(await isSignedIn(browser)).toBe(false);
    const wrong = { user: 'zhoumin', password: 'a wrong guess', code: app.code() };
    expect((await browser.mutate('session.signIn', wrong)).code).toBe('WRONG_CREDENTIALS');
    expect((await enter(browser, 'zhoumin', app.wrongCode())).code).toBe('WRONG_CODE');
    expect((await enter(browser, 'zhoumin', app.code())).status).toBe(200);
    expect(await isSignedIn(browser)).toBe(true);
  });

  test('takes a code once, also of two that are sent at once [ASVS v5.0.0-6.5.1]', async () => {
    const { app } = await enrolled('qinli');
    const code = app.code();
    const together = await Promise.all([1, 2, 3].map(() => enter(new Browser(running.address), 'qinli', code)));
    expect(together.map((answer) => answer.code).sort()).toEqual(['WRONG_CODE', 'WRONG_CODE', null]);
    expect((await enter(new Browser(running.address), 'qinli', app.code(-1))).code).toBe('WRONG_CODE');
  });

  test('is blocked by wrong codes as by wrong passwords, at devices that are not known [ASVS v5.0.0-6.3.1]', async () => {
    const { app, browser } = await enrolled('tangyue');
    const stranger = new Browser(running.address, '127.0.0.9');
    for (let n = 0; n < guessing.allowedPerAccount.value; n += 1)
      expect((await enter(stranger, 'tangyue', app.wrongCode())).code).toBe('WRONG_CODE');
    expect((await enter(stranger, 'tangyue', app.code())).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await enter(browser, 'tangyue', app.code())).status).toBe(200);
  });
});

describe('recovery codes', () => {
  test('stand in for the phone once each, however they are typed, and the trail tells of it [ASVS v5.0.0-6.5.1]', async () => {
    const { recoveryCodes, browser } = await enrolled('guolan');
    const [first = '', second = ''] = recoveryCodes;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await enter(new Browser(running.address), 'guolan', first)).status).toBe(200);
    expect((await enter(new Browser(running.address), 'guolan', first)).code).toBe('WRONG_CODE');
    const typed = ` ${second.replace('-', ' ').toLowerCase()}`;
    expect((await enter(new Browser(running.address), 'guolan', typed)).status).toBe(200);
    expect((await browser.query('session.factor')).data).toMatchObject({ isSetUp: { codesLeft: 8, codes: 10 } });
    const used = (await actionsOf('guolan')).filter((action) => action === 'factor.recoveryCodeUsed');
    expect(used).toHaveLength(2);
  });

  test('are nowhere kept as they are shown, nor is the secret [ASVS v5.0.0-6.5.2]', async () => {
    const browser = await signedIn('baiyang');
    const set = await enrol(browser);
    const { secret, recoveryCodes } = set;
    const rows = await select(running.database.pool, {
      text: `SELECT f::text AS row FROM second_factor f UNION ALL SELECT c::text FROM recovery_code c
        UNION ALL SELECT o::text FROM offered_factor o UNION ALL SELECT a::text FROM audit a`,
    });
    const everything = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(10);
    const { kept } = await selectOne<{ kept: string }>(running.database.pool, {
      text: 'SELECT secret AS kept FROM second_factor WHERE person_id = $1',
      values: [personOf('baiyang')],
    });
    expect(Buffer.from(kept, 'base64').includes(bytesOf(set.secret))).toBe(false);
    expect(kept.length).toBeGreaterThan(40);
    for (const shown of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))])
      expect(everything).not.toContain(shown);
  });

  test('lose their worth when new ones are made [ASVS v5.0.0-6.5.6]', async () => {
    const { recoveryCodes, browser } = await enrolled('jianghe');
    const renewed = (await browser.mutate('session.renewRecoveryCodes')).data as { recoveryCodes: string[] };
    expect(renewed.recoveryCodes).toHaveLength(10);
    expect((await enter(new Browser(running.address), 'jianghe', recoveryCodes[0])).code).toBe('WRONG_CODE');
    expect((await enter(new Browser(running.address), 'jianghe', renewed.recoveryCodes[0])).status).toBe(200);
    expect(await actionsOf('jianghe')).toContain('factor.recoveryCodes');
  });
});

describe('changing it', () => {
  test('ends the other sessions, and the earlier phone is worth nothing [ASVS v5.0.0-7.4.3] [ASVS v5.0.0-6.5.6]', async () => {
    const { app, browser } = await enrolled('xiezhi');
    const other = new Browser(running.address);
    expect((await enter(other, 'xiezhi', app.code())).status).toBe(200);
    const replaced = await enrol(browser);
    expect(await Promise.all([browser, other].map(isSignedIn))).toEqual([true, false]);
    await later('xiezhi');
    expect((await enter(new Browser(running.address), 'xiezhi', app.code())).code).toBe('WRONG_CODE');
    expect((await enter(new Browser(running.address), 'xiezhi', replaced.app.code())).status).toBe(200);
    expect(await actionsOf('xiezhi')).toContain('factor.replace');
  });

  test('asks anew who one is, every time [ASVS v5.0.0-7.5.1]', async () => {
    const { browser } = await enrolled('gaolin', offering);
    await browser.mutate('session.offerFactor');
    await laterProof(offering.database.pool, personOf('gaolin'));
    const before = await actionsOf('gaolin', offering);
    for (const [route, input] of [
      ['session.offerFactor', undefined],
      ['session.setUpFactor', { code: '000000' }],
      ['session.removeFactor', undefined],
      ['session.renewRecoveryCodes', undefined],
      ['session.revoke', { sessionId: null }],
    ] as const)
      expect(await browser.mutate(route, input)).toMatchObject({
        ...{ status: 403, code: 'STEP_UP_REQUIRED', detail: { by: 'code' } },
      });
    expect(await actionsOf('gaolin', offering)).toEqual(before);
  });

  test('takes a code of the secret that was shown last in this very session', async () => {
    const [here, there] = [await signedIn('mulan'), await signedIn('mulan')];
    expect((await here.mutate('session.setUpFactor', { code: '000000' })).code).toBe('NO_SUCH_FACTOR');
    await here.mutate('session.offerFactor');
    expect((await here.mutate('session.setUpFactor', { code: '' })).code).toBe('WRONG_CODE');
    expect((await there.mutate('session.setUpFactor', { code: '000000' })).code).toBe('NO_SUCH_FACTOR');
  });
});

test('a service does not start without the key that secrets of the record are sealed with', async () => {
  await enrolled('qinli', offering);
  await offering.database.pool.query(`UPDATE second_factor SET key_id = 'lost'`);
  try {
    await expect(offering.another()).rejects.toThrow(/LIANBAN_SECRET_KEY has no key of the name lost/);
  } finally {
    await offering.database.pool.query(`UPDATE second_factor SET key_id = 'test'`);
  }
});
