import { expect, test } from 'vitest';
import { EnvironmentError, hostAndPort, postgresUrl, readVariables, wholeNumber } from './environment.ts';

const shape = { DATABASE_URL: postgresUrl, TEMPORAL_ADDRESS: hostAndPort, PORT: wholeNumber(0, 65_535).optional() };
const fit = { DATABASE_URL: 'postgres://lianban:secret@db/lianban', TEMPORAL_ADDRESS: 'temporal:7233' };

const complaintOf = (env: Readonly<Record<string, string>>): string => {
  try {
    readVariables(env, shape);
    return '';
  } catch (failure) {
    expect(failure).toBeInstanceOf(EnvironmentError);
    return String(failure);
  }
};

test('a fit environment is read, whatever else is in it', () => {
  const env = { ...fit, PORT: '80', PATH: '/bin', LIANBAN_TEST_TEMPORAL: 'x', LIANBAN_WEB: 'dist', HOST: '' };
  expect(readVariables(env, shape)).toEqual({ ...fit, PORT: 80 });
});

test('every variable that is missing, unfit or unknown is named at once', () => {
  const env = { TEMPORAL_ADDRESS: 'http://temporal', PORT: '99999', LIANBAN_SIGNIN_POLICY: 'asvs-5', LIANBAN_WBE: 'x' };
  const complaint = complaintOf(env);
  for (const name of ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'PORT', 'LIANBAN_SIGNIN_POLICY', 'LIANBAN_WBE'])
    expect(complaint).toContain(name);
});

test('an empty variable is none', () => {
  expect(complaintOf({ ...fit, DATABASE_URL: '' })).toContain('DATABASE_URL is not set');
  expect(readVariables({ ...fit, PORT: '' }, shape).PORT).toBeUndefined();
});

test.each([
  ['DATABASE_URL', 'mysql://lianban:hunter2@db/lianban'],
  ['TEMPORAL_ADDRESS', 'lianban:hunter2@temporal:7233'],
  ['PORT', 'hunter2'],
  ['LIANBAN_PASSWORD', 'hunter2'],
])('what %s holds is never said [ASVS v5.0.0-16.2.5]', (name, value) => {
  const complaint = complaintOf({ ...fit, [name]: value });
  expect(complaint).toContain(name);
  expect(complaint).not.toContain('hunter2');
});

test.each(['1.5', '-1', '1e3', ' 8', '0x10', '65536', ''])('%j is no whole number from 0 to 65535', (text) => {
  expect(wholeNumber(0, 65_535).safeParse(text).success).toBe(false);
});
