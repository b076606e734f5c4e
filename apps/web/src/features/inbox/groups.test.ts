import { describe, expect, test } from 'vitest';
import { groupOf, groupRows, rowKey, type InboxRow } from './groups.ts';

const today = '2026-06-30'; // a Tuesday
const undated: InboxRow['deadline'] = {
  on: null,
  at: null,
  light: null,
  workingDaysLeft: null,
  provisional: false,
  clockStopped: false,
};
const due = (on: string | null, more: Partial<InboxRow['deadline']> = {}): Pick<InboxRow, 'deadline'> => ({
  deadline: { ...undated, on, ...more },
});
const none = { zh: '', en: '' };
const row = (caseId: string, on: string | null, more: Partial<InboxRow> = {}): InboxRow => ({
  caseId,
  duty: 'accept',
  caseNumber: caseId,
  itemTitle: none,
  procedureTitle: none,
  enterprise: '',
  step: 'accept',
  about: null,
  stepTitle: none,
  consequence: null,
  owner: { role: 'WIN', roleTitle: none, unit: none, province: 'CQ', person: null },
  holder: 'me',
  openedAt: '2026-06-29T01:00:00Z',
  updatedAt: '2026-06-29T01:00:00Z',
  updatedBy: null,
  updatedFor: null,
  lastAct: none,
  urged: null,
  waits: 'enterprise',
  ...due(on),
  ...more,
});

describe('groupOf', () => {
  test('keeps what is due on the day in today, until its light is red', () => {
    expect(groupOf(due(today, { light: 'orange' }), today)).toBe('today');
    expect(groupOf(due(today, { light: 'red' }), today)).toBe('overdue');
  });
  test('ends the week on Sunday', () => {
    expect(groupOf(due('2026-07-05'), today)).toBe('week');
    expect(groupOf(due('2026-07-06'), today)).toBe('later');
  });
  test('takes the day in Shanghai of a deadline that is an hour', () => {
    expect(groupOf(due(null, { at: '2026-06-29T16:30:00Z' }), today)).toBe('today');
  });
  test('has no date where the clock stands still', () => {
    expect(groupOf(due(null, { clockStopped: true }), today)).toBe('undated');
  });
});

describe('groupRows', () => {
  test('puts what can still be saved before what is late, and what has no date last', () => {
    const rows = [
      row('e', null),
      row('d', '2026-07-08'),
      row('b', '2026-06-26'),
      row('c', '2026-07-01'),
      row('a', today),
    ];
    expect(groupRows(rows, today).map(({ name }) => name)).toEqual(['today', 'overdue', 'week', 'later', 'undated']);
  });
  test('keeps the order of the server within a group', () => {
    const rows = [row('deemed', '2026-07-03'), row('earlier', '2026-07-01')];
    expect(groupRows(rows, today)[0]?.rows.map(({ caseId }) => caseId)).toEqual(['deemed', 'earlier']);
  });
  test('shows a row once that moved to a later page while pages were read', () => {
    const moved = row('a', '2026-07-08', { updatedBy: 'now' });
    const groups = groupRows([row('a', today), row('b', today), moved], today);
    expect(groups.map(({ name, rows }) => [name, rows.map(rowKey)])).toEqual([
      ['today', ['b/accept']],
      ['later', ['a/accept']],
    ]);
  });
});
