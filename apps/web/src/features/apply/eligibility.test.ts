import { describe, expect, test } from 'vitest';
import { checksOf, standingOf, windowState } from './eligibility.ts';
import { eligibility, item } from '../../testing/draft.ts';

const window = { opensOn: '2026-03-02', closesOn: '2026-06-30', oldLicence: '渝妆20210007', expiresOn: '2026-08-11' };

describe('windowState', () => {
  test('counts both ends as inside', () => {
    expect(windowState(window, '2026-03-01')).toBe('before');
    expect(windowState(window, '2026-03-02')).toBe('open');
    expect(windowState(window, '2026-06-30')).toBe('open');
    expect(windowState(window, '2026-07-01')).toBe('after');
  });
  test('knows items without a window', () => {
    expect(windowState(null, '2026-06-30')).toBe('none');
  });
});

describe('checksOf', () => {
  test('names catalogue, days and credit, in this order', () => {
    const checks = checksOf(item, eligibility({ window }), '2026-06-30');
    expect(checks).toEqual([
      { subject: 'catalogue', result: 'passed' },
      { subject: 'window', result: 'passed' },
      { subject: 'credit', result: 'passed' },
    ]);
  });
  test('leaves out the days of an item that has no window', () => {
    expect(checksOf(item, eligibility({}), '2026-06-30').map(({ subject }) => subject)).toEqual([
      'catalogue',
      'credit',
    ]);
  });
  test('leaves an unclear credit file to a person instead of failing it', () => {
    expect(checksOf(item, eligibility({ gate: 'unclear' }), '2026-06-30').at(-1)?.result).toBe('later');
    expect(checksOf(item, eligibility({ gate: 'barred' }), '2026-06-30').at(-1)?.result).toBe('failed');
  });
  test('asks of an item with a procedure of its own neither for commitment nor for what closes it', () => {
    const own = { ...item, byCommitment: false, ownProcedure: { zh: '并联审批', en: 'Parallel approval' } };
    const results = (changed: Parameters<typeof eligibility>[0]) =>
      checksOf(own, eligibility(changed), '2026-06-30').map(({ result }) => result);
    expect(results({ gate: 'unclear', routes: ['ordinary'] })).toEqual(['passed', 'passed']);
    expect(results({ gate: 'barred', routes: ['ordinary'] })).toEqual(['passed', 'passed']);
    expect(results({ gate: 'barred', routes: [] })).toEqual(['passed', 'failed']);
  });
});

describe('standingOf', () => {
  test('prefers the commitment where both routes are open', () => {
    expect(standingOf(eligibility({ routes: ['ordinary', 'commitment'] }), '2026-06-30')).toBe('commitment');
  });
  test('keeps the ordinary procedure open to those barred from commitment', () => {
    expect(standingOf(eligibility({ gate: 'barred', routes: ['ordinary'] }), '2026-06-30')).toBe('ordinary');
  });
  test('says whether to wait or that it is too late when no route is open', () => {
    expect(standingOf(eligibility({ routes: [], window }), '2026-02-28')).toBe('before');
    expect(standingOf(eligibility({ routes: [], window }), '2026-07-01')).toBe('after');
    expect(standingOf(eligibility({ routes: [] }), '2026-07-01')).toBe('closed');
  });
});
