import { describe, expect, test } from 'vitest';
import { newSecret, shownSecret, stepOf } from './time-code.ts';

/** The secret and codes of RFC 6238, appendix B, of which the last six digits are used here. */
const secret = Buffer.from('12345678901234567890');

describe('a code of the authenticator app', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at %d seconds is that of RFC 6238', (seconds, code) => {
    expect(stepOf(secret, code, seconds * 1_000)).toBe(Math.floor(seconds / 30));
  });

  test('counts in its own thirty seconds, those before and those after, by the clock of the service [ASVS v5.0.0-6.5.5]', () => {
    const [step, code] = [Math.floor(1_234_567_890 / 30), '005924'];
    const found = [-2, -1, 0, 1, 2].map((away) => stepOf(secret, code, (step + away) * 30_000));
    expect(found).toEqual([null, step, step, step, null]);
  });

  test.each(['', '28708', '2870822', 'abcdef'])('is nothing else: "%s"', (code) => {
    expect(stepOf(secret, code, 59_000)).toBeNull();
  });
});

test('a secret has 160 bits, and the picture says the same as the text [ASVS v5.0.0-6.5.3]', () => {
  const made = newSecret();
  expect(made).toHaveLength(20);
  expect(newSecret()).not.toEqual(made);
  const shown = shownSecret(made, 'zhoumin');
  const address = new URL(shown.address);
  expect(address.protocol).toBe('otpauth:');
  expect(address.searchParams.get('secret')).toBe(shown.secret);
  expect(decodeURIComponent(address.pathname)).toContain('zhoumin');
});
