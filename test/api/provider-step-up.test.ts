import { auditOf, personStream } from '@lianban/db/audit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrol, laterProof } from '../support/authenticator.ts';
import { Browser, type Answered } from '../support/browser.ts';
import { TWO_FACTORS, type Login } from '../support/identity-provider.ts';
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
  provided = await startProvidedService();
  for (const user of ['mulan', 'wanhe', 'yeqing', 'qinli']) await linked(provided, user);
});
afterAll(() => provided.stop());

const later = (user: string): Promise<unknown> => laterProof(provided.running.database.pool, personOf(user));
const lastOf = async (user: string) =>
  (await auditOf(provided.running.database.pool, personStream(personOf(user)))).at(-1);
/** What the trail tells of proofs of this person that came to nothing. */
const failuresOf = async (user: string) =>
  (await auditOf(provided.running.database.pool, personStream(personOf(user)))).filter(
    ({ action }) => action === 'session.stepUpFailed',
  );
/** Something that asks for a fresh proof. */
const ask = (browser: Browser): Promise<Answered> => browser.mutate('session.revoke', { sessionId: null });

/** Signed in at the provider, so long ago that it has to be proven anew. */
async function signedIn(user: string, word: Omit<Login, 'accountId'> = {}): Promise<Browser> {
  const browser = new Browser(provided.running.address);
  const login = { accountId: subjectOf(user), ...word };
  await browser.go(await comingBack(provided, browser, { login }));
  expect((await browser.mutate('session.completeSignIn', {})).status).toBe(200);
  await later(user);
  return browser;
}

async function stepUp(browser: Browser, login: Login): Promise<Answered> {
  const back = await comingBack(provided, browser, { begin: 'session.beginStepUp', login });
  expect((await browser.go(back)).location).toBe('/provider-return?for=stepUp');
  return browser.mutate('session.completeStepUp');
}

describe('who signed in at the provider proves anew there', () => {
  test('who they are, and the session has another token then [ASVS v5.0.0-7.5.3] [ASVS v5.0.0-7.2.4] [ASVS v5.0.0-6.8.4]', async () => {
    const browser = await signedIn('mulan');
    expect(await ask(browser)).toMatchObject({ code: 'STEP_UP_REQUIRED', detail: { by: 'provider' } });
    const before = browser.twin();
    expect((await stepUp(browser, { accountId: subjectOf('mulan') })).status).toBe(200);
    expect(await lastOf('mulan')).toMatchObject({ action: 'session.stepUp', detail: { provenBy: 'provider' } });
    expect((await ask(browser)).status).toBe(200);
    expect((await before.query('session.me')).data).toBeNull();
    expect((await browser.mutate('session.completeStepUp')).code).toBe('ATTEMPT_OVER');
  });

  test('as nobody else [ASVS v5.0.0-10.5.2]', async () => {
    const browser = await signedIn('mulan');
    for (const accountId of [subjectOf('wanhe'), 'a stranger'])
      expect((await stepUp(browser, { accountId })).code).toBe('WRONG_IDENTITY');
    expect(await failuresOf('mulan')).toHaveLength(2);
    expect((await ask(browser)).code).toBe('STEP_UP_REQUIRED');
  });

  test('after they were sent there, not before [ASVS v5.0.0-6.8.4]', async () => {
    const browser = await signedIn('mulan');
    for (const old of [{ auth_time: Math.floor(Date.now() / 1_000) - 120 }, { auth_time: undefined }]) {
      provided.provider.tampering = { claims: (claims) => ({ ...claims, ...old }) };
      expect((await stepUp(browser, { accountId: subjectOf('mulan') })).code).toBe('PROVIDER_REFUSED');
    }
    provided.provider.tampering = null;
    expect((await ask(browser)).code).toBe('STEP_UP_REQUIRED');
  });

  test('with a second factor when the session rests on one of the provider [ASVS v5.0.0-6.8.4]', async () => {
    const browser = await signedIn('yeqing', { acr: TWO_FACTORS });
    expect((await stepUp(browser, { accountId: subjectOf('yeqing') })).code).toBe('PROVIDER_REFUSED');
    expect((await ask(browser)).code).toBe('STEP_UP_REQUIRED');
    expect((await stepUp(browser, { accountId: subjectOf('yeqing'), acr: TWO_FACTORS })).status).toBe(200);
    expect((await ask(browser)).status).toBe(200);
  });

  test('and not instead of a second factor that is set up here [ASVS v5.0.0-7.5.3]', async () => {
    const browser = new Browser(provided.running.address);
    await browser.signIn('qinli', PASSWORD);
    await enrol(browser);
    await later('qinli');
    expect((await ask(browser)).detail).toMatchObject({ by: 'code' });
    expect((await stepUp(browser, { accountId: subjectOf('qinli') })).code).toBe('CODE_REQUIRED');
    expect((await ask(browser)).code).toBe('STEP_UP_REQUIRED');
    expect((await stepUp(browser, { accountId: subjectOf('qinli'), amr: ['mfa'] })).status).toBe(200);
    expect((await ask(browser)).status).toBe(200);
  });
});
