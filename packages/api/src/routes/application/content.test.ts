import { refusalOf } from '@lianban/domain/form-schema';
import { describe, expect, test } from 'vitest';
import { draftContent } from '../../views/application.ts';
import { contentInput } from './content.ts';

const refusal = (content: unknown): string => {
  const { error } = contentInput.safeParse(content);
  return error === undefined ? 'none' : refusalOf(error).code;
};

describe('contentInput', () => {
  test('lets everything be missing', () => {
    expect(contentInput.parse({})).toEqual({});
  });

  test.each([
    ['contact', { contact: '方\0少棠' }],
    ['premises', { premises: 'a\uD800b' }],
    ['note', { materials: { form: { provided: true, note: '\uDC00' } } }],
    ['name under the signature', { signature: { noticeVersion: '1', name: '\0' } }],
    ['promised day', { conditionsMetOn: '2026-07-01\0' }],
  ])('refuses text that cannot be kept in the %s', (_, content) => {
    expect(refusal(content)).toBe('INVALID_TEXT');
  });

  test.each(['2026-02-30', '2026-13-01', '2026-2-3', 'tomorrow', ''])('refuses %j as a day', (conditionsMetOn) => {
    expect(refusal({ conditionsMetOn })).toBe('NO_SUCH_DATE');
  });

  test.each([
    ['a long contact', { contact: 'x'.repeat(61) }],
    ['two lines for one', { phone: '1\n2' }],
    ['another route', { route: 'fast' }],
    ['an unknown field', { surprise: 1 }],
    ['a material without a name', { materials: { '': { provided: true, note: '' } } }],
    [
      'too many materials',
      { materials: Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`m${n}`, { provided: true, note: '' }])) },
    ],
  ])('refuses %s', (_, content) => {
    expect(refusal(content)).toBe('MALFORMED');
  });

  test('takes nothing that the view could not show again, characters outside the basic plane included', () => {
    const content = { contact: '𠮷'.repeat(60), premises: '𠮷'.repeat(200), conditionsMetOn: '2026-07-01' };
    expect(draftContent.parse(contentInput.parse(content))).toEqual(content);
    expect(refusal({ contact: '𠮷'.repeat(61) })).toBe('MALFORMED');
  });
});
