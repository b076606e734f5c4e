import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../environment.ts';
import { refuseUnknownKeys, seal, secretKeysFrom, unseal } from './secret-keys.ts';

const keyOf = (name: string): string => `${name}:${randomBytes(32).toString('base64')}`;
const [mine, theirs] = ['00000000-0000-4000-8a00-000000000001', '00000000-0000-4000-8a00-000000000002'];
const secret = randomBytes(20);

describe('a sealed secret', () => {
  const keys = secretKeysFrom(keyOf('a'));

  test('opens for the person it was sealed for, and never looks the same twice', () => {
    const [one, two] = [seal(keys, mine, secret), seal(keys, mine, secret)];
    expect(unseal(keys, { ...one, personId: mine })).toEqual(secret);
    expect(one.secret).not.toBe(two.secret);
  });

  test('does not open in the row of somebody else, nor when a bit of it has changed [ASVS v5.0.0-11.3.3]', () => {
    const sealed = seal(keys, mine, secret);
    expect(() => unseal(keys, { ...sealed, personId: theirs })).toThrow();
    const bytes = Buffer.from(sealed.secret, 'base64');
    for (const at of [0, 12, 28, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(keys, { personId: mine, secret: changed.toString('base64'), keyId: 'a' })).toThrow();
    }
  });

  test('opens with the earlier key as long as that is named, and is sealed by the newest', () => {
    const [earlier, newer] = [keyOf('a'), keyOf('b')];
    const before = seal(secretKeysFrom(earlier), mine, secret);
    const both = secretKeysFrom(`${newer},${earlier}`);
    expect(unseal(both, { ...before, personId: mine })).toEqual(secret);
    expect(seal(both, mine, secret).keyId).toBe('b');
    expect(() => unseal(secretKeysFrom(newer), { ...before, personId: mine })).toThrow(/no key of the name a/);
    expect(() => refuseUnknownKeys(both, ['a', 'b'])).not.toThrow();
    expect(() => refuseUnknownKeys(secretKeysFrom(newer), ['b', 'a'])).toThrow(/no key of the name a/);
  });
});

describe('LIANBAN_SECRET_KEY', () => {
  test.each([
    ['nothing', undefined, /is not set/],
    ['a key without a name', randomBytes(32).toString('base64'), /name:base64/],
    ['a key that is too short', `a:${randomBytes(16).toString('base64')}`, /32 bytes/],
    ['two keys of one name', `${keyOf('a')},${keyOf('a')}`, /two keys of one name/],
  ])('%s is refused at the start, and the key is not said', (_, written, reason) => {
    const servers = { DATABASE_URL: 'postgres://u:p@nowhere/db', TEMPORAL_ADDRESS: 'nowhere' };
    const failing = (): unknown => readEnvironment({ ...servers, LIANBAN_SECRET_KEY: written });
    expect(failing).toThrow(reason);
    expect(failing).not.toThrow(written?.split(':').at(-1)?.slice(0, 12) ?? 'never said');
  });
});
