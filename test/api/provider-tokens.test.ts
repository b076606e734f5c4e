import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { generateKeyPair, type JWTPayload } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Browser } from '../support/browser.ts';
import {
  comingBack,
  linked,
  startProvidedService,
  subjectOf,
  type ProvidedService,
} from '../support/provided-service.ts';
import { PASSWORD } from '../support/service-client.ts';

let provided: ProvidedService;
beforeAll(async () => {
  provided = await startProvidedService();
  await linked(provided, 'mulan');
});
afterEach(() => {
  provided.provider.tampering = null;
});
afterAll(() => provided.stop());

const login = { accountId: subjectOf('mulan') };
const browserHere = (): Browser => new Browser(provided.running.address);
const outcome = async (browser = browserHere()): Promise<string | null> =>
  (await browser.go(await comingBack(provided, browser, { login }))).location;
const REFUSED = '/provider-return?refused=PROVIDER_REFUSED';
const ANSWERED = '/provider-return?for=signIn';
const nowS = (): number => Math.floor(Date.now() / 1_000);

describe('an ID token', () => {
  test('that nobody has touched is taken', async () => {
    provided.provider.tampering = {};
    expect(await outcome()).toBe(ANSWERED);
  });

  test.each<readonly [string, (claims: JWTPayload) => JWTPayload]>([
    ['with the nonce of somebody else [ASVS v5.0.0-10.5.1]', (claims) => ({ ...claims, nonce: 'guessed' })],
    ['without a nonce [ASVS v5.0.0-10.5.1]', ({ nonce: _, ...claims }) => claims],
    ['for another client [ASVS v5.0.0-10.5.4] [ASVS v5.0.0-9.2.3]', (claims) => ({ ...claims, aud: 'elsewhere' })],
    ['of another provider [ASVS v5.0.0-10.2.2]', (claims) => ({ ...claims, iss: 'https://other.example' })],
    ['whose time is over [ASVS v5.0.0-9.2.1]', (claims) => ({ ...claims, exp: nowS() - 120 })],
    ['whose time has not come [ASVS v5.0.0-9.2.1]', (claims) => ({ ...claims, nbf: nowS() + 120 })],
    ['of nobody [ASVS v5.0.0-10.5.2]', ({ sub: _, ...claims }) => claims],
    ['of somebody who cannot be kept', (claims) => ({ ...claims, sub: 'nul \0' })],
  ])('%s is refused', async (_, claims) => {
    provided.provider.tampering = { claims };
    const browser = browserHere();
    expect(await outcome(browser)).toBe(REFUSED);
    expect((await browser.mutate('session.completeSignIn', {})).code).toBe('ATTEMPT_OVER');
  });

  test('that somebody else signed is refused [ASVS v5.0.0-6.8.2] [ASVS v5.0.0-9.1.1]', async () => {
    const { privateKey: key } = await generateKeyPair('RS256');
    provided.provider.tampering = { key };
    expect(await outcome()).toBe(REFUSED);
  });

  test('stays with the service, as the codes and secrets do [ASVS v5.0.0-10.1.1] [ASVS v5.0.0-10.2.3]', async () => {
    const browser = browserHere();
    const begun = await browser.mutate('session.beginSignIn', {});
    const { searchParams } = new URL((begun.data as { address: string }).address);
    expect(Object.fromEntries(searchParams)).toMatchObject({ scope: 'openid', code_challenge_method: 'S256' });
    for (const hidden of ['code_verifier', 'client_secret']) expect(searchParams.has(hidden)).toBe(false);
    expect(JSON.stringify([...browser.cookies])).not.toContain(searchParams.get('state'));
  });
});

describe('a provider that is away', () => {
  test('keeps neither the service from starting nor passwords from being taken, and is found once it is there [ASVS v5.0.0-16.5.2]', async () => {
    const away = await startProvidedService();
    try {
      await away.provider.stop();
      await linked(away, 'mulan');
      const browser = new Browser(away.running.address);
      expect(await browser.mutate('session.beginSignIn', {})).toMatchObject({
        status: 503,
        code: 'PROVIDER_UNAVAILABLE',
      });
      expect((await browser.signIn('mulan', PASSWORD)).status).toBe(200);
      await away.provider.listen();
      const back = await comingBack(away, browser, { login });
      await away.provider.stop();
      expect((await browser.go(back)).location).toBe('/provider-return?refused=PROVIDER_UNAVAILABLE');
      await away.provider.listen();
      await browser.go(await comingBack(away, browser, { login }));
      expect((await browser.mutate('session.completeSignIn', {})).status).toBe(200);
    } finally {
      await away.stop();
    }
  });

  test('is waited for five seconds and no longer [ASVS v5.0.0-16.5.2]', async () => {
    const silent = await serving(createServer(() => undefined));
    const { running, stop } = await startProvidedService({}, { issuer: silent.address });
    try {
      const browser = new Browser(running.address);
      expect((await browser.mutate('session.beginSignIn', {})).code).toBe('PROVIDER_UNAVAILABLE');
    } finally {
      await stop();
      silent.server.closeAllConnections();
      silent.server.close();
    }
  });
});

test('a provider that says to be another is not used [ASVS v5.0.0-10.5.3]', async () => {
  const impostor = await serving(
    createServer((request, response) => {
      void fetch(`${provided.provider.issuer}${request.url ?? ''}`)
        .then((answer) => answer.text())
        .then((body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body));
    }),
  );
  const { running, stop } = await startProvidedService({}, { issuer: impostor.address });
  try {
    const browser = new Browser(running.address);
    expect((await browser.mutate('session.beginSignIn', {})).code).toBe('PROVIDER_UNAVAILABLE');
  } finally {
    await stop();
    impostor.server.close();
  }
});

test('an installation without a provider offers none', async () => {
  const { running, stop } = await startProvidedService({ provider: null });
  try {
    const browser = new Browser(running.address);
    expect((await browser.query('session.entrance')).data).toMatchObject({ provider: null });
    expect((await browser.mutate('session.beginSignIn', {})).code).toBe('NO_PROVIDER');
    expect((await browser.go('/oidc/callback?code=1&state=2')).status).toBe(404);
  } finally {
    await stop();
  }
});

async function serving(server: Server): Promise<{ readonly server: Server; readonly address: string }> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('it listens on no port');
  return { server, address: `http://127.0.0.1:${address.port}` };
}
