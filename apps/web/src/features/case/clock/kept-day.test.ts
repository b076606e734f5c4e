import { describe, expect, test } from 'vitest';
import type { ClockView } from '../views.ts';
import { keptDay } from './kept-day.ts';

type Kept = NonNullable<ClockView['deadline']['why']>['kept'];
const printed: Kept = { on: '2026-09-16', countedTo: '2026-09-09', ground: 'printed' };
const clock = (
  kept: Kept,
  { on = '2026-09-16', stoppedOn = null }: { on?: string | null; stoppedOn?: string | null } = {},
) => ({
  stoppedOn,
  deadline: { on, why: { kept } },
});

describe('the day that stands although the count ends earlier', () => {
  test('is told with the day that the count goes to', () => {
    expect(keptDay(clock(printed))).toBe(printed);
  });

  test('is told too where an extension was counted from it', () => {
    expect(keptDay(clock(printed, { on: '2026-09-30' }))).toBe(printed);
  });

  test('is none where the count holds, no day is known, or the clock has ended', () => {
    expect(keptDay(clock(null))).toBeNull();
    expect(keptDay(clock(printed, { on: null }))).toBeNull();
    expect(keptDay(clock(printed, { stoppedOn: '2026-09-01' }))).toBeNull();
    expect(keptDay({ stoppedOn: null, deadline: { on: '2026-09-16', why: null } })).toBeNull();
  });
});
