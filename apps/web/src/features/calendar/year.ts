import { addDays } from '../../elements/dates.ts';

/** A cell of a month: a day, or the room before its first. */
export type Cell<Day> = Day | null;

/** A month as rows of a week, Monday first. */
export interface Month<Day> {
  /** 1 to 12. */
  readonly month: number;
  readonly weeks: readonly (readonly Cell<Day>[])[];
}

const weekdayBefore = (on: string): number => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The months of a year from its days in order; every row has seven cells. */
export function monthsOf<Day extends { readonly on: string }>(days: readonly Day[]): readonly Month<Day>[] {
  return Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => {
    const own = days.filter(({ on }) => Number(on.slice(5, 7)) === month);
    const [first] = own;
    if (!first) return [];
    const cells: Cell<Day>[] = [...Array.from({ length: weekdayBefore(first.on) }, () => null), ...own];
    while (cells.length % 7 > 0) cells.push(null);
    return [{ month, weeks: Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7)) }];
  });
}

/** Days of one name that follow each other. */
export interface Stretch {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

/** Rest days in stretches, in the order in which they come. */
export function stretchesOf(rest: readonly { readonly on: string; readonly name: string }[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { on, name } of rest) {
    const last = stretches.at(-1);
    if (last?.name === name && addDays(last.to, 1) === on)
      stretches[stretches.length - 1] = { ...last, to: on, days: last.days + 1 };
    else stretches.push({ name, from: on, to: on, days: 1 });
  }
  return stretches;
}
