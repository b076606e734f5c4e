import { expect, test } from 'vitest';
import { rulesNamed } from './rules-named.ts';

const rule = (key: string) => ({
  key,
  title: { zh: `${key}时限`, en: `Limit of ${key}` },
  basis: { zh: `《${key}》`, en: `Law of ${key}` },
});
const rules = [rule('permit.intake'), rule('permit.assign'), rule('permit.decide')];

test('rulesNamed finds a rule by key, title or basis in either language, whatever the case', () => {
  const found = (words: string) => rulesNamed(rules, words).map(({ key }) => key);
  expect(found(' PERMIT.A ')).toEqual(['permit.assign']);
  expect(found('law of permit.i')).toEqual(['permit.intake']);
  expect(found('《permit.decide》')).toEqual(['permit.decide']);
  expect(found('assign时限')).toEqual(['permit.assign']);
  expect(found('limit of permit.d')).toEqual(['permit.decide']);
  expect(rulesNamed(rules, ' ')).toBe(rules);
});
