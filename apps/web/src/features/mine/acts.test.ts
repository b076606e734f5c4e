import { procedures } from '@lianban/workflows/procedures/registry';
import { expect, test } from 'vitest';
import { actOf } from './acts.ts';

test('every duty of the applicant that has a last day is worded as an act', () => {
  const owed = procedures.flatMap(({ steps }) =>
    Object.entries(steps)
      .filter(([, step]) => step.owner === 'APP' && step.limit !== null)
      .map(([name]) => name),
  );
  expect(owed.length).toBeGreaterThan(0);
  expect(owed.filter((step) => actOf(step) === 'act')).toEqual([]);
});

test('a step that is not known has the general word', () => {
  expect(actOf('toString')).toBe('act');
});
