import { expect, test } from 'vitest';
import { latestDue } from './latest-due.ts';

const due = (key: string, on: string | null) => ({
  key,
  deadline: { on, at: null, light: null, workingDaysLeft: null, provisional: false, clockStopped: false, why: null },
});

test('latestDue is the step whose last day comes last', () => {
  expect(latestDue([due('a', '2026-07-14'), due('b', '2026-08-17'), due('c', '2026-07-29')])).toBe('b');
});

test('latestDue says nothing where it is not known, or where nothing stands out', () => {
  expect(latestDue([due('a', '2026-07-14'), due('b', null)])).toBeNull();
  expect(latestDue([due('a', '2026-07-14'), due('b', '2026-07-14')])).toBeNull();
  expect(latestDue([due('a', '2026-07-14')])).toBeNull();
});
