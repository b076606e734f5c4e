import { expect, test } from 'vitest';
import { fileSize } from './file-size.ts';

test.each([
  [1, '1 KB'],
  [1_023, '1 KB'],
  [1_536, '2 KB'],
  [1_048_063, '1023 KB'],
  [1_048_064, '1.0 MB'],
  [10 * 1_048_576, '10.0 MB'],
])('%i bytes are shown as %s', (bytes, shown) => {
  expect(fileSize(bytes)).toBe(shown);
});
