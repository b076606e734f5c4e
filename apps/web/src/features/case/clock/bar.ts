import { daysBetween } from '../days.ts';
import type { ClockView } from '../views.ts';

/** A piece of the bar; `share` in percent of all working days drawn. */
export interface BarPiece {
  readonly kind: ClockView['segments'][number]['kind'];
  readonly workingDays: number;
  readonly share: number;
}

/** The bar drawn to scale, and where today stands on it in percent; null when today is not on it. */
export interface ClockBar {
  readonly pieces: readonly BarPiece[];
  readonly today: number | null;
}

/** Segments to scale of their working days; those without one take no room. An open segment ends, as far as is known, today. */
export function barOf(segments: ClockView['segments'], today: string): ClockBar {
  const all = segments.reduce((sum, { workingDays }) => sum + workingDays, 0);
  if (all === 0) return { pieces: [], today: null };
  const share = (days: number): number => (days / all) * 100;
  let before = 0;
  let at: number | null = null;
  for (const { from, to, workingDays } of segments) {
    const end = to ?? today;
    if (from <= today && today <= end) at = share(before + workingDays * passed(from, end, today));
    before += workingDays;
  }
  const drawn = segments.filter(({ workingDays }) => workingDays > 0);
  return {
    pieces: drawn.map(({ kind, workingDays }) => ({ kind, workingDays, share: share(workingDays) })),
    today: at,
  };
}

/** Share of a stretch that is over by the end of `today`. */
const passed = (from: string, to: string, today: string): number =>
  (daysBetween(from, today) + 1) / (daysBetween(from, to) + 1);
