import { expect, test } from 'vitest';
import { roles, type Role } from './role.ts';
import { needsFactor, provesFactor, secondFactor } from './second-factor.ts';

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

test('the word of a provider counts where it is one of those that are trusted, and nothing is trusted by itself [ASVS v5.0.0-6.8.4]', () => {
  const trusted = { acr: ['urn:two'], amr: ['mfa', 'hwk'] };
  expect(provesFactor({ acr: 'urn:two' }, trusted)).toBe(true);
  expect(provesFactor({ acr: 'urn:one', amr: ['pwd', 'mfa'] }, trusted)).toBe(true);
  for (const word of [{}, { acr: 'urn:one', amr: ['pwd'] }, { acr: 'mfa', amr: ['urn:two'] }])
    expect(provesFactor(word, trusted)).toBe(false);
  expect(provesFactor({ acr: 'urn:two', amr: ['mfa'] }, { acr: [], amr: [] })).toBe(false);
});
