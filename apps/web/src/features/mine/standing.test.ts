import { describe, expect, test } from 'vitest';
import { ballOf, calendarDaysLeft, earliestDay, overdueCount, waitingForYou, type CaseRow } from './standing.ts';

const step = (
  role: string,
  deadline: Partial<CaseRow['steps'][number]['deadline']> = {},
): CaseRow['steps'][number] => ({
  key: 'intake',
  title: { zh: '受理', en: 'Intake' },
  owner: { role, roleTitle: { zh: '', en: '' }, unit: { zh: '', en: '' }, province: 'CQ', person: null },
  deadline: {
    on: null,
    at: null,
    light: null,
    workingDaysLeft: null,
    provisional: false,
    clockStopped: false,
    ...deadline,
  },
});
const row = (...steps: CaseRow['steps']): CaseRow => ({
  caseId: '1',
  caseNumber: '渝告承〔2026〕0001',
  acceptanceNumber: null,
  itemTitle: { zh: '', en: '' },
  procedureTitle: { zh: '', en: '' },
  enterprise: '',
  province: 'CQ',
  state: 'open',
  ending: null,
  steps,
  openedAt: '2026-06-30T00:00:00Z',
  updatedAt: '2026-06-30T00:00:00Z',
});

describe('ballOf', () => {
  test('is with the reader whenever the applicant owes the step, even while the clock stands still', () => {
    expect(ballOf(step('APP', { clockStopped: true }))).toBe('you');
  });
  test('is with the bureau, or with nobody while its clock stands still', () => {
    expect(ballOf(step('WIN'))).toBe('agency');
    expect(ballOf(step('INS', { clockStopped: true }))).toBe('stopped');
  });
});

test('waitingForYou counts cases, not steps, parallel ones included', () => {
  expect(waitingForYou([row(step('INS'), step('APP')), row(step('APP'), step('APP')), row(step('WIN'))])).toBe(2);
});

test('earliestDay passes over undated deadlines', () => {
  expect(earliestDay([step('APP'), step('APP', { on: '2026-07-20' }), step('APP', { on: '2026-07-10' })])).toBe(
    '2026-07-10',
  );
  expect(earliestDay([step('APP')])).toBeNull();
});

test('overdueCount counts red lights only', () => {
  expect(overdueCount([step('APP', { light: 'red' }), step('APP', { light: 'orange' })])).toBe(1);
});

describe('calendarDaysLeft', () => {
  test('counts over the end of a month and a leap day', () => {
    expect(calendarDaysLeft('2026-06-30', '2026-07-01')).toBe(1);
    expect(calendarDaysLeft('2028-02-28', '2028-03-01')).toBe(2);
  });
  test('is nought on the day itself and negative afterwards', () => {
    expect(calendarDaysLeft('2026-06-30', '2026-06-30')).toBe(0);
    expect(calendarDaysLeft('2026-07-02', '2026-06-30')).toBe(-2);
  });
});
