import { expect, test } from 'vitest';
import { refusalWords } from './refusal-words.ts';

const refused = (code: 'PASSWORD_REFUSED' | 'WRONG_PASSWORD', detail: Readonly<Record<string, unknown>>) =>
  refusalWords({ code, detail, text: '' });

test('every rule that a password may break has its own words, with its numbers', () => {
  expect(refused('PASSWORD_REFUSED', { rule: 'tooShort', min: 10 })).toEqual({
    key: 'refusedTooShort',
    values: { rule: 'tooShort', min: 10 },
  });
  for (const rule of ['tooLong', 'tooFewKinds', 'common', 'named', 'same']) {
    expect(refused('PASSWORD_REFUSED', { rule })?.key).toMatch(/^refused/);
  }
});

test('other refusals, and a rule that this console does not know, are told by the sentence of the code', () => {
  expect(refused('WRONG_PASSWORD', {})).toBeNull();
  expect(refused('PASSWORD_REFUSED', { rule: 'toString' })).toBeNull();
});
