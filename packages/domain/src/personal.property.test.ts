import fc from 'fast-check';
import { expect, test } from 'vitest';
import { masked, showingOf, shownPersonal, standingOf, type PersonalKind, type Standing } from './personal.ts';
import { roles, type Role } from './role.ts';

const kinds = ['name', 'phone', 'idNumber', 'email', 'paperNumber'] as const satisfies readonly PersonalKind[];
const standings = [
  ...(['ownEnterprise', 'ownUnit', 'otherUnit', 'supervisor', 'administrator', 'auditor'] as const),
] satisfies readonly Standing[];
const kind = fc.constantFrom(...kinds);

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const chinese = fc.stringMatching(/^[\u4e00-\u9fa5]{1,6}$/);
const mobile = digits(9).map((rest) => `13${rest}`);
const landline = fc.tuple(digits(3), digits(4), digits(4)).map(([area, a, b]) => `0${area.slice(1)}-${a} ${b}`);
const identity = fc.tuple(digits(17), fc.constantFrom('X', '7')).map(([rest, last]) => rest + last);
const anything = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  chinese,
  mobile,
  landline,
  identity,
  fc.emailAddress(),
);

/** Characters that stay readable, at most; separators and what follows an @ tell nobody apart. */
const most: Readonly<Record<PersonalKind, number>> = { name: 1, phone: 7, idNumber: 2, email: 1, paperNumber: 2 };

const readable = (of: PersonalKind, value: string): number => {
  const told = of === 'email' && value.includes('@') ? value.slice(0, value.lastIndexOf('@')) : value;
  const telling = of === 'name' || of === 'email' ? [...told] : [...told].filter((one) => !/[-\s()]/.test(one));
  return telling.filter((one) => one !== '*').length;
};

test('a masked value never shows more characters than are stated, whatever was written [ASVS v5.0.0-14.2.6]', () => {
  fc.assert(
    fc.property(kind, anything, (of, value) => {
      expect(readable(of, masked(of, value))).toBeLessThanOrEqual(most[of]);
    }),
  );
});

test('a value of more than one character never stays as it was [ASVS v5.0.0-14.2.6]', () => {
  fc.assert(
    fc.property(kind, fc.oneof(chinese, mobile, landline, identity), (of, value) => {
      if (value !== '*') expect(masked(of, value)).not.toBe(value);
    }),
  );
});

test('masking twice changes nothing', () => {
  fc.assert(
    fc.property(kind, anything, (of, value) => {
      expect(masked(of, masked(of, value))).toBe(masked(of, value));
    }),
    { examples: [['email', 'a@a.aa']] },
  );
});

test.each([
  ['name', '方少棠', '方**'],
  ['name', '石棠', '石*'],
  ['name', '某', '*'],
  ['phone', '13812345678', '138****5678'],
  ['phone', '023-6000 0203', '023-**** 0203'],
  ['phone', '60000203', '******03'],
  ['phone', '找小王', '***'],
  ['idNumber', '50010319900307123X', '5****************X'],
  ['email', 'fang@example.cn', 'f***@example.cn'],
  ['paperNumber', '渝委〔2026〕18号', '*********8号'],
] as const)('%s %s is shown as %s', (of, value, shown) => {
  expect(masked(of, value)).toBe(shown);
});

test('only the applicant, and the units that work on the case, ever see all of a name; nobody but the applicant all of a number at once [ASVS v5.0.0-8.2.3]', () => {
  const shown = (of: PersonalKind) => standings.filter((standing) => showingOf(of, standing) === 'shown');
  expect(shown('name')).toEqual(['ownEnterprise', 'ownUnit']);
  for (const of of ['phone', 'email', 'idNumber'] as const) expect(shown(of)).toEqual(['ownEnterprise']);
});

test('what is not shown does not leave [ASVS v5.0.0-8.2.3]', () => {
  fc.assert(
    fc.property(kind, fc.oneof(chinese, mobile, identity), fc.constantFrom(...standings), (of, value, standing) => {
      const left = shownPersonal(of, value, standing);
      const showing = showingOf(of, standing);
      expect(left).toBe(showing === 'shown' ? value : showing === 'absent' ? null : masked(of, value));
    }),
  );
});

test('every role stands to a case in one way, and only officers by their unit', () => {
  for (const role of Object.keys(roles) as Role[])
    // its keys are the roles
    if (['APP', 'DIST', 'SUP', 'ADM', 'AUD'].includes(role))
      expect(standingOf(role, true)).toBe(standingOf(role, false));
    else expect([standingOf(role, true), standingOf(role, false)]).toEqual(['ownUnit', 'otherUnit']);
});
