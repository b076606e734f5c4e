import { expect, test } from 'vitest';
import { quantities } from './quantities.ts';

test('an inspection needs two inspectors, a joint one two of each side, and neither begins with fewer', () => {
  const found = quantities.map(({ key, amount, unit, fewer, mark }) => [key, amount, unit.zh, fewer?.zh ?? null, mark]);
  expect(found).toEqual([
    ['insp.team.min', 2, '人', '检查不得开始', 'law'],
    ['joint.team.min', 2, '人（每方）', '检查不得开始', 'law'],
    ['risk.grades', 4, '级', null, 'uncertain'],
    ['recusal.coolingOff', 3, '年', null, 'design'],
    ['team.load', 5, '件', null, 'design'],
    ['team.rotation', 2, '年', null, 'design'],
  ]);
});
