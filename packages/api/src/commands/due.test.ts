import { calendarYears } from '@lianban/domain/calendar-years';
import { workingCalendar } from '@lianban/domain/calendar';
import { addDays, civilDate } from '@lianban/domain/civil-date';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersIn, asked, refusalsIn, run, typed } from '../testing/command-line.ts';

const published = workingCalendar(calendarYears);

/** The sixteen of the specification. */
const vectors = [
  ['2026-02-12', { workingDays: 5 }, '2026-02-26'],
  ['2026-02-12', { workingDays: 20 }, '2026-03-18'],
  ['2026-02-14', { workingDays: 1 }, '2026-02-24'],
  ['2026-02-13', { workingDays: 15 }, '2026-03-12'],
  ['2026-04-30', { workingDays: 3 }, '2026-05-08'],
  ['2026-06-18', { workingDays: 10 }, '2026-07-03'],
  ['2026-09-18', { workingDays: 5 }, '2026-09-24'],
  ['2026-09-18', { workingDays: 20 }, '2026-10-22'],
  ['2026-09-30', { workingDays: 5 }, '2026-10-13'],
  ['2025-09-26', { workingDays: 10 }, '2025-10-16'],
  ['2025-12-31', { workingDays: 2 }, '2026-01-05'],
  ['2026-02-08', { calendarDays: 7 }, '2026-02-24'],
  ['2026-09-21', { calendarDays: 15 }, '2026-10-08'],
  ['2026-07-10', { calendarDays: 90 }, '2026-10-08'],
  ['2026-04-26', { calendarDays: 7 }, '2026-05-06'],
  ['2026-02-07', { calendarDays: 7 }, '2026-02-14'],
] as const;

const vectorLines = vectors.map(([from, limit]) => JSON.stringify({ from, limit })).join('\n');
const vectorAnswers = vectors.map(([, , due]) => `${JSON.stringify({ due, provisional: false })}\n`).join('');

describe('the command as a process', () => {
  test.each(['UTC', 'America/New_York', 'Pacific/Kiritimati'])(
    'answers the vectors of the specification in order, byte for byte the same with the machine in %s',
    async (TZ) => {
      const hours = '{"from":"2026-02-13T23:30:00+08:00","limit":{"hours":24}}';
      expect(await run(['due'], `${vectorLines}\n${hours}`, { TZ })).toEqual({
        code: 0,
        output: `${vectorAnswers}{"due":"2026-02-14T23:30:00+08:00","provisional":false}\n`,
        errors: '',
      });
    },
  );

  test('answers the other lines when one is refused, and ends with 1', async () => {
    const { code, output } = await run(['due'], `{"from":\n\n${vectorLines}\n\r\n[]`);
    expect(code).toBe(1);
    const answers = answersIn(output);
    expect(answers).toHaveLength(18);
    expect(refusalsIn(answers).filter((refusal) => refusal !== null)).toEqual(['NOT_JSON -', 'NOT_AN_OBJECT -']);
    expect(answers.at(0)).toMatchObject({ error: { line: 1, field: null } });
    expect(answers.at(-1)).toMatchObject({ error: { line: 20 } });
  });

  test('ends with 3 when the database it was told to ask is away', async () => {
    const { code, output, errors } = await run(['due'], vectorLines, { DATABASE_URL: 'postgres://127.0.0.1:1/none' });
    expect([code, output]).toEqual([3, '']);
    expect(errors).not.toBe('');
  });
});

describe('limits', () => {
  test.each([
    ['2026-02-12', { months: 2 }, { due: '2026-04-13', provisional: false }],
    ['2026-02-12', { until: '2026-02-15' }, { due: '2026-02-15', provisional: false }],
    ['2026-02-15', { onTheSpot: true }, { due: '2026-02-15', provisional: false }],
    ['2026-04-01', { dayOf: { day: 20, months: [6, 3] } }, { due: '2026-06-18', provisional: false }],
    ['2026-02-15', { workingDays: 0 }, { due: '2026-02-15', provisional: false }],
    ['2026-02-15', { calendarDays: 0 }, { due: '2026-02-24', provisional: false }],
    ['2026-12-21', { workingDays: 10 }, { due: '2027-01-05', provisional: true }],
    ['2031-09-30', { workingDays: 1 }, { due: '2031-10-06', provisional: true }],
    ['9999-01-01', { workingDays: 5 }, { due: '9999-01-08', provisional: true }],
    ['2026-02-13T01:30:00.5Z', { hours: 24 }, { due: '2026-02-14T09:30:00.500+08:00', provisional: false }],
    ['2026-02-12T18:00-05:00', { hours: 0 }, { due: '2026-02-13T07:00:00+08:00', provisional: false }],
  ])('from %s, %j', async (from, limit, answer) => {
    expect(await asked('due', [{ from, limit, province: null }])).toEqual([answer]);
  });

  test('end on a working day, as many as asked after the start, later for longer limits and later starts', async () => {
    const start = fc.integer({ min: 0, max: 365 * 8 }).map((days) => addDays(civilDate('2024-01-01'), days));
    await fc.assert(
      fc.asyncProperty(start, fc.nat(300), fc.nat(40), fc.nat(40), async (from, days, later, more) => {
        const ask = (from: string, workingDays: number) => ({ from, limit: { workingDays } });
        const questions = [ask(from, days + 1), ask(from, days + 1 + more), ask(addDays(from, later), days + 1)];
        const answers = await asked('due', questions);
        const [due, longer, laterDue] = answers.map((answer) => civilDate(String(answer['due'])));
        if (due === undefined || longer === undefined || laterDue === undefined) throw new Error('three were asked');
        expect(published.workingDaysBetween(from, due)).toBe(days + 1);
        expect(published.isWorkingDay(due)).toBe(true);
        expect(longer >= due && laterDue >= due).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('windows', () => {
  const window = { earliest: { workingDays: 90 }, latest: { workingDays: 30 } };

  test('open and close so many days before', async () => {
    const months = { earliest: { months: 6 }, latest: { onTheSpot: true } };
    expect(
      await asked('due', [
        { before: '2026-12-31', window },
        { before: '2027-12-31', window, province: 'SC' },
        { before: '2027-08-31', window: months },
      ]),
    ).toEqual([
      { opensOn: '2026-08-21', closesOn: '2026-11-19', provisional: false },
      { opensOn: '2027-08-25', closesOn: '2027-11-19', provisional: true },
      { opensOn: '2027-02-28', closesOn: '2027-08-31', provisional: false },
    ]);
  });

  test('are refused with the end that is wrong', async () => {
    const questions = [
      { before: '2026-12-31' },
      { window },
      { before: '2026-12-31', window: { earliest: window.latest } },
      { before: '2026-12-31', window: { earliest: window.latest, latest: window.earliest } },
      { before: '2026-12-31', window: { ...window, earliest: { hours: 5 } } },
      { before: '2024-02-01', window },
      { before: '2026-12-31', window, from: '2026-01-01' },
      { before: '0001-01-02', window: { earliest: { calendarDays: 5 }, latest: { calendarDays: 0 } } },
    ];
    expect(refusalsIn(await asked('due', questions))).toEqual([
      'MISSING_FIELD window',
      'MISSING_FIELD before',
      'MISSING_FIELD window.latest',
      'ENDS_BEFORE_START window.latest',
      'UNKNOWN_FIELD window.earliest.hours',
      'CALENDAR_GAP before',
      'UNKNOWN_FIELD from',
      'BEYOND_CALENDAR before',
    ]);
  });
});

describe('a line is refused by the name of its field:', () => {
  const from = '2026-02-12';
  const limit = { workingDays: 5 };

  test.each([
    [{}, 'MISSING_FIELD limit'],
    [{ limit }, 'MISSING_FIELD from'],
    [{ from: null, limit }, 'MISSING_FIELD from'],
    [{ from: 20260212, limit }, 'WRONG_TYPE from'],
    [{ from: '2026-2-12', limit }, 'MALFORMED_DATE from'],
    [{ from: '２０２６-02-12', limit }, 'MALFORMED_DATE from'],
    [{ from: '2026-02-12\0', limit }, 'MALFORMED_DATE from'],
    [{ from: '2026-02-30', limit }, 'NO_SUCH_DATE from'],
    [{ from: '2026-02-12T09:00:00+08:00', limit }, 'MALFORMED_DATE from'],
    [{ from, limit: { hours: 24 } }, 'MALFORMED_INSTANT from'],
    [{ from: '2026-02-12T09:00:00', limit: { hours: 24 } }, 'MALFORMED_INSTANT from'],
    [{ from: '2026-02-30T09:00:00Z', limit: { hours: 24 } }, 'NO_SUCH_DATE from'],
    [{ from: '2026-02-12T25:00:00Z', limit: { hours: 24 } }, 'MALFORMED_INSTANT from'],
    [{ from, limit: 5 }, 'WRONG_TYPE limit'],
    [{ from, limit: [5] }, 'WRONG_TYPE limit'],
    [{ from, limit: {} }, 'MISSING_FIELD limit'],
    [{ from, limit: { workingDays: null } }, 'MISSING_FIELD limit'],
    [{ from, limit: { workingDays: 5, months: 1 } }, 'TWO_LIMITS limit'],
    [{ from, limit: { years: 1 } }, 'UNKNOWN_FIELD limit.years'],
    [{ from, limit: { workingDays: -1 } }, 'OUT_OF_RANGE limit.workingDays'],
    [{ from, limit: { workingDays: 1.5 } }, 'OUT_OF_RANGE limit.workingDays'],
    [{ from, limit: { workingDays: '5' } }, 'OUT_OF_RANGE limit.workingDays'],
    [{ from, limit: { workingDays: 1e9 } }, 'OUT_OF_RANGE limit.workingDays'],
    [{ from, limit: { calendarDays: 1e9 } }, 'OUT_OF_RANGE limit.calendarDays'],
    [{ from, limit: { months: 1e9 } }, 'OUT_OF_RANGE limit.months'],
    [{ from, limit: { onTheSpot: false } }, 'WRONG_TYPE limit.onTheSpot'],
    [{ from, limit: { dayOf: { day: 20 } } }, 'MISSING_FIELD limit.dayOf.months'],
    [{ from, limit: { dayOf: { day: 20, months: [0] } } }, 'OUT_OF_RANGE limit.dayOf.months[0]'],
    [{ from, limit: { dayOf: { day: 31, months: [4, 6] } } }, 'OUT_OF_RANGE limit.dayOf.day'],
    [{ from, limit: { until: '2026-02-11' } }, 'ENDS_BEFORE_START limit.until'],
    [{ from, limit, province: 'GD' }, 'WRONG_TYPE province'],
    [{ from, limit, note: 'x' }, 'UNKNOWN_FIELD note'],
    [{ from: '2023-12-29', limit }, 'CALENDAR_GAP from'],
    [{ from: '0001-01-01', limit: { calendarDays: 1 } }, 'CALENDAR_GAP from'],
    [{ from: '9999-12-30', limit }, 'BEYOND_CALENDAR from'],
    [{ from: '9999-12-30', limit: { months: 1200 } }, 'BEYOND_CALENDAR from'],
    [{ from: '9999-12-31T00:00:00Z', limit: { hours: 876_000 } }, 'BEYOND_CALENDAR from'],
    ['2026-02-12', 'NOT_AN_OBJECT -'],
    [null, 'NOT_AN_OBJECT -'],
  ])('%j', async (question, refusal) => {
    const [answer] = await asked('due', [question]);
    expect(refusalsIn([answer ?? {}])).toEqual([refusal]);
    const { line, message } = answer?.['error'] as { line: number; message: Record<'zh' | 'en', string> };
    expect([line, message.zh, message.en]).toEqual([
      1,
      expect.stringMatching(/\p{Script=Han}/u),
      expect.stringMatching(/[a-z]/),
    ]);
  });

  test.each([
    [{ from: '2019-05-06', limit }, '2019-05-07'],
    [{ from: '0001-01-01', limit }, '0001-01-02'],
    [{ before: '2024-01-03', window: { earliest: { workingDays: 5 }, latest: { workingDays: 1 } } }, '2023-12-31'],
  ])('%j: the first day that no calendar knows is named', async (question, on) => {
    expect(await asked('due', [question])).toMatchObject([
      {
        error: {
          code: 'CALENDAR_GAP',
          message: {
            zh: `工作日历中没有${on}所在的年份`,
            en: `The working calendar does not know the year of ${on}`,
          },
        },
      },
    ]);
  });

  test('a name that would reach the prototype is only a name', async () => {
    const { output } = await typed(['due'], '{"__proto__":{"from":"2026-02-12"},"limit":{"workingDays":5}}');
    expect(refusalsIn(answersIn(output))).toEqual(['UNKNOWN_FIELD __proto__']);
  });
});
