import { describe, expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

const servers = {
  ...{ DATABASE_URL: 'postgres://lianban:hunter2@db/lianban', TEMPORAL_ADDRESS: 'temporal:7233' },
  LIANBAN_SECRET_KEY: `test:${Buffer.alloc(32, 1).toString('base64')}`,
};

test('what is not set has a default that trusts nobody', () => {
  expect(readEnvironment(servers)).toMatchObject({
    ...{ host: '127.0.0.1', port: 3_000, console: null, demo: false, proxies: [], rates: 1, logLevel: 'info' },
  });
});

describe('trusted proxies [ASVS v5.0.0-4.1.3]', () => {
  test.each([
    ['10.0.0.7', ['10.0.0.7']],
    ['10.0.0.0/8, 2001:db8::/32,::1', ['10.0.0.0/8', '2001:db8::/32', '::1']],
  ])('%s are addresses and networks', (text, proxies) => {
    expect(readEnvironment({ ...servers, LIANBAN_PROXIES: text }).proxies).toEqual(proxies);
  });

  test.each([
    'proxy.example',
    '10.0.0.0/33',
    '10.0.0.0/0',
    '::/0',
    '0.0.0.0/00',
    '10.0.0.7,',
    '10.0.0/8',
    '10.0.0.7/8/8',
    'true',
    '1',
  ])('%s is refused at the start', (text) => {
    expect(() => readEnvironment({ ...servers, LIANBAN_PROXIES: text })).toThrow(/^[^:]+: LIANBAN_PROXIES holds/);
  });
});

test.each([
  ['PORT', '70000'],
  ['LIANBAN_DEMO', 'yes'],
  ['LIANBAN_PATIENCE_MS', 'soon'],
  ['LIANBAN_LOG_LEVEL', 'loud'],
  ['LIANBAN_RATES', '0.5'],
  ['LIANBAN_SIGN_IN_POLICY', 'nist'],
  ['LIANBAN_SECOND_FACTOR', 'never'],
  ['LIANBAN_SECRET_KEY', 'c2hvcnQ='],
  ['LIANBAN_SIGN_IN_POLICIES', 'djcp-4'],
  ['DATABASE_URL', 'mysql'],
  ['TEMPORAL_ADDRESS', 'http://temporal:7233'],
])('%s cannot be %s, and the message has no value of any variable [ASVS v5.0.0-16.2.5]', (name, value) => {
  const message = (): string => {
    try {
      return JSON.stringify(readEnvironment({ ...servers, [name]: value }));
    } catch (failure) {
      return String(failure);
    }
  };
  expect(message()).toContain(`${name} `);
  expect(message()).not.toContain(value);
  expect(message()).not.toContain('hunter2');
});

describe('an identity provider', () => {
  const provider = {
    ...{ LIANBAN_OIDC_ISSUER: 'https://identity.example/realms/cq', LIANBAN_OIDC_CLIENT_ID: 'lianban' },
    ...{ LIANBAN_OIDC_CLIENT_SECRET: 'hunter3', LIANBAN_ORIGIN: 'https://lianban.example' },
  };

  test('is none where nothing is said, and trusted with no second factor where that is not said', () => {
    expect(readEnvironment(servers).provider).toBeNull();
    expect(readEnvironment({ ...servers, LIANBAN_ORIGIN: provider.LIANBAN_ORIGIN }).provider).toBeNull();
    expect(readEnvironment({ ...servers, ...provider }).provider).toEqual({
      ...{ issuer: 'https://identity.example/realms/cq', clientId: 'lianban', clientSecret: 'hunter3', title: null },
      ...{ callback: 'https://lianban.example/oidc/callback', trusted: { acr: [], amr: [] } },
      ...{ afterSignOut: 'https://lianban.example/sign-in', staff: 'offered' },
    });
  });

  test('alone lets officials in where that is said, and then there has to be one, or nobody could come in [ASVS v5.0.0-6.3.4]', () => {
    const alone = { ...servers, LIANBAN_OIDC_STAFF: 'required' };
    expect(readEnvironment({ ...alone, ...provider }).provider?.staff).toBe('required');
    expect(() => readEnvironment(alone)).toThrow('LIANBAN_OIDC_ISSUER is not set');
    expect(() => readEnvironment({ ...alone, LIANBAN_OIDC_STAFF: 'always' })).toThrow('LIANBAN_OIDC_STAFF is neither');
  });

  test('is said whole', () => {
    const trusted = { LIANBAN_OIDC_TRUSTED_ACR: 'urn:a, urn:b', LIANBAN_OIDC_TRUSTED_AMR: 'mfa' };
    expect(readEnvironment({ ...servers, ...provider, ...trusted }).provider?.trusted).toEqual({
      ...{ acr: ['urn:a', 'urn:b'], amr: ['mfa'] },
    });
    for (const name of Object.keys(provider))
      expect(() => readEnvironment({ ...servers, ...provider, [name]: undefined })).toThrow(`${name} is not set`);
  });

  test.each([
    ['LIANBAN_OIDC_ISSUER', 'http://identity.example'],
    ['LIANBAN_OIDC_ISSUER', 'https://user:word@identity.example'],
    ['LIANBAN_OIDC_ISSUER', 'https://identity.example/?realm=cq'],
    ['LIANBAN_OIDC_ISSUER', 'identity.example'],
    ['LIANBAN_ORIGIN', 'http://lianban.example'],
    ['LIANBAN_ORIGIN', 'https://lianban.example/'],
    ['LIANBAN_ORIGIN', 'https://lianban.example/console'],
  ])('%s cannot be %s [ASVS v5.0.0-12.3.1]', (name, value) => {
    expect(() => readEnvironment({ ...servers, ...provider, [name]: value })).toThrow(`${name} is no address`);
  });

  test.each(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])(
    '%s is on this machine',
    (here) => {
      const local = { LIANBAN_OIDC_ISSUER: here, LIANBAN_ORIGIN: here };
      expect(readEnvironment({ ...servers, ...provider, ...local }).provider?.issuer).toBe(here);
    },
  );
});
