import { describe, expect, test } from 'vitest';
import { move, stay, stillThere } from './selection.ts';

describe('stay', () => {
  test('follows the current row wherever it goes', () => {
    expect(stay(['new', 'a', 'b'], { key: 'a', index: 0 })).toEqual({ key: 'a', index: 1 });
  });
  test('takes the row that came in its place when the current one goes, the last one at the end', () => {
    expect(stay(['a', 'c'], { key: 'b', index: 1 })).toEqual({ key: 'c', index: 1 });
    expect(stay(['a'], { key: 'b', index: 1 })).toEqual({ key: 'a', index: 0 });
  });
  test('starts with the first row and has none in an empty list', () => {
    expect(stay(['a', 'b'], null)).toEqual({ key: 'a', index: 0 });
    expect(stay([], { key: 'a', index: 0 })).toBeNull();
  });
});

describe('move', () => {
  test('stops at both ends', () => {
    expect(move(['a', 'b'], { key: 'b', index: 1 }, 1)).toEqual({ key: 'b', index: 1 });
    expect(move(['a', 'b'], { key: 'a', index: 0 }, -1)).toEqual({ key: 'a', index: 0 });
  });
  test('goes on from where the row stands now', () => {
    expect(move(['new', 'a', 'b'], { key: 'a', index: 0 }, 1)).toEqual({ key: 'b', index: 2 });
  });
});

test('stillThere forgets ticked rows that have left the list', () => {
  expect(stillThere(['a', 'c'], new Set(['b', 'c']))).toEqual(['c']);
});
