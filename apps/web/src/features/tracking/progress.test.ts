import { describe, expect, test } from 'vitest';
import { holderOf, shares, type TrackingView } from './progress.ts';

const where = (role: string): TrackingView['where'] => ({
  role,
  roleTitle: { zh: '', en: '' },
  unit: { zh: '', en: '' },
  province: 'CQ',
  person: null,
});
const stopped = {
  on: null,
  at: null,
  light: null,
  workingDaysLeft: null,
  provisional: false,
  clockStopped: true,
  why: null,
};

describe('holderOf', () => {
  test('names nobody once the case is closed', () => {
    expect(holderOf({ state: 'closed', where: where('WIN'), deadline: null })).toBe('closed');
  });
  test('names the enterprise when it owes the step, otherwise the bureau unless the clock stands still', () => {
    expect(holderOf({ state: 'open', where: where('APP'), deadline: stopped })).toBe('enterprise');
    expect(holderOf({ state: 'open', where: where('INS'), deadline: stopped })).toBe('stopped');
    expect(holderOf({ state: 'open', where: where('INS'), deadline: null })).toBe('agency');
  });
});

describe('shares', () => {
  test('draws the longer side in full and the other to the same scale', () => {
    expect(shares([35, 16])).toEqual([100, 46]);
  });
  test('draws nothing while no day is used', () => {
    expect(shares([0, 0])).toEqual([0, 0]);
  });
});
