import { describe, expect, test } from 'vitest';
import { headlineKey, readTyped } from './case-search.ts';

describe('readTyped', () => {
  test('two characters suffice, whatever plane they are from', () => {
    expect(readTyped(' 渝药 ')).toEqual({ kind: 'words', words: '渝药' });
    expect(readTyped('𠮷药')).toEqual({ kind: 'words', words: '𠮷药' });
  });
  test('one character is too short, also where it takes two code units', () => {
    expect(readTyped('渝')).toEqual({ kind: 'short' });
    expect(readTyped('𠮷')).toEqual({ kind: 'short' });
  });
  test('blanks ask for nothing', () => {
    expect(readTyped('  ')).toEqual({ kind: 'nothing' });
  });
});

test('headlineKey promises an exact number only when everything was read', () => {
  expect(headlineKey('open', true)).toBe('openExactly');
  expect(headlineKey('found', false)).toBe('foundAtLeast');
});
