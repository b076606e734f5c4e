import { addDays } from '../../../elements/dates.ts';
import { weekdayNumber } from '../days.ts';
import type { CasePageView, DutyView, WhyView } from '../views.ts';
import { isWorked, type DayCell } from './counting.ts';

/** A day that is asked about: of a duty or right, or of a statutory clock. */
export interface Asked {
  readonly deadline: DutyView['deadline'];
  readonly why: WhyView | null;
}

/** What `why` in the address names: the key of an open duty or right, or `clock:<name>`; null when it is not open any more. */
export function askedFor(page: Pick<CasePageView, 'duties' | 'rights' | 'clocks'>, key: string): Asked | null {
  const clock = page.clocks.find(({ name }) => `clock:${name}` === key);
  const found = clock ?? [...page.duties, ...page.rights].find((duty) => duty.key === key);
  return found ? { deadline: found.deadline, why: found.deadline.why } : null;
}

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

/** Festivals passed over, each with how many of its days: 劳动节 5. */
export function festivals(holidays: WhyView['holidays']): readonly { readonly name: string; readonly days: number }[] {
  const days = new Map<string, number>();
  for (const { name } of holidays) days.set(name, (days.get(name) ?? 0) + 1);
  return [...days].map(([name, count]) => ({ name, days: count }));
}

/** Year and edition in `2026#1`; edition 0 means that the notice of the year is not out. */
export function editionOf(calendar: string): { readonly year: string; readonly edition: number } {
  const [year = '', edition = '0'] = calendar.split('#');
  return { year, edition: Number(edition) };
}
