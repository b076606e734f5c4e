import { describe, expect, test } from 'vitest';
import { isTyped, nothingKept, parseKept } from './kept-form.ts';

describe('parseKept', () => {
  test('gives back what was kept, the request of an undecided attempt included', () => {
    const kept = {
      outcome: 'refuse',
      values: { reasons: '材料不实' },
      attempt: { requestId: 'id-1', written: '{}' },
    };
    expect(parseKept(JSON.stringify(kept))).toEqual(kept);
  });
  test('is nothing for what cannot have been kept', () => {
    for (const stored of [null, '', '{', '[]', '"x"', '{"values":[]}', 'null'])
      expect(parseKept(stored)).toBe(nothingKept);
  });
  test('drops an attempt that is not whole', () => {
    expect(parseKept('{"values":{},"attempt":{"requestId":1}}').attempt).toBeNull();
  });
});

describe('isTyped', () => {
  test('holds for a text, a tick and a line of a list', () => {
    expect([{ a: 'x' }, { a: true }, { a: ['x'] }].map(isTyped)).toEqual([true, true, true]);
  });
  test('does not hold for blanks, what was cleared, and an untouched form', () => {
    expect([{}, { a: ' ' }, { a: null }, { a: false }, { a: [] }, { a: undefined }].map(isTyped)).toEqual(
      Array.from({ length: 6 }, () => false),
    );
  });
});
