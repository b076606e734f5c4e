import fc from 'fast-check';
import type { Ask, Span } from '../ask.ts';
import { workingCalendar } from '../calendar.ts';
import { calendarYears } from '../calendar-years.ts';
import { addDays, civilDate, startOfDay, type CivilDate } from '../civil-date.ts';
import type { Limit } from '../limit.ts';

/** The calendar of the published years. */
export const published = workingCalendar(calendarYears);

const FIRST = civilDate('2024-01-01');
/** Days of the published years and of provisional ones. */
export const someDay = fc.integer({ min: 0, max: 365 * 6 }).map((days) => addDays(FIRST, days));

/** Days from which counts of our sizes stay in published years. */
export const publishedDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays(FIRST, days));

export const count = fc.integer({ min: 1, max: 60 });

/** An ask that starts that day, without spans unless given. */
export const askOf = (
  startOn: CivilDate,
  limit: Limit,
  more: Partial<Omit<Ask, 'limit'>> = {},
): Ask & { readonly limit: Limit } => ({
  ...{ key: 'duty', limit, extensions: [], startOn, startAt: startOfDay(startOn), spans: [] },
  ...more,
});

export const spanOf = (from: CivilDate, to: CivilDate | null): Span => ({ from, to, kind: 'excluded', reason: 'test' });

/** Up to four closed spans that begin within two months of the day; they may overlap, touch, or be empty. */
export const spansAfter = (startOn: CivilDate): fc.Arbitrary<readonly Span[]> =>
  fc.array(
    fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -1, max: 30 })).map(([after, length]) => {
      const from = addDays(startOn, after);
      return spanOf(from, addDays(from, length));
    }),
    { maxLength: 4 },
  );
