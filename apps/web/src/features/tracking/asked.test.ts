import { describe, expect, test } from 'vitest';
import { tidied, wrongIn } from './asked.ts';

describe('tidied', () => {
  test('drops blanks and writes letters of the code in capitals', () => {
    expect(tidied({ number: ' 渝药监受〔2026〕 0733 号 ', lastFour: ' 7x 2a ' })).toEqual({
      number: '渝药监受〔2026〕0733号',
      lastFour: '7X2A',
    });
  });
});

describe('wrongIn', () => {
  test('finds nothing wrong with a number and four signs', () => {
    expect(wrongIn({ number: '渝药监受〔2026〕1号', lastFour: '7X2A' })).toEqual({});
  });
  test('names each missing entry', () => {
    expect(wrongIn({ number: '', lastFour: '' })).toEqual({ number: 'missing', lastFour: 'missing' });
  });
  test.each(['123', '12345', '12-4', '渝123'])('takes %s for other than four signs', (lastFour) => {
    expect(wrongIn({ number: '1', lastFour })).toEqual({ lastFour: 'notFour' });
  });
});
