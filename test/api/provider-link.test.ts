import { auditOf, personStream } from '@lianban/db/audit';
import { organisationStream } from '@lianban/db/organisation/administration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { laterProof } from '../support/authenticator.ts';
import { Browser, type Answered } from '../support/browser.ts';
import { comingBack, startProvidedService, subjectOf, type ProvidedService } from '../support/provided-service.ts';
import { PASSWORD } from '../support/service-client.ts';
import { personOf, toldOn } from '../support/trail.ts';

let provided: ProvidedService;
beforeAll(async () => {
  provided = await startProvidedService();
});
afterAll(() => provided.stop());

const reason = '统一身份上线';
const isSignedIn = async (browser: Browser): Promise<boolean> => (await browser.query('session.me')).data !== null;
const actionsOf = async (user: string): Promise<readonly string[]> =>
  (await auditOf(provided.running.database.pool, personStream(personOf(user)))).map(({ action }) => action);

async function signedIn(user: string): Promise<Browser> {
  const browser = new Browser(provided.running.address);
  expect((await browser.signIn(user, PASSWORD)).status).toBe(200);
  return browser;
}

/** Links the identity with that name at the provider to whoever has signed in there. */
async function link(browser: Browser, accountId: string): Promise<Answered> {
  const back = await comingBack(provided, browser, { begin: 'session.beginLink', login: { accountId } });
  expect((await browser.go(back)).location).toBe('/provider-return?for=link');
  return browser.mutate('session.completeLink');
}

async function enter(accountId: string): Promise<Answered> {
  const browser = new Browser(provided.running.address);
  await browser.go(await comingBack(provided, browser, { login: { accountId } }));
  return browser.mutate('session.completeSignIn', {});
}

describe('somebody links their own identity', () => {
  test('after they have proven anew who they are, the other sessions end, and it opens sessions until it is unlinked [ASVS v5.0.0-7.5.1] [ASVS v5.0.0-7.4.3]', async () => {
    const [browser, other] = [await signedIn('mulan'), await signedIn('mulan')];
    await laterProof(provided.running.database.pool, personOf('mulan'));
    expect((await browser.mutate('session.beginLink')).code).toBe('STEP_UP_REQUIRED');
    await browser.mutate('session.stepUp', { typed: PASSWORD });
    expect(await link(browser, subjectOf('mulan'))).toMatchObject({ status: 200, data: { endedSessions: 1 } });
    expect(await Promise.all([browser, other].map(isSignedIn))).toEqual([true, false]);
    expect((await browser.query('session.identities')).data).toMatchObject({
      provider: { issuer: provided.provider.issuer },
      linked: [{ subject: subjectOf('mulan'), usedAt: null }],
    });
    expect((await enter(subjectOf('mulan'))).status).toBe(200);
    await laterProof(provided.running.database.pool, personOf('mulan'));
    const { issuer } = provided.provider;
    expect((await browser.mutate('session.unlinkIdentity', { issuer })).code).toBe('STEP_UP_REQUIRED');
    await browser.mutate('session.stepUp', { typed: PASSWORD });
    expect((await browser.mutate('session.unlinkIdentity', { issuer })).data).toEqual({ endedSessions: 1 });
    expect((await browser.mutate('session.unlinkIdentity', { issuer })).code).toBe('NOTHING_TO_CHANGE');
    expect((await enter(subjectOf('mulan'))).code).toBe('IDENTITY_UNKNOWN');
    expect(await actionsOf('mulan')).toEqual(expect.arrayContaining(['identity.link', 'identity.unlink']));
  });

  test('and never that of somebody else, of two who try at once either [ASVS v5.0.0-10.5.2]', async () => {
    const [one, two] = [await signedIn('hejing'), await signedIn('zhoumin')];
    const both = await Promise.all([link(one, 'a shared one'), link(two, 'a shared one')]);
    expect(both.map(({ code }) => code).sort()).toEqual(['IDENTITY_TAKEN', null]);
    const loser = both[0]?.code === null ? 'zhoumin' : 'hejing';
    const told = await toldOn(provided.running.database.pool, personStream(personOf(loser)));
    expect(told.at(-1)?.detail).toMatchObject({ rule: 'IDENTITY_TAKEN', route: 'session.completeLink' });
    expect((await link(loser === 'hejing' ? two : one, 'another one')).code).toBe('IDENTITY_HELD');
  });

  test('in the session that began it, with a proof made for it [ASVS v5.0.0-10.1.2]', async () => {
    const [browser, other] = [await signedIn('luwen'), await signedIn('luwen')];
    const begin = 'session.beginLink';
    const back = await comingBack(provided, browser, { begin, login: { accountId: subjectOf('luwen') } });
    await browser.go(back);
    other.cookies.set('lianban-attempt', browser.cookies.get('lianban-attempt') ?? '');
    expect((await other.mutate('session.completeLink')).code).toBe('ATTEMPT_OVER');
    const old = Math.floor(Date.now() / 1_000) - 600;
    provided.provider.tampering = { claims: (claims) => ({ ...claims, auth_time: old }) };
    try {
      expect((await link(browser, subjectOf('luwen'))).code).toBe('PROVIDER_REFUSED');
    } finally {
      provided.provider.tampering = null;
    }
    expect(await actionsOf('luwen')).not.toContain('identity.link');
  });
});

describe('an administrator', () => {
  const subject = 'as the provider names Tang Yue';

  test('links by the name that the provider has for somebody, and unlinks; their sessions end [ASVS v5.0.0-8.2.1]', async () => {
    const administrator = await signedIn('admin');
    const personId = personOf('tangyue');
    expect((await enter(subject)).code).toBe('IDENTITY_UNKNOWN');
    expect((await administrator.mutate('organisation.linkIdentity', { personId, subject, reason })).status).toBe(200);
    const came = await enter(subject);
    expect(came.data).toMatchObject({ person: { id: personId } });
    const file = (
      await administrator.query(`organisation.person?input=${encodeURIComponent(JSON.stringify({ personId }))}`)
    ).data;
    expect(file).toMatchObject({ provider: provided.provider.issuer, identities: [{ subject }] });
    const { issuer } = provided.provider;
    expect((await administrator.mutate('organisation.unlinkIdentity', { personId, issuer, reason })).status).toBe(200);
    expect((await enter(subject)).code).toBe('IDENTITY_UNKNOWN');
    const acts = (await auditOf(provided.running.database.pool, organisationStream('CQ'))).map(({ action }) => action);
    expect(acts.slice(-2)).toEqual(['organisation.linkIdentity', 'organisation.unlinkIdentity']);
  });

  test('does so neither for themselves nor for the other province, and not without a fresh proof [ASVS v5.0.0-8.3.1] [ASVS v5.0.0-7.5.3]', async () => {
    const administrator = await signedIn('admin');
    const linking = (user: string): Promise<Answered> =>
      administrator.mutate('organisation.linkIdentity', { personId: personOf(user), subject: 'somebody', reason });
    expect((await linking('admin')).code).toBe('OWN_RIGHTS');
    expect((await linking('sc-officer')).code).toBe('NO_SUCH_PERSON');
    await laterProof(provided.running.database.pool, personOf('admin'));
    expect((await linking('tangyue')).code).toBe('STEP_UP_REQUIRED');
  });
});
