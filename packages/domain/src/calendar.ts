import {
  civilDateOfEpochDay,
  epochDay,
  firstDayOf,
  weekdayOfEpochDay,
  yearOfEpochDay,
  type CivilDate,
} from './civil-date.ts';
import { LianbanError } from './error.ts';
import { statutoryFestivals, type RestDay } from './festivals.ts';
import type { Text } from './text.ts';

/** What the State Council announced for one year, in one edition. */
export interface CalendarYear {
  readonly year: number;
  /** Names the edition in every due date counted with it: `2026#1`. */
  readonly edition: string;
  readonly source: Text;
  /** Days announced as 放假, weekends among them included. */
  readonly rest: readonly RestDay[];
  /** Weekend days announced as 上班. */
  readonly work: readonly CivilDate[];
}

/**
 * What a day is: working day, weekend day that is worked (调休上班), ordinary weekend, or announced rest day with its
 * name. `provisional` while the notice of its year is not out; `edition` is the one the day was judged by, `<year>#0`
 * without a notice.
 */
export type Day = { readonly provisional: boolean; readonly edition: string } & (
  { readonly kind: 'workday' | 'makeup' | 'weekend' } | { readonly kind: 'holiday'; readonly name: string }
);

/** Whether offices are open on such a day; a 调休 weekend day is one of them. */
export const isWorked = (day: Day): boolean => day.kind === 'workday' || day.kind === 'makeup';

/**
 * The working days of Asia/Shanghai (许可法82): Monday to Friday without announced rest days, with announced weekend
 * workdays. Immutable. A later year without a notice is Monday to Friday without the statutory festivals, provisional.
 * Every method throws LianbanError CALENDAR_GAP for a day before the first year that is known.
 */
export class WorkingCalendar {
  readonly #announced: ReadonlyMap<number, CalendarYear>;
  readonly #closures: readonly RestDay[];
  readonly #firstYear: number;
  /** Years are laid out when they are first asked for. */
  readonly #tables = new Map<number, YearTable>();
  /** Counting asks for one day after the other, so the year asked for last is tried first. */
  #latest: YearTable = { firstDay: 0, days: [] };

  constructor(years: readonly CalendarYear[], closures: readonly RestDay[]) {
    this.#announced = new Map(years.map((year) => [year.year, year]));
    this.#closures = closures;
    this.#firstYear = Math.min(Infinity, ...this.#announced.keys());
  }

  dayOf(on: CivilDate): Day {
    return this.dayNumbered(epochDay(on));
  }

  /** {@link dayOf} a day by its number, for counting. */
  dayNumbered(day: number): Day {
    return this.#latest.days[day - this.#latest.firstDay] ?? this.#turnTo(day);
  }

  isWorkingDay(on: CivilDate): boolean {
    return isWorked(this.dayOf(on));
  }

  /** The `count`-th working day after `from`, which is itself not counted; `from` when `count` is 0. */
  addWorkingDays(from: CivilDate, count: number): CivilDate {
    return this.#step(from, count, 1);
  }

  /** The `count`-th working day before `from`, which is itself not counted; `from` when `count` is 0. */
  subtractWorkingDays(from: CivilDate, count: number): CivilDate {
    return this.#step(from, count, -1);
  }

  /** Working days after `from` up to and including `to`; when `to` is earlier, those after `to` up to `from`, negative. */
  workingDaysBetween(from: CivilDate, to: CivilDate): number {
    if (to < from) return 0 - this.workingDaysBetween(to, from);
    let count = 0;
    for (let day = epochDay(from) + 1, last = epochDay(to); day <= last; day += 1) {
      if (isWorked(this.dayNumbered(day))) count += 1;
    }
    return count;
  }

  /** The day itself when it is worked, otherwise the first working day after it. */
  nextWorkingDay(onOrAfter: CivilDate): CivilDate {
    return this.isWorkingDay(onOrAfter) ? onOrAfter : this.addWorkingDays(onOrAfter, 1);
  }

  #step(from: CivilDate, count: number, direction: 1 | -1): CivilDate {
    let day = epochDay(from);
    for (let left = count; left > 0;) {
      day += direction;
      if (isWorked(this.dayNumbered(day))) left -= 1;
    }
    return civilDateOfEpochDay(day);
  }

  #turnTo(day: number): Day {
    const year = yearOfEpochDay(day);
    if (year < this.#firstYear) return gap(day);
    this.#latest = this.#tables.get(year) ?? this.#layOut(year);
    return this.#latest.days[day - this.#latest.firstDay] ?? gap(day);
  }

  #layOut(year: number): YearTable {
    const firstDay = firstDayOf(year);
    const announced = this.#announced.get(year);
    const judged = { provisional: announced === undefined, edition: announced?.edition ?? `${year}#0` };
    const special = new Map<number, Day>();
    for (const on of announced?.work ?? []) special.set(epochDay(on), { kind: 'makeup', ...judged });
    for (const { on, name } of [...(announced?.rest ?? statutoryFestivals(year)), ...this.#closures]) {
      special.set(epochDay(on), { kind: 'holiday', name, ...judged });
    }
    const workday: Day = { kind: 'workday', ...judged };
    const weekend: Day = { kind: 'weekend', ...judged };
    const days = Array.from({ length: firstDayOf(year + 1) - firstDay }, (_, at) => {
      const isWeekend = weekdayOfEpochDay(firstDay + at) > 5;
      return special.get(firstDay + at) ?? (isWeekend ? weekend : workday);
    });
    const table = { firstDay, days };
    this.#tables.set(year, table);
    return table;
  }
}

/** What every day of a year is, from 1 January on. */
interface YearTable {
  readonly firstDay: number;
  readonly days: readonly Day[];
}

function gap(day: number): never {
  throw new LianbanError('CALENDAR_GAP', { on: civilDateOfEpochDay(day) });
}

/**
 * A calendar from the announced years and the closures of a province, which are rest days whatever the notice says.
 * Of two editions of the same year the later in the list counts.
 */
export function workingCalendar(years: readonly CalendarYear[], closures: readonly RestDay[] = []): WorkingCalendar {
  return new WorkingCalendar(years, closures);
}
