import { generateKeyPair } from 'jose';
import { auditOf, personStream } from '@lianban/db/audit';
import { select } from '@lianban/db/queryable';
import { UNKNOWN_STREAM } from '@lianban/db/sign-in/attempts';
import type { ProviderFailure } from '@lianban/domain/provider-failure';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Browser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
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
  await linked(provided, 'mulan');
});
afterEach(() => {
  provided.provider.tampering = null;
});
afterAll(() => provided.stop());

const login = { accountId: subjectOf('mulan') };
const secrets: string[] = [];

/** What the trail tells of sign-ins at the provider that came to nothing, by the reason. */
async function told(): Promise<Readonly<Record<string, number>>> {
  const { pool } = provided.running.database;
  const sums: Record<string, number> = {};
  for (const { action, detail } of await auditOf(pool, UNKNOWN_STREAM)) {
    expect(action).toBe('session.refusedByProvider'); // nobody has typed a password here
    for (const [reason, times] of Object.entries(detail['reasons'] as Record<string, number>))
      sums[reason] = (sums[reason] ?? 0) + times;
  }
  return sums;
}

/** A browser that has been sent away, and where the provider sends it back to. */
async function back(browser: Browser): Promise<URL> {
  const address = new URL(await comingBack(provided, browser, { login }));
  for (const secret of address.searchParams.values()) secrets.push(secret);
  return address;
}

type Trying = (browser: Browser) => Promise<unknown>;

const goBack: Trying = async (browser) => browser.go((await back(browser)).href);
const tries: Readonly<Record<Exclude<ProviderFailure, 'factor' | 'noPost'>, Trying>> = {
  nonce: (browser) => {
    provided.provider.tampering = { claims: (claims) => ({ ...claims, nonce: 'guessed' }) };
    return goBack(browser);
  },
  signature: async (browser) => {
    const { privateKey: key } = await generateKeyPair('RS256');
    provided.provider.tampering = { key };
    await goBack(browser);
  },
  token: (browser) => {
    provided.provider.tampering = { claims: (claims) => ({ ...claims, aud: 'elsewhere' }) };
    return goBack(browser);
  },
  refused: async (browser) => {
    const refused = await back(browser);
    refused.searchParams.delete('code');
    refused.searchParams.set('error', 'access_denied');
    await browser.go(refused.href);
  },
  state: async (browser) => {
    const wrong = await back(browser);
    wrong.searchParams.set('state', 'guessed');
    await browser.go(wrong.href);
  },
  away: async (browser) => {
    const address = await back(browser);
    await provided.provider.stop();
    await browser.go(address.href);
    await provided.provider.listen();
  },
  notLinked: async (browser) => {
    await browser.go(await comingBack(provided, browser, { login: { accountId: 'a stranger' } }));
    expect((await browser.mutate('session.completeSignIn', {})).code).toBe('IDENTITY_UNKNOWN');
  },
};

describe('a sign-in at the provider that comes to nothing', () => {
  test.each(Object.entries(tries))(
    'for %s is told of apart from wrong passwords, with that reason and no other [ASVS v5.0.0-16.3.1]',
    async (reason, trying) => {
      const before = await told();
      await trying(new Browser(provided.running.address));
      const after = { ...before, [reason]: (before[reason] ?? 0) + 1 };
      await eventually(`the trail tells of ${reason}`, async () => (await told())[reason] === after[reason]);
      expect(await told()).toEqual(after);
    },
  );

  test('is told of without anything that was secret or somebody else’s [ASVS v5.0.0-16.2.5]', async () => {
    const { pool } = provided.running.database;
    const rows = await select(pool, { text: `SELECT * FROM audit WHERE action = 'session.refusedByProvider'` });
    expect(rows.length).toBeGreaterThan(0);
    for (const secret of [...secrets, 'a stranger', 'guessed']) expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

describe('what somebody wants of the provider in their session', () => {
  test.each([
    ['session.beginLink', 'identity.linkFailed'],
    ['session.beginStepUp', 'session.stepUpFailed'],
  ] as const)(
    'by %s and does not get is told of on their own chain, with the reason [ASVS v5.0.0-16.3.1]',
    async (begin, action) => {
      const browser = new Browser(provided.running.address);
      await browser.signIn('mulan', PASSWORD);
      provided.provider.tampering = { claims: (claims) => ({ ...claims, nonce: 'guessed' }) };
      const { location } = await browser.go(await comingBack(provided, browser, { begin, login }));
      expect(location).toBe('/provider-return?refused=PROVIDER_REFUSED');
      const trail = await auditOf(provided.running.database.pool, personStream(personOf('mulan')));
      expect(trail.at(-1)).toMatchObject({
        ...{ action, person_id: personOf('mulan'), role: 'APP' },
        detail: { method: 'provider', reason: 'nonce' },
      });
    },
  );
});
