import type { Span } from './ask.ts';
import { epochDay } from './civil-date.ts';

/** The days that spans take out of a count, by day number. Overlapping spans are their union. */
export interface SpanDays {
  /** Whether the day lies in a span; every day from `openFrom` on does. */
  readonly excludes: (day: number) => boolean;
  /** First day of the span that is still open; infinite when none is. */
  readonly openFrom: number;
}

/** A span that ended before it began, as after a pause of less than a day, takes out nothing. */
export function spanDays(spans: readonly Span[]): SpanDays {
  const ranges = spans.map(({ from, to }) => ({ from: epochDay(from), to: to === null ? Infinity : epochDay(to) }));
  return {
    excludes: (day) => ranges.some(({ from, to }) => from <= day && day <= to),
    openFrom: Math.min(Infinity, ...ranges.filter(({ to }) => to === Infinity).map(({ from }) => from)),
  };
}
