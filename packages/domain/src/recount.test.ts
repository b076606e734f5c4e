import { describe, expect, test } from 'vitest';
import { workingCalendar } from './calendar.ts';
import { calendarYears } from './calendar-years.ts';
import { civilDate, startOfDay } from './civil-date.ts';
import { dueOf } from './due.ts';
import type { Limit } from './limit.ts';
import { recount, type StandingDue } from './recount.ts';
import { askOf } from './testing/arbitraries.ts';
import { text } from './text.ts';

const published = workingCalendar(calendarYears);
const closing = (...days: readonly string[]) =>
  workingCalendar(
    calendarYears,
    days.map((on) => ({ on: civilDate(on), name: '高温停工' })),
  );
const notice2027 = (work: readonly string[]) =>
  workingCalendar([
    ...calendarYears,
    {
      ...{ year: 2027, edition: '2027#1', source: text('通知', 'Notice') },
      rest: [{ on: civilDate('2027-01-01'), name: '元旦' }],
      work: work.map(civilDate),
    },
  ]);

function standing(
  startOn: string,
  limit: Limit,
  more: Partial<StandingDue> & { calendar?: typeof published } = {},
): StandingDue {
  const { calendar = published, ...rest } = more;
  const ask = askOf(civilDate(startOn), limit);
  return { key: ask.key, startAt: ask.startAt, printed: false, ...dueOf(ask, calendar), ...rest };
}

describe('a last day counted again', () => {
  test('does not change when its days do not', () => {
    expect(recount(standing('2026-06-01', { workingDays: 20 }), published)).toBeNull();
    expect(recount(standing('2026-06-01', { workingDays: 20 }), closing('2026-08-03'))).toBeNull();
  });

  test('does not change because the record gives its explanation back in another order', () => {
    const { why, ...rest } = standing('2026-06-01', { workingDays: 20 });
    const turned = Object.fromEntries(Object.entries(why).reverse()) as typeof why; // the same keys
    expect(recount({ ...rest, why: turned }, published)).toBeNull();
  });

  test('is later by an extra closure, and says which days were left out', () => {
    const again = recount(standing('2026-06-01', { workingDays: 5 }), closing('2026-06-03', '2026-06-04'));
    expect(again).toMatchObject({ shift: 'later', due: { on: '2026-06-10' } });
    expect(again?.due.why.holidays.map(({ on }) => on)).toEqual(['2026-06-03', '2026-06-04']);
  });

  test('is earlier by an extra working day', () => {
    const before = standing('2026-12-28', { workingDays: 8 });
    expect(before).toMatchObject({ on: '2027-01-08', provisional: true });
    expect(recount(before, notice2027(['2027-01-02', '2027-01-03']))).toMatchObject({
      ...{ shift: 'earlier', kept: undefined },
      due: { on: '2027-01-06', provisional: false },
    });
  });

  test('is confirmed when the notice of its year says what was expected', () => {
    expect(recount(standing('2026-12-28', { workingDays: 8 }), notice2027([]))).toMatchObject({
      ...{ shift: 'confirmed' },
      due: { on: '2027-01-08', provisional: false, why: { calendar: ['2026#1', '2027#1'] } },
    });
  });

  test('does not change because its days are now announced in another edition', () => {
    const renamed = workingCalendar(calendarYears.map((year) => ({ ...year, edition: `${year.year}#2` })));
    expect(recount(standing('2026-06-01', { workingDays: 20 }), renamed)).toBeNull();
  });

  test('stays as long as it lies ahead, when the new one would be over already', () => {
    const before = standing('2026-12-28', { workingDays: 8 });
    const earlier = notice2027(['2027-01-02', '2027-01-03']);
    const now = startOfDay(civilDate('2027-01-07'));
    expect(recount(before, earlier, { now })).toMatchObject({
      ...{ shift: 'kept', kept: { on: '2027-01-08', after: 1, ground: 'passed' } },
      due: { on: '2027-01-08', why: { kept: { countedTo: '2027-01-06' } } },
    });
    const dayBefore = startOfDay(civilDate('2027-01-06'));
    expect(recount(before, earlier, { now: dayBefore })).toMatchObject({ shift: 'earlier', due: { on: '2027-01-06' } });
  });

  test('moves back although it is over, when the count gives more days', () => {
    const now = startOfDay(civilDate('2026-06-20'));
    const again = recount(standing('2026-06-01', { workingDays: 5 }), closing('2026-06-03'), { now });
    expect(again).toMatchObject({ shift: 'later', due: { on: '2026-06-09' } });
  });

  test('follows another limit', () => {
    expect(
      recount(standing('2026-06-01', { workingDays: 20 }), published, { limit: { workingDays: 10 } }),
    ).toMatchObject({
      ...{ shift: 'earlier' },
      due: { on: '2026-06-15', why: { limit: { workingDays: 10 } } },
    });
  });
});

describe('a date that is printed on a served document', () => {
  const before = standing('2026-12-28', { workingDays: 8 }, { printed: true });
  const earlier = notice2027(['2027-01-02', '2027-01-03']);

  test('stays when the count ends earlier, and the explanation says to which day the count goes', () => {
    const again = recount(before, earlier);
    expect(again).toMatchObject({
      ...{ shift: 'kept', kept: { on: '2027-01-08', after: 1, ground: 'printed' } },
      due: { on: '2027-01-08', at: before.at, provisional: false },
    });
    expect(again?.due.why.kept).toEqual({ on: '2027-01-08', after: 1, ground: 'printed', countedTo: '2027-01-06' });
  });

  test('gives way when the count ends later', () => {
    expect(recount(standing('2026-06-01', { workingDays: 5 }, { printed: true }), closing('2026-06-03'))).toMatchObject(
      {
        ...{ shift: 'later', kept: undefined },
        due: { on: '2026-06-09' },
      },
    );
  });

  test('stays through a second revision that changes nothing for it', () => {
    const again = recount(before, earlier);
    if (again === null) throw new Error('it was recounted');
    expect(recount({ ...before, ...again.due }, earlier)).toBeNull();
  });

  test('is where an extension is counted from', () => {
    const { why } = recount(before, earlier)?.due ?? before;
    const kept = why.kept;
    const ask = askOf(why.startOn, why.limit, { extensions: [{ workingDays: 1 }], kept });
    expect(dueOf(ask, earlier).on).toBe('2027-01-11');
  });

  test('stands still while a span is open that began before it', () => {
    const kept = { on: civilDate('2027-01-08'), after: 1, ground: 'printed' } as const;
    const spans = [{ from: civilDate('2027-01-07'), to: null, kind: 'excluded', reason: 'hearing' }] as const;
    const ask = askOf(civilDate('2026-12-28'), { workingDays: 8 }, { kept, spans });
    expect(dueOf(ask, earlier).on).toBeNull();
  });
});
