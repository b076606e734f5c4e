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
