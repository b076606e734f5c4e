import { auditOf, personStream } from '@lianban/db/audit';
import { select } from '@lianban/db/queryable';
import { UNKNOWN_STREAM } from '@lianban/db/sign-in/attempts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrol, laterCodes } from '../support/authenticator.ts';
import { Browser, type Answered } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { TWO_FACTORS } from '../support/identity-provider.ts';
import {
  comingBack,
  linked,
  startProvidedService,
  subjectOf,
  type ProvidedService,
} from '../support/provided-service.ts';
import { PASSWORD } from '../support/service-client.ts';
import { personOf } from '../support/trail.ts';

let provided: ProvidedService;
beforeAll(async () => {
  provided = await startProvidedService({ secondFactor: 'required' });
  for (const user of ['hejing', 'zhoumin', 'mulan', 'yeqing', 'qinli', 'tangyue']) await linked(provided, user);
});
afterAll(() => provided.stop());

const browserAt = (address = '127.0.0.1'): Browser => new Browser(provided.running.address, address);
const isSignedIn = async (browser: Browser): Promise<boolean> => (await browser.query('session.me')).data !== null;
const complete = (browser: Browser, code?: string): Promise<Answered> =>
  browser.mutate('session.completeSignIn', { code });
const trailOf = (user: string) => auditOf(provided.running.database.pool, personStream(personOf(user)));

/** Goes all the way to the provider and back. */
async function returned(login: Parameters<typeof comingBack>[2]['login'], from?: string): Promise<Browser> {
  const browser = browserAt();
  const back = await comingBack(provided, browser, { login, ...(from === undefined ? {} : { from }) });
  expect(await browser.go(back)).toEqual({ status: 303, location: '/provider-return?for=signIn' });
  return browser;
}

describe('whoever is known to the provider and linked here', () => {
  test('is signed in, in a session and at a device of its own, and the trail tells how [ASVS v5.0.0-10.2.1] [ASVS v5.0.0-10.5.2] [ASVS v5.0.0-7.2.4]', async () => {
    const browser = await returned({ accountId: subjectOf('mulan') }, '/applications?x=1#y');
    expect(await isSignedIn(browser)).toBe(false);
    const came = await complete(browser);
    expect(came).toMatchObject({ status: 200, data: { backTo: '/applications?x=1#y', mustChangePassword: false } });
    expect(await isSignedIn(browser)).toBe(true);
    expect([...browser.cookies.keys()].sort()).toEqual(['lianban', 'lianban-device']);
    const told = (await trailOf('mulan')).filter(({ action }) => action === 'session.signIn').at(-1);
    expect(told?.detail).toMatchObject({ method: 'provider', address: '127.0.0.1' });
    expect(JSON.stringify(came.data)).not.toContain('eyJ'); // as every token begins
    const listed = (await browser.query('session.identities')).data as { linked: { usedAt: string | null }[] };
    expect(listed.linked.map(({ usedAt }) => usedAt !== null)).toEqual([true]);
  });

  test('gets a new session in place of the one that the browser had [ASVS v5.0.0-7.2.4]', async () => {
    const browser = browserAt();
    expect((await browser.signIn('wanhe', PASSWORD)).status).toBe(200);
    const before = browser.twin();
    const back = await comingBack(provided, browser, { login: { accountId: subjectOf('mulan') } });
    await browser.go(back);
    expect((await complete(browser)).data).toMatchObject({ person: { id: personOf('mulan') } });
    expect(await isSignedIn(before)).toBe(false);
  });

  test('needs no second factor of ours when the provider proved one in words that are trusted [ASVS v5.0.0-6.8.4] [ASVS v5.0.0-6.3.3]', async () => {
    for (const word of [{ acr: TWO_FACTORS }, { amr: ['pwd', 'mfa'] }]) {
      const browser = await returned({ accountId: subjectOf('yeqing'), ...word });
      expect((await complete(browser)).data).toMatchObject({ mustSetUpFactor: false });
      expect((await browser.query('message.list')).status).toBe(200);
    }
    const plain = await returned({ accountId: subjectOf('yeqing'), acr: 'urn:of:somebody', amr: ['pwd'] });
    expect((await complete(plain)).data).toMatchObject({ mustSetUpFactor: true });
    expect((await plain.query('message.list')).code).toBe('FACTOR_REQUIRED');
  });

  test('is asked for the second factor set up here otherwise, and guessing at it blocks [ASVS v5.0.0-6.3.3] [ASVS v5.0.0-6.3.1]', async () => {
    const first = await returned({ accountId: subjectOf('qinli') });
    await complete(first);
    const { app } = await enrol(first);
    await laterCodes(provided.running.database.pool, personOf('qinli'));
    const browser = await returned({ accountId: subjectOf('qinli') });
    expect((await complete(browser)).code).toBe('CODE_REQUIRED');
    expect((await complete(browser, app.wrongCode())).code).toBe('WRONG_CODE');
    expect(await isSignedIn(browser)).toBe(false);
    expect((await complete(browser, app.code())).status).toBe(200);
    const told = (await trailOf('qinli')).filter(({ action }) => action === 'session.signIn').at(-1);
    expect(told?.detail).toMatchObject({ method: 'provider', provenBy: 'code' });

    await laterCodes(provided.running.database.pool, personOf('qinli'));
    const guesser = await returned({ accountId: subjectOf('qinli') });
    for (let n = 0; n < 5; n += 1) expect((await complete(guesser, app.wrongCode())).code).toBe('WRONG_CODE');
    expect((await complete(guesser, app.code())).code).toBe('TOO_MANY_ATTEMPTS');
  });

  test('comes in while strangers block the account by guessing at its password [ASVS v5.0.0-6.1.1]', async () => {
    const stranger = browserAt('127.0.0.66');
    for (let n = 0; n < 6; n += 1) await stranger.signIn('tangyue', 'a wrong guess');
    expect((await browserAt('127.0.0.67').signIn('tangyue', PASSWORD)).code).toBe('TOO_MANY_ATTEMPTS');
    const browser = await returned({ accountId: subjectOf('tangyue') });
    expect((await complete(browser)).data).toMatchObject({ failedSince: { times: 7 } });
  });
});

describe('an answer of the provider', () => {
  const login = { accountId: subjectOf('mulan') };

  test('is of use once: neither the same address nor the same code opens a second session [ASVS v5.0.0-10.1.2] [ASVS v5.0.0-10.5.1]', async () => {
    const browser = browserAt();
    const back = await comingBack(provided, browser, { login });
    const twin = browser.twin();
    await browser.go(back);
    expect((await complete(browser)).status).toBe(200);
    expect((await twin.go(back)).location).toBe('/provider-return?refused=ATTEMPT_OVER');
    expect((await complete(twin)).code).toBe('ATTEMPT_OVER');

    const next = browserAt();
    const fresh = new URL(await comingBack(provided, next, { login }));
    fresh.searchParams.set('code', new URL(back).searchParams.get('code') ?? '');
    expect((await next.go(fresh.href)).location).toBe('/provider-return?refused=PROVIDER_REFUSED');
    expect((await complete(next)).code).toBe('ATTEMPT_OVER');
  });

  test('opens one session when two calls ask for it at once [ASVS v5.0.0-2.3.4]', async () => {
    const browser = await returned(login);
    const both = await Promise.all([complete(browser), complete(browser.twin())]);
    expect(both.map(({ code }) => code).sort()).toEqual(['ATTEMPT_OVER', null]);
  });

  test('is worth nothing in another browser, with another state, or for something else [ASVS v5.0.0-10.1.2] [ASVS v5.0.0-10.2.1]', async () => {
    const browser = browserAt();
    const back = await comingBack(provided, browser, { login });
    expect((await browserAt().go(back)).location).toBe('/provider-return?refused=ATTEMPT_OVER');
    const other = browserAt();
    await comingBack(provided, other, { login });
    expect((await other.go(back)).location).toBe('/provider-return?refused=ATTEMPT_OVER');
    const wrong = new URL(back);
    wrong.searchParams.set('state', 'guessed');
    expect((await browser.go(wrong.href)).location).toBe('/provider-return?refused=ATTEMPT_OVER');
    wrong.searchParams.delete('state');
    expect((await browser.go(wrong.href)).location).toBe('/provider-return?refused=ATTEMPT_OVER');
    expect((await browser.go(back)).location).toBe('/provider-return?for=signIn');
    const officer = browserAt();
    await officer.signIn('wanhe', PASSWORD);
    officer.cookies.set('lianban-attempt', browser.cookies.get('lianban-attempt') ?? '');
    for (const route of ['session.completeLink', 'session.completeStepUp'])
      expect((await officer.twin().mutate(route)).code).toBe('ATTEMPT_OVER');
    expect((await complete(browser)).status).toBe(200);
  });

  test('has to come within ten minutes [ASVS v5.0.0-10.1.2]', async () => {
    const { pool } = provided.running.database;
    const later = (): Promise<unknown> =>
      select(pool, { text: `UPDATE provider_attempt SET begun_at = begun_at - interval '10 minutes'` });
    const late = browserAt();
    const back = await comingBack(provided, late, { login });
    await later();
    expect((await late.go(back)).location).toBe('/provider-return?refused=ATTEMPT_OVER');
    const slow = await returned(login);
    await later();
    expect((await complete(slow)).code).toBe('ATTEMPT_OVER');
  });

  test('is used up by a refusal of the provider too [ASVS v5.0.0-10.1.2]', async () => {
    const browser = browserAt();
    const back = await comingBack(provided, browser, { login });
    const refused = new URL(back);
    refused.searchParams.delete('code');
    refused.searchParams.set('error', 'access_denied');
    expect((await browser.go(refused.href)).location).toBe('/provider-return?refused=PROVIDER_REFUSED');
    expect((await browser.go(back)).location).toBe('/provider-return?refused=ATTEMPT_OVER');
  });
});

describe('nobody comes in', () => {
  test.each([
    ['who is linked to no account', 'a stranger', null],
    ['whose account is disabled', subjectOf('hejing'), 'UPDATE person SET disabled_at = now() WHERE id = $1'],
    ['who holds no post', subjectOf('zhoumin'), `UPDATE post SET until = current_date - 2 WHERE person_id = $1`],
  ])(
    '%s, all are told the same, and the trail tells of it [ASVS v5.0.0-10.5.2] [ASVS v5.0.0-16.3.1]',
    async (_, accountId, change) => {
      const { pool } = provided.running.database;
      const user = accountId.replace('subject of ', '');
      if (change !== null) await select(pool, { text: change, values: [personOf(user)] });
      const browser = await returned({ accountId });
      expect(await complete(browser)).toMatchObject({ status: 422, code: 'IDENTITY_UNKNOWN', detail: {} });
      expect(await isSignedIn(browser)).toBe(false);
      expect((await complete(browser)).code).toBe('ATTEMPT_OVER');
      const stream = change === null ? UNKNOWN_STREAM : personStream(personOf(user));
      await eventually('the trail tells of it', async () =>
        (await auditOf(pool, stream)).some(
          ({ action, detail }) =>
            action === 'session.refusedByProvider' &&
            (detail['reasons'] as Record<string, number>)[change === null ? 'notLinked' : 'noPost'] === 1,
        ),
      );
    },
  );

  test('whose account has the name, and not the identity', async () => {
    const browser = await returned({ accountId: 'luwen' });
    expect((await complete(browser)).code).toBe('IDENTITY_UNKNOWN');
  });
});

describe('the callback', () => {
  test('is no door for anything but a browser that goes there [ASVS v5.0.0-3.5.3] [ASVS v5.0.0-3.5.8]', async () => {
    const browser = browserAt();
    const back = await comingBack(provided, browser, { login: { accountId: subjectOf('mulan') } });
    for (const loaded of [{ 'sec-fetch-dest': 'iframe' }, { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }])
      expect(await browser.go(back, loaded)).toEqual({ status: 403, location: null });
    expect((await browser.go(back)).location).toBe('/provider-return?for=signIn');
    expect((await complete(browser)).status).toBe(200);
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    '/sign-in?from=//evil.example',
    '/oidc/callback',
  ])(
    'leads nowhere but to a page of ours, whatever the sign-in was asked to go on to: %s [ASVS v5.0.0-3.7.2]',
    async (from) => {
      const browser = await returned({ accountId: subjectOf('mulan') }, from);
      expect((await complete(browser)).data).toMatchObject({ backTo: null });
    },
  );
});
