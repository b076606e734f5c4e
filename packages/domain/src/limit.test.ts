import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, startOfDay } from './civil-date.ts';
import { dueOf } from './due.ts';
import { leaving, type Limit } from './limit.ts';
import { recount } from './recount.ts';
import { published } from './testing/arbitraries.ts';

const start = civilDate('2026-03-02');
const asked = (limit: Parameters<typeof dueOf>[0]['limit']) =>
  dueOf({ key: 'x', limit, extensions: [], startOn: start, startAt: startOfDay(start), spans: [] }, published);
const limits = fc.oneof(
  fc.record({ workingDays: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ calendarDays: fc.integer({ min: 1, max: 90 }) }),
  fc.integer({ min: 0, max: 90 }).map((days): Limit => ({ until: addDays(start, days) })),
);

describe('the earliest of several limits', () => {
  test('ends with the one that ends first and is explained by it', () => {
    const due = asked({ earliest: [{ workingDays: 10 }, { until: civilDate('2026-03-10') }, { workingDays: 15 }] });
    expect(due.on).toBe('2026-03-10');
    expect(due.why.limit).toEqual({ until: '2026-03-10' });
    expect(due.why.earliestOf).toHaveLength(3);
  });

  test('is never later than any of them, and is one of them', () => {
    fc.assert(
      fc.property(fc.array(limits, { minLength: 1, maxLength: 4 }), ([first, ...others]) => {
        if (first === undefined) return;
        const days = [first, ...others].map((limit) => asked(limit).on ?? '');
        expect(asked({ earliest: [first, ...others] }).on).toBe(days.sort()[0]);
      }),
    );
  });

  test('is counted again as the earliest of all of them', () => {
    const due = asked({ earliest: [{ workingDays: 10 }, { until: civilDate('2026-03-10') }] });
    const standing = { key: 'x', ...due, startAt: startOfDay(start), printed: false };
    expect(recount(standing, published)).toBeNull();
  });
});

describe('what is left of a limit when another is to fit behind it', () => {
  test('is the difference in working days, and never less than none', () => {
    expect(leaving({ workingDays: 20 }, { workingDays: 5 })).toEqual({ workingDays: 15 });
    expect(leaving({ workingDays: 3 }, { workingDays: 5 })).toEqual({ workingDays: 0 });
  });
  test('cannot be told where either is in another unit', () => {
    expect(leaving({ months: 2 }, { workingDays: 5 })).toBeNull();
    expect(leaving({ workingDays: 20 }, { calendarDays: 5 })).toBeNull();
  });
  test('leaves that time behind it in working days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 0, max: 5 }), (whole, rest) => {
        const left = leaving({ workingDays: whole }, { workingDays: rest });
        if (left === null) throw new Error('both are in working days');
        const [from, to] = [asked(left).on, asked({ workingDays: whole }).on];
        if (from === null || to === null) throw new Error('nothing stands still');
        if (whole > rest) expect(published.workingDaysBetween(from, to)).toBe(rest);
      }),
    );
  });
});
