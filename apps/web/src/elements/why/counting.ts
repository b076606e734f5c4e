import { addMonths, civilDate, daysBetween } from '@lianban/domain/civil-date';
import type { CalendarDay, WhyView } from './views.ts';

/** What of an explanation the count needs. */
export interface Counted extends Pick<WhyView, 'startOn' | 'limit' | 'extensions'> {
  readonly spans: readonly Pick<WhyView['spans'][number], 'from' | 'to'>[];
}

/** What a counted day is the n-th of. */
export type CountUnit = 'workingDay' | 'day' | 'month';

/**
 * What a day is to the count: the start, which is not counted; counted; a rest day passed over; inside a span that is left
 * out; a rest day onto which the last day must not fall; or outside the count.
 */
export type DayPart = 'start' | 'counted' | 'rest' | 'excluded' | 'rolled' | 'outside';

/** A day of the panel. */
export interface DayCell extends CalendarDay {
  readonly part: DayPart;
  /** Which one it is of its limit; null for days without a number, as between two full months. */
  readonly number: number | null;
  readonly unit: CountUnit | null;
  /** Index of the span that leaves the day out. */
  readonly span: number | null;
}

/** The days with their part in the count, and the day on which the count ends; null while the clock stands still. */
export interface DayCount {
  readonly cells: readonly DayCell[];
  readonly end: string | null;
}

/** Whether offices are open: ordinary working days and weekend days that are worked. */
export const isWorked = ({ kind }: Pick<CalendarDay, 'kind'>): boolean => kind === 'workday' || kind === 'makeup';

/**
 * Counts a limit day by day, as one would by hand: the start day is not counted (民法典201), working days leave out rest days
 * (许可法82), natural days and months count them but do not end on one (民法典202, 203), days of spans are left out.
 * `days` are consecutive and hold the start; hours, which skip nothing, end on `on`.
 */
export function countDays(why: Counted, on: string | null, days: readonly CalendarDay[]): DayCount {
  const walk = new Walk(why, days);
  for (const limit of [why.limit, ...why.extensions]) walk.follow(limit, on);
  return { cells: walk.cells, end: walk.end };
}

type Limit = WhyView['limit'];

class Walk {
  readonly cells: DayCell[];
  readonly #why: Counted;
  #at: number;
  #stopped = false;
  #number = 0;
  #unit: CountUnit | null = null;

  constructor(why: Counted, days: readonly CalendarDay[]) {
    this.#why = why;
    this.#at = days.findIndex(({ on }) => on === why.startOn);
    this.cells = days.map((day) => ({ ...day, part: 'outside', number: null, unit: null, span: null }));
    this.#mark({ part: 'start' });
  }

  get end(): string | null {
    return this.#stopped ? null : (this.cells[this.#at]?.on ?? null);
  }

  follow(limit: Limit, on: string | null): void {
    if (this.#stopped) return;
    if ('workingDays' in limit) this.#workingDays(limit.workingDays);
    else if ('calendarDays' in limit) this.#naturalDays(limit.calendarDays);
    else if ('months' in limit) this.#months(limit.months);
    else if ('until' in limit) this.#runTo(limit.until);
    else if (('hours' in limit || 'dayOf' in limit) && on !== null) this.#runTo(on);
  }

  #workingDays(count: number): void {
    this.#begin('workingDay');
    for (let left = count; left > 0;) {
      const day = this.#next();
      if (!day) return;
      if (this.#leftOut(day)) continue;
      if (!isWorked(day)) this.#mark({ part: 'rest' });
      else {
        left -= 1;
        this.#count();
      }
    }
    this.#stopIfOpenNext();
  }

  #naturalDays(count: number): void {
    this.#begin('day');
    for (let left = count; left > 0;) {
      const day = this.#next();
      if (!day) return;
      if (this.#leftOut(day)) continue;
      left -= 1;
      this.#count();
    }
    this.#rollOff();
  }

  #months(months: number): void {
    this.#begin('month');
    const from = civilDate(this.cells[this.#at]?.on ?? this.#why.startOn);
    const ends = Array.from({ length: months }, (_, month) => daysBetween(from, addMonths(from, month + 1)));
    const all = ends.at(-1) ?? 0;
    for (let passed = 0; passed < all;) {
      const day = this.#next();
      if (!day) return;
      if (this.#leftOut(day)) continue;
      passed += 1;
      if (ends.includes(passed)) this.#count();
      else this.#mark({ part: 'counted', unit: 'month' });
    }
    this.#rollOff();
  }

  /** The last of natural days must be one on which offices are open; it is the first such day after the rest days. */
  #rollOff(): void {
    let day = this.cells[this.#at];
    while (day && (!isWorked(day) || this.#spanOf(day.on) !== null)) {
      day = this.#next();
      if (day && !this.#leftOut(day)) this.#mark({ part: 'rolled' });
    }
    if (day) this.#stopIfOpenNext();
  }

  #runTo(on: string): void {
    while (!this.#stopped && (this.cells[this.#at]?.on ?? on) < on) if (this.#next()) this.#mark({ part: 'counted' });
  }

  #begin(unit: CountUnit): void {
    if (this.#unit !== unit) this.#number = 0;
    this.#unit = unit;
  }

  #count(): void {
    this.#number += 1;
    this.#mark({ part: 'counted', number: this.#number, unit: this.#unit });
  }

  /** The day after; undefined when the clock stands still from there, or no more days are at hand. */
  #next(): DayCell | undefined {
    const day = this.cells[this.#at + 1];
    if (!day || this.#isOpenFrom(day.on)) {
      this.#stop();
      return undefined;
    }
    this.#at += 1;
    return day;
  }

  #leftOut({ on }: CalendarDay): boolean {
    const span = this.#spanOf(on);
    if (span !== null) this.#mark({ part: 'excluded', span });
    return span !== null;
  }

  #spanOf(on: string): number | null {
    const at = this.#why.spans.findIndex(({ from, to }) => from <= on && (to === null || on <= to));
    return at < 0 ? null : at;
  }

  #isOpenFrom = (on: string): boolean => this.#why.spans.some(({ from, to }) => to === null && from <= on);

  /** Whoever stops the clock on the last day has stopped it in time. */
  #stopIfOpenNext(): void {
    const day = this.cells[this.#at + 1];
    if (day && this.#isOpenFrom(day.on)) this.#stop();
  }

  /** Every day from here on lies in the span that is still open. */
  #stop(): void {
    this.#stopped = true;
    for (let at = this.#at + 1; at < this.cells.length; at += 1) {
      const span = this.#spanOf(this.cells[at]?.on ?? '');
      if (span !== null) this.#mark({ part: 'excluded', span }, at);
    }
  }

  #mark(change: Partial<DayCell>, at = this.#at): void {
    const cell = this.cells[at];
    if (cell) this.cells[at] = { ...cell, ...change };
  }
}
