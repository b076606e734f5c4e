import { describe, expect, test } from 'vitest';
import type { InboxPage, InboxRow } from './groups.ts';
import { earliestOf, isAtStake, nextGroup, onlyDeemed, totalOf } from './standing.ts';

const counts: InboxPage['counts'] = { mine: 9, pool: 4, today: 0, overdue: 2, week: 0, later: 3, undated: 4 };
const none = { zh: '', en: '' };
const row = (on: string | null, consequence: InboxRow['consequence'] = null): InboxRow => ({
  caseId: '1',
  duty: 'accept',
  caseNumber: '',
  itemTitle: none,
  procedureTitle: none,
  enterprise: '',
  step: 'accept',
  about: null,
  stepTitle: none,
  consequence,
  deadline: { on, at: null, light: null, workingDaysLeft: null, provisional: false, clockStopped: false },
  owner: { role: 'WIN', roleTitle: none, unit: none, province: 'CQ', person: null },
  holder: 'me',
  openedAt: '2026-06-29T01:00:00Z',
  updatedAt: '2026-06-29T01:00:00Z',
  updatedBy: null,
  updatedFor: null,
  lastAct: none,
  urged: null,
  waits: 'enterprise',
});
const effect = { zh: '视为受理', en: 'Deemed accepted' };

test('totalOf counts the tab without a filter and the group with one', () => {
  expect(totalOf(counts, 'pool', 'all')).toBe(4);
  expect(totalOf(counts, 'mine', 'overdue')).toBe(2);
});

describe('onlyDeemed', () => {
  const today = '2026-06-30';
  test('finds the row of today that takes effect by itself, never one of another day', () => {
    const rows = [row('2026-07-01', effect), row(today), row(today, effect)];
    expect(onlyDeemed({ deemedToday: 1, today, rows })).toBe(rows[2]);
  });
  test('names none when there are several, or it has not been read', () => {
    expect(onlyDeemed({ deemedToday: 2, today, rows: [row(today, effect)] })).toBeNull();
    expect(onlyDeemed({ deemedToday: 1, today, rows: [row('2026-07-01', effect)] })).toBeNull();
  });
});

test('nextGroup passes over empty groups and what is already late', () => {
  expect(nextGroup(counts)).toBe('later');
  expect(nextGroup({ ...counts, later: 0 })).toBeNull();
});

describe('earliestOf', () => {
  test('finds the earliest day wherever it stands', () => {
    expect(earliestOf({ rows: [row('2026-07-08', effect), row(null), row('2026-07-06')], next: null })).toBe(
      '2026-07-06',
    );
  });
  test('says nothing while a later page may hold an earlier day', () => {
    expect(earliestOf({ rows: [row('2026-07-08')], next: 'more' })).toBeNull();
  });
});

test('the effect of silence takes the place of the days left on the last day only', () => {
  const on = (workingDaysLeft: number | null, consequence: InboxRow['consequence']) => {
    const { deadline } = row('2026-06-30');
    return isAtStake({ consequence, deadline: { ...deadline, workingDaysLeft } });
  };
  expect(on(0, effect)).toBe(true);
  expect([on(1, effect), on(0, null), on(null, effect)]).toEqual([false, false, false]);
});
