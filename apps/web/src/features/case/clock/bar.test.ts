import { describe, expect, test } from 'vitest';
import type { ClockView } from '../views.ts';
import { barOf } from './bar.ts';

type Segment = ClockView['segments'][number];
const segment = (kind: Segment['kind'], from: string, to: string | null, workingDays: number): Segment => ({
  kind,
  from,
  to,
  workingDays,
  title: null,
});

describe('barOf', () => {
  test('draws working days to scale and leaves out a segment of rest days only', () => {
    const { pieces } = barOf(
      [
        segment('running', '2026-05-12', '2026-05-15', 4),
        segment('excluded', '2026-05-16', '2026-05-17', 0),
        segment('ahead', '2026-05-18', '2026-05-25', 6),
      ],
      '2026-05-15',
    );
    expect(pieces.map(({ kind, share }) => [kind, Math.round(share)])).toEqual([
      ['running', 40],
      ['ahead', 60],
    ]);
  });
  test('puts today at the end of what has run', () => {
    const segments = [
      segment('running', '2026-06-02', '2026-06-05', 4),
      segment('ahead', '2026-06-06', '2026-06-11', 4),
    ];
    expect(barOf(segments, '2026-06-05').today).toBe(50);
  });
  test('puts today at the end of a span that is still open', () => {
    const segments = [segment('running', '2026-06-02', '2026-06-05', 4), segment('excluded', '2026-06-06', null, 4)];
    expect(barOf(segments, '2026-06-11').today).toBe(100);
  });
  test('has no today once the clock has stopped, and nothing to draw without days', () => {
    expect(barOf([segment('running', '2026-06-02', '2026-06-05', 4)], '2026-06-11').today).toBeNull();
    expect(barOf([], '2026-06-11')).toEqual({ pieces: [], today: null });
  });
});
