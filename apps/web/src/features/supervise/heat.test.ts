import { expect, test } from 'vitest';
import { heatShare, sumOfUnits } from './heat.ts';

test('a cell warms with every case, from nothing to a limit that leaves its figure readable', () => {
  expect([0, 1, 2, 4, 5, 300].map(heatShare)).toEqual([0, 21, 28, 42, 46, 46]);
});

test('the last line adds up what stands above it', () => {
  const first = { open: 9, green: 4, yellow: 2, orange: 1, red: 1, stopped: 1 };
  const second = { open: 3, green: 0, yellow: 0, orange: 1, red: 0, stopped: 2 };
  expect(sumOfUnits([first, second])).toEqual({ open: 12, green: 4, yellow: 2, orange: 2, red: 1, stopped: 3 });
  expect(sumOfUnits([])).toEqual({ open: 0, green: 0, yellow: 0, orange: 0, red: 0, stopped: 0 });
});
