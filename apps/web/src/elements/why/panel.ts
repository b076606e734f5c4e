import type { Text } from '@lianban/domain/text';
import { addDays, weekdayNumber } from '../dates.ts';
import { isWorked, type DayCell } from './counting.ts';
import type { SpanView, WhyView } from './views.ts';

const mostDays = 770;
const daysAfterToday = 14;

/**
 * Whole weeks, Monday to Sunday, from the start to the last day, or to two weeks from today while there is none;
 * null when that is more than the calendar gives at once.
 */
export function weeksAround(
  startOn: string,
  on: string | null,
  today: string,
): { readonly from: string; readonly to: string } | null {
  const end = on ?? addDays(today > startOn ? today : startOn, daysAfterToday);
  const last = end > startOn ? end : startOn;
  const from = addDays(startOn, 1 - weekdayNumber(startOn));
  const to = addDays(last, 7 - weekdayNumber(last));
  return addDays(from, mostDays) < to ? null : { from, to };
}

/** A row of the grid; `month` where the row begins another month than the row before. */
export interface Week {
  readonly month: string | null;
  readonly days: readonly DayCell[];
}

/** Rows of seven days; the first day is a Monday. */
export function weeksOf(cells: readonly DayCell[]): readonly Week[] {
  const rows = Array.from({ length: Math.ceil(cells.length / 7) }, (_, row) => cells.slice(row * 7, row * 7 + 7));
  const monthOf = (row: readonly DayCell[] | undefined): string | null => row?.[0]?.on.slice(0, 7) ?? null;
  return rows.map((days, row) => ({ days, month: monthOf(days) === monthOf(rows[row - 1]) ? null : monthOf(days) }));
}

/** Counted days that follow one another, rest days between them passed over; or a span that parts them. */
export type Stretch =
  | {
      readonly kind: 'counted';
      readonly from: string;
      readonly to: string;
      readonly first: number | null;
      readonly last: number | null;
    }
  | { readonly kind: 'span'; readonly span: number; readonly workingDays: number };

/** The count in pieces, in the order of the days. A span without a working day parts nothing. */
export function stretchesOf(cells: readonly DayCell[]): readonly Stretch[] {
  const pieces: Stretch[] = [];
  for (const cell of cells) {
    const before = pieces.at(-1);
    if (cell.part === 'counted') {
      if (before?.kind === 'counted')
        pieces[pieces.length - 1] = { ...before, to: cell.on, last: cell.number ?? before.last };
      else pieces.push({ kind: 'counted', from: cell.on, to: cell.on, first: cell.number, last: cell.number });
    } else if (cell.part === 'excluded' && cell.span !== null && isWorked(cell)) {
      if (before?.kind === 'span' && before.span === cell.span)
        pieces[pieces.length - 1] = { ...before, workingDays: before.workingDays + 1 };
      else pieces.push({ kind: 'span', span: cell.span, workingDays: 1 });
    }
  }
  return pieces;
}

/** Spans that no stretch of the count names, with what the record says of them. */
export const spansBeside = (spans: readonly SpanView[], cells: readonly DayCell[]): readonly SpanView[] => {
  const named = new Set(stretchesOf(cells).flatMap((stretch) => (stretch.kind === 'span' ? [stretch.span] : [])));
  return spans.filter((_, at) => !named.has(at));
};

/** Days of one festival that follow one another: 劳动节, from the first to the fifth of May, five days. */
export interface Festival {
  readonly name: Text;
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

/** Festivals passed over, in the order of the days. */
export function festivals(holidays: WhyView['holidays']): readonly Festival[] {
  const found: Festival[] = [];
  for (const { on, name } of holidays) {
    const before = found.at(-1);
    if (before && before.name.zh === name.zh && addDays(before.to, 1) === on)
      found[found.length - 1] = { ...before, to: on, days: before.days + 1 };
    else found.push({ name, from: on, to: on, days: 1 });
  }
  return found;
}

/** Year and edition in `2026#1`; edition 0 means that the notice of the year is not out. */
export function editionOf(calendar: string): { readonly year: string; readonly edition: number } {
  const [year = '', edition = '0'] = calendar.split('#');
  return { year, edition: Number(edition) };
}
