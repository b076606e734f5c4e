import type { Ask, Due, Explanation } from './ask.ts';
import { isWorked, type Day, type WorkingCalendar } from './calendar.ts';
import {
  addHours,
  addMonths,
  civilDateOf,
  civilDateOfEpochDay,
  endOfDay,
  epochDay,
  epochMs,
  instant,
  isCivilDate,
  type CivilDate,
  type Instant,
} from './civil-date.ts';
import type { RestDay } from './festivals.ts';
import type { DayOfMonths, EarliestLimit, Limit } from './limit.ts';
import { spanDays, type SpanDays } from './span-days.ts';

/**
 * The last day of a limit with everything needed to recount it. The start day is not counted (民法典201). Working days
 * leave out rest days and the days of spans (许可法82, 45); natural days and months leave out the days of spans and roll
 * off a rest day (民法典202, 203); hours, given days and acts on the spot are as they are, and days that come round give way
 * to the working day before. A day that was kept stands for the count that it was set by, where that ends earlier. Of several
 * limits the one that ends first is explained; one that stands still ends last.
 * @throws LianbanError CALENDAR_GAP when days before the first known year would have to be judged.
 */
export function dueOf(ask: Ask, calendar: WorkingCalendar): Due {
  const { limit } = ask;
  return 'earliest' in limit ? earliestOf(ask, limit, calendar) : singleDueOf({ ...ask, limit }, calendar);
}

function singleDueOf(ask: SingleAsk, calendar: WorkingCalendar): Due {
  const count = new Count(ask, calendar);
  for (const limit of [ask.limit, ...ask.extensions]) count.add(limit);
  return count.due();
}

/** The first of equals is the one explained. */
function earliestOf(ask: Ask, { earliest }: EarliestLimit, calendar: WorkingCalendar): Due {
  const [first, ...others] = earliest;
  const due = (limit: Limit): Due => singleDueOf({ ...ask, limit }, calendar);
  const found = others.map(due).reduce((one, other) => ((other.on ?? 'z') < (one.on ?? 'z') ? other : one), due(first));
  return { ...found, why: { ...found.why, earliestOf: earliest } };
}

/** A question with one limit. */
interface SingleAsk extends Ask {
  readonly limit: Limit;
}

/** A count under way: where it stands, and what it met. */
class Count {
  readonly #ask: SingleAsk;
  readonly #calendar: WorkingCalendar;
  readonly #spans: SpanDays;
  readonly #holidays: RestDay[] = [];
  readonly #makeupDays: CivilDate[] = [];
  readonly #editions = new Set<string>();
  #provisional = false;
  #excludedWorkingDays = 0;
  #rolledFrom: CivilDate | null = null;
  #limits = 0;
  #kept: Explanation['kept'];
  #stopped = false;
  #day: number;
  #at: Instant;

  constructor(ask: SingleAsk, calendar: WorkingCalendar) {
    this.#ask = ask;
    this.#calendar = calendar;
    this.#spans = spanDays(ask.spans);
    this.#day = epochDay(ask.startOn);
    this.#at = ask.startAt;
  }

  /** Counts on from where the count stands. */
  add(limit: Limit): void {
    if (this.#stopped) return;
    this.#rolledFrom = null;
    this.#count(limit);
    this.#limits += 1;
    this.#keepDay();
  }

  #count(limit: Limit): void {
    if ('hours' in limit) {
      this.#at = addHours(this.#at, limit.hours);
      // The first late instant may be a midnight, which belongs to the day before.
      this.#day = epochDay(civilDateOf(instant(epochMs(this.#at) - 1)));
      return;
    }
    if ('until' in limit) this.#day = epochDay(limit.until);
    else if ('dayOf' in limit) this.#comeRound(limit.dayOf);
    else if (!('onTheSpot' in limit)) this.#countDays(limit);
    this.#at = endOfDay(civilDateOfEpochDay(this.#day));
  }

  #keepDay(): void {
    const { kept } = this.#ask;
    if (kept === undefined || kept.after !== this.#limits || this.#stopped || epochDay(kept.on) <= this.#day) return;
    this.#kept = { ...kept, countedTo: civilDateOfEpochDay(this.#day) };
    this.#day = epochDay(kept.on);
    this.#at = endOfDay(kept.on);
    if (this.#spans.openFrom <= this.#day + 1) this.#stopped = true;
  }

  due(): Due {
    const { startOn, limit, extensions, spans } = this.#ask;
    return {
      on: this.#stopped ? null : civilDateOfEpochDay(this.#day),
      at: this.#stopped ? null : this.#at,
      provisional: this.#provisional,
      why: {
        startOn,
        limit,
        extensions,
        spans,
        holidays: this.#holidays,
        makeupDays: this.#makeupDays,
        rolledFrom: this.#stopped ? null : this.#rolledFrom,
        excludedWorkingDays: this.#excludedWorkingDays,
        calendar: [...this.#editions],
        ...(this.#kept === undefined ? {} : { kept: this.#kept }),
      },
    };
  }

  #countDays(limit: Extract<Limit, { workingDays: number } | { calendarDays: number } | { months: number }>): void {
    if ('workingDays' in limit) this.#countWorkingDays(limit.workingDays);
    else {
      const days = 'calendarDays' in limit ? limit.calendarDays : this.#daysOfMonths(limit.months);
      this.#countNaturalDays(days);
      this.#rollOffRestDays();
    }
    // Whoever stops the clock on the last day has stopped it in time.
    if (this.#spans.openFrom <= this.#day + 1) this.#stopped = true;
  }

  #countWorkingDays(count: number): void {
    for (let left = count; left > 0;) {
      if (this.#standsStill()) return;
      const day = this.#judge();
      if (!isWorked(day)) continue;
      if (this.#spans.excludes(this.#day)) this.#excludedWorkingDays += 1;
      else {
        left -= 1;
        if (day.kind === 'makeup') this.#makeupDays.push(civilDateOfEpochDay(this.#day));
      }
    }
  }

  #countNaturalDays(count: number): void {
    for (let left = count; left > 0;) {
      if (this.#standsStill()) return;
      if (!this.#spans.excludes(this.#day)) left -= 1;
      else if (isWorked(this.#calendar.dayNumbered(this.#day))) this.#excludedWorkingDays += 1;
    }
  }

  #rollOffRestDays(): void {
    const fellOn = this.#day;
    for (let day = this.#judge(); ; day = this.#judge()) {
      if (isWorked(day) && !this.#spans.excludes(this.#day)) {
        if (day.kind === 'makeup') this.#makeupDays.push(civilDateOfEpochDay(this.#day));
        if (this.#day !== fellOn) this.#rolledFrom = civilDateOfEpochDay(fellOn);
        return;
      }
      if (this.#standsStill()) return;
    }
  }

  /** The first such day whose working day at or before it lies after the start. */
  #comeRound(dayOf: DayOfMonths): void {
    const start = this.#day;
    for (const named of daysComing(dayOf, civilDateOfEpochDay(start))) {
      let last = named;
      while (!isWorked(this.#calendar.dayNumbered(last))) last -= 1;
      if (last <= start) continue;
      for (this.#day = named; this.#day > last; this.#day -= 1) this.#judge();
      this.#judge();
      if (last !== named) this.#rolledFrom = civilDateOfEpochDay(named);
      return;
    }
  }

  #daysOfMonths(months: number): number {
    return epochDay(addMonths(civilDateOfEpochDay(this.#day), months)) - this.#day;
  }

  /** Goes on to the next day, unless the clock stands still on it. */
  #standsStill(): boolean {
    if (this.#day + 1 >= this.#spans.openFrom) this.#stopped = true;
    else this.#day += 1;
    return this.#stopped;
  }

  /** What the day is; from now on the result depends on that. */
  #judge(): Day {
    const day = this.#calendar.dayNumbered(this.#day);
    if (day.provisional) this.#provisional = true;
    if (day.kind === 'holiday') this.#holidays.push({ on: civilDateOfEpochDay(this.#day), name: day.name });
    this.#editions.add(day.edition);
    return day;
  }
}

/** The days of that number in those months, from the month of `on` without end; a month that is too short has none. */
function* daysComing({ day, months }: DayOfMonths, on: CivilDate): Generator<number> {
  for (let year = Number(on.slice(0, 4)); ; year += 1) {
    for (const month of months) {
      const named = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      if (isCivilDate(named) && named > on) yield epochDay(named);
    }
  }
}
