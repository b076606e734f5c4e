import { expect, test } from 'vitest';
import { inTreeOrder } from './in-tree-order.ts';

const unit = (unitId: string, parentId: string | null = null) => ({ unitId, parentId });

test('every unit follows the one that it is under, however deep, and none is lost', () => {
  const units = [unit('b-part', 'b'), unit('a'), unit('b'), unit('deep', 'b-part'), unit('orphan', 'gone')];
  expect(inTreeOrder(units).map(({ unit: { unitId }, depth }) => [unitId, depth])).toEqual([
    ['a', 0],
    ['b', 0],
    ['b-part', 1],
    ['deep', 2],
    ['orphan', 0],
  ]);
});
