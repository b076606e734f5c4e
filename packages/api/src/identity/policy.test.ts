import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../environment.ts';
import { hashOfPassword, passwordFits } from './password.ts';
import { refusalOfPassword } from './password-rules.ts';
import { guessing, policyNamed, profileNames, withoutTerm } from './policy.ts';

const [djcp, asvs] = [policyNamed('djcp-3'), policyNamed('asvs-5')];
const owner = { user: 'zhoumin', name: '周敏' };
const ruleOf = (password: string, policy = djcp): string | null =>
  refusalOfPassword(password, policy, owner)?.rule ?? null;

const servers = {
  ...{ DATABASE_URL: 'postgres://u:p@nowhere/db', TEMPORAL_ADDRESS: 'nowhere' },
  LIANBAN_SECRET_KEY: `test:${Buffer.alloc(32, 1).toString('base64')}`,
};

describe('the policy of an installation', () => {
  test('is chosen at the start, the stricter one by default, and nothing else is taken for one [ASVS v5.0.0-6.1.1] [ASVS v5.0.0-7.1.1]', () => {
    expect(readEnvironment(servers).signInPolicy.name).toBe('djcp-3');
    expect(readEnvironment({ ...servers, LIANBAN_SIGN_IN_POLICY: 'asvs-5' }).signInPolicy.name).toBe('asvs-5');
    expect(() => readEnvironment({ ...servers, LIANBAN_SIGN_IN_POLICY: 'none' })).toThrow(/LIANBAN_SIGN_IN_POLICY/);
    expect(() => policyNamed('toString')).toThrow(/LIANBAN_SIGN_IN_POLICY/);
  });

  test('has a source and a mark for every number, in both languages [ASVS v5.0.0-6.1.1]', () => {
    const parameters = [
      ...profileNames.map(policyNamed).flatMap(({ password, session }) => [password, session]),
      guessing,
    ];
    const all = parameters.flatMap((group) => Object.values(group));
    expect(all.length).toBeGreaterThan(15);
    for (const { source, mark } of all) {
      expect(source.zh).not.toBe('');
      expect(source.en).not.toMatch(/\p{Script=Han}/u);
      expect(['standard', 'design', 'uncertain']).toContain(mark);
    }
  });

  test('gives passwords no term under ASVS, nor in a demonstration, whose passwords are public [ASVS v5.0.0-6.2.10]', () => {
    expect(asvs.password.termDays.value).toBeNull();
    expect(withoutTerm(djcp).password.termDays.value).toBeNull();
    expect(djcp.password.termDays.value).toBe(90);
  });
});

describe('a new password', () => {
  test.each([
    ['long enough', 'asvs', '三月的雨落在嘉陵江边的旧码头'.repeat(2), null],
    ['of sixty-four characters', 'asvs', 'Vq7#'.repeat(16), null],
    ['of two hundred', 'asvs', 'Vq7#x'.repeat(40), null],
    ['longer than a form takes', 'asvs', 'Vq7#x'.repeat(41), 'tooLong'],
    ['a little too short', 'asvs', 'gnu tarn pewit', 'tooShort'],
    ['of lower case letters only', 'asvs', 'gnu tarn pewit om', null],
    ['of lower case letters only', 'djcp', 'gnutarnpewitom', 'tooFewKinds'],
    ['of three kinds', 'djcp', 'gnuTarn58pewit', null],
    ['too short for its kinds', 'djcp', 'gnuTarn58', 'tooShort'],
  ])(
    '%s under %s is judged by its policy [ASVS v5.0.0-6.2.1] [ASVS v5.0.0-6.2.5] [ASVS v5.0.0-6.2.9]',
    (_, policy, password, rule) => {
      expect(ruleOf(password, policy === 'asvs' ? asvs : djcp)).toBe(rule);
    },
  );

  test('is counted in characters, not in the halves that a computer stores [ASVS v5.0.0-6.2.9]', () => {
    expect(ruleOf('𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷', asvs)).toBe('tooShort');
  });

  test.each([
    ['1qaz2wsx3edc'],
    ['qwertyuiop'],
    ['Qwertyuiop2026!'],
    ['!!Password12345!!'],
    ['ｐａｓｓｗｏｒｄ１２３４５'],
    ['aaaaaaaaaaaaaaaaaa'],
    ['121212121212121212'],
  ])('that many people have is refused: %s [ASVS v5.0.0-6.2.4]', (password) => {
    expect(ruleOf(password)).toBe('common');
  });

  test.each([
    ['my Zhoumin is 44'],
    ['ZHOUMIN-pewit-58'],
    ['周敏的Pewit-gnu58'],
    ['Lianban-pewit-58'],
    ['ｌｉａｎｂａｎ-Pewit58'],
    ['联办Pewit-gnu58'],
  ])('with the name of the account, the person or the product is refused: %s [ASVS v5.0.0-6.2.11]', (password) => {
    expect(ruleOf(password)).toBe('named');
  });
});

describe('the hash of a password', () => {
  test('is argon2id at the cost that OWASP asks for [ASVS v5.0.0-11.4.2]', async () => {
    expect(await hashOfPassword('gnu tarn pewit')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('covers all of it, exactly as typed [ASVS v5.0.0-6.2.8]', async () => {
    const long = 'gnu tarn pewit '.repeat(12);
    const hash = await hashOfPassword(`${long}a`);
    expect(await passwordFits(hash, `${long}a`)).toBe(true);
    for (const other of [`${long}b`, long, `${long}A`, `${long}a `, `${long}ａ`])
      expect(await passwordFits(hash, other)).toBe(false);
  });

  test('is the same however a keyboard composes a character [ASVS v5.0.0-6.2.8]', async () => {
    expect(await passwordFits(await hashOfPassword('caf\u00e9 pewit'), 'cafe\u0301 pewit')).toBe(true);
  });
});
