import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { select } from '@lianban/db/queryable';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
afterAll(() => provided.stop());

async function signedIn(): Promise<Browser> {
  const browser = new Browser(provided.running.address);
  await browser.go(await comingBack(provided, browser, { login: { accountId: subjectOf('mulan') } }));
  expect((await browser.mutate('session.completeSignIn', {})).status).toBe(200);
  return browser;
}
const signOut = async (browser: Browser): Promise<string | null> =>
  ((await browser.mutate('session.signOut')).data as { goOn: string | null }).goOn;
const isSignedIn = async (browser: Browser): Promise<boolean> => (await browser.query('session.me')).data !== null;

describe('signing out', () => {
  test('of a session that came from the provider leads to where it ends there too, with no token, and back to the sign-in [ASVS v5.0.0-7.6.1]', async () => {
    const browser = await signedIn();
    const address = new URL((await signOut(browser)) ?? '');
    expect(await isSignedIn(browser)).toBe(false);
    expect(address.origin).toBe(provided.provider.issuer);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'lianban',
      post_logout_redirect_uri: `${provided.running.address}/sign-in`,
    });
    expect(await provided.provider.confirmSignOut(address.href)).toBe(`${provided.running.address}/sign-in`);
  });

  test('of a session that a password opened leads nowhere, nor does it without a session', async () => {
    const browser = new Browser(provided.running.address);
    await browser.signIn('wanhe', PASSWORD);
    expect(await signOut(browser)).toBeNull();
    expect(await signOut(browser)).toBeNull();
  });

  test.each([
    ['is away', null],
    ['offers no such place', { authorization_endpoint: 'http://localhost/auth' }],
  ])('ends the session here where the provider %s [ASVS v5.0.0-16.5.2]', async (_, metadata) => {
    const server = createServer((__, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ issuer, ...metadata }));
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    const issuer = `http://localhost:${(server.address() as AddressInfo).port}`; // it listens on a port
    if (metadata === null) server.close();
    const { running, stop } = await startProvidedService({}, { issuer });
    try {
      const browser = new Browser(running.address);
      await browser.signIn('wanhe', PASSWORD);
      await select(running.database.pool, { text: `UPDATE session SET method = 'provider'` });
      expect(await signOut(browser)).toBeNull();
      expect(await isSignedIn(browser)).toBe(false);
    } finally {
      await stop();
      server.close();
      server.closeAllConnections();
    }
  });
});
