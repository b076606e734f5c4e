import { expect, test } from 'vitest';
import { roles, type Role } from './role.ts';
import { needsFactor, secondFactor } from './second-factor.ts';

test('everybody but applicants needs a second factor, and so does who is one beside another post [ASVS v5.0.0-6.3.3]', () => {
  const without = (Object.keys(roles) as Role[]).filter((role) => !needsFactor([role]));
  expect(without).toEqual(['APP']);
  expect(needsFactor(['APP', 'SUP'])).toBe(true);
  expect(needsFactor([])).toBe(false);
});

test('every rule says where it comes from, in both languages', () => {
  for (const { mark, source } of Object.values(secondFactor)) {
    expect(['standard', 'design']).toContain(mark);
    expect([source.zh, source.en].every((words) => words !== '')).toBe(true);
  }
});
