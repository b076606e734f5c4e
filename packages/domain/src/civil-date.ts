import { LianbanError } from './error.ts';

/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export type CivilDate = string & { readonly civilDate: unique symbol };
/** A point in time, ISO 8601 in UTC with milliseconds: `2026-02-12T01:00:00.000Z`. */
export type Instant = string & { readonly instant: unique symbol };

const DAY_MS = 86_400_000;
/** 0001-01-01 and 9999-12-31. */
const [FIRST_DAY, LAST_DAY] = [-719_162, 2_932_896];
const HOUR_MS = 3_600_000;
/** Asia/Shanghai has kept UTC+8 without summer time since 1991. */
const SHANGHAI_MS = 8 * HOUR_MS;

/** Whether the text is a day of the Gregorian calendar, years 0001 to 9999, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** Reads a day. @throws LianbanError NO_SUCH_DATE when there is no such day, as for `2026-02-30`. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new LianbanError('NO_SUCH_DATE', { text });
  return text;
}

/** Days since 1970-01-01; consecutive days have consecutive numbers. */
export const epochDay = (on: CivilDate): number => Date.parse(on) / DAY_MS;

/** The day of that number. @throws LianbanError NO_SUCH_DATE outside the years 0001 to 9999. */
export function civilDateOfEpochDay(day: number): CivilDate {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) throw new LianbanError('NO_SUCH_DATE', { epochDay: day });
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as CivilDate; // a day within these years is written so
}

/** Number of 1 January of that year, the year being 100 or later. */
export const firstDayOf = (year: number): number => Date.UTC(year, 0) / DAY_MS;

/** The year in which the day of that number lies. */
export function yearOfEpochDay(day: number): number {
  const year = 1970 + Math.floor(day / 365.2425);
  if (day < firstDayOf(year)) return year - 1;
  return day < firstDayOf(year + 1) ? year : year + 1;
}

/** The day `days` after `on`, or before it when negative. */
export const addDays = (on: CivilDate, days: number): CivilDate => civilDateOfEpochDay(epochDay(on) + days);

/** The corresponding day `months` later, or the last day of that month when it has none (民法典202). */
export function addMonths(on: CivilDate, months: number): CivilDate {
  const [year, month, day] = [Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1 + months, Number(on.slice(8))];
  const lastDay = new Date(firstOfMonth(year, month + 1) - DAY_MS).getUTCDate();
  return civilDateOfEpochDay(firstOfMonth(year, month) / DAY_MS + Math.min(day, lastDay) - 1);
}

/** Date.UTC alone would read the years 0 to 99 as 1900 to 1999. */
const firstOfMonth = (year: number, month: number): number => new Date(0).setUTCFullYear(year, month, 1);

/** Natural days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => epochDay(to) - epochDay(from);

/** 1 for Monday to 7 for Sunday. */
export const weekday = (on: CivilDate): number => weekdayOfEpochDay(epochDay(on));

/** {@link weekday} of a day by its number. */
export const weekdayOfEpochDay = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The UTC hour in which a day of Asia/Shanghai ends. */
const LAST_HOUR = '16';

/** The day that clocks in Asia/Shanghai show at that instant. */
export function civilDateOf(at: Instant): CivilDate {
  // A folded case asks this more often than anything else, and until 24:00 there the day is the one that is written.
  if (at.endsWith('Z') && at.slice(11, 13) < LAST_HOUR) return at.slice(0, 10) as CivilDate;
  return civilDateOfEpochDay(Math.floor((epochMs(at) + SHANGHAI_MS) / DAY_MS));
}

/** 00:00 of the day in Asia/Shanghai. */
export const startOfDay = (on: CivilDate): Instant => instant(Date.parse(on) - SHANGHAI_MS);

/** 24:00 of the day in Asia/Shanghai, which is 00:00 of the next: the first instant that is late. */
export const endOfDay = (on: CivilDate): Instant => `${on}T${LAST_HOUR}:00:00.000Z` as Instant; // written as any instant

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A point in time from milliseconds since 1970 UTC, or from ISO 8601 text with its offset from UTC.
 * @throws LianbanError MALFORMED for anything else, NO_SUCH_DATE for a day that does not exist.
 */
export function instant(from: number | string): Instant {
  if (typeof from === 'string') {
    if (!INSTANT.test(from)) throw new LianbanError('MALFORMED', { instant: from });
    civilDate(from.slice(0, 10));
  }
  const date = new Date(from);
  if (Number.isNaN(date.getTime())) throw new LianbanError('MALFORMED', { instant: from });
  return date.toISOString() as Instant; // the form that the brand stands for
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const epochMs = (at: Instant): number => Date.parse(at);

/** That many hours later; no day and no night is skipped (民法典201). */
export const addHours = (at: Instant, hours: number): Instant => instant(epochMs(at) + hours * HOUR_MS);
