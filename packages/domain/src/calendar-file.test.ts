import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCalendarYear, readClosures, writeCalendarYear, type CalendarYearFile } from './calendar-file.ts';
import { calendarYears } from './calendar-years.ts';
import { addDays, civilDate, weekday } from './civil-date.ts';
import { statutoryFestivals } from './festivals.ts';

const contentOf = ({ edition: _, ...year }: (typeof calendarYears)[number]): CalendarYearFile => year;

/** A year that nobody has announced: the festivals, some more rest days, some worked weekends. */
const inventedYear = fc.integer({ min: 2025, max: 2099 }).chain((year) => {
  const days = Array.from({ length: 365 }, (_, after) => addDays(civilDate(`${year}-01-01`), after));
  const festivals = statutoryFestivals(year);
  const free = days.filter((on) => !festivals.some((festival) => festival.on === on));
  const name = fc.constantFrom('春节', '国庆节、中秋节', '停,办"公"', '#1', 'Labour Day, second');
  const work = fc.subarray(
    free.filter((on) => weekday(on) > 5),
    { maxLength: 8 },
  );
  const more = fc.subarray(
    free.filter((on) => weekday(on) < 6),
    { maxLength: 8 },
  );
  return fc.record({ work, more, name }).map(({ work, more, name }): CalendarYearFile => {
    const rest = [...festivals, ...more.map((on) => ({ on, name }))].sort((a, b) => (a.on < b.on ? -1 : 1));
    return { year, source: { zh: '通知，"草案"', en: 'Notice: draft' }, rest, work };
  });
});

const someYear = fc.oneof(fc.constantFrom(...calendarYears.map(contentOf)), inventedYear);
const format = fc.constantFrom('csv' as const, 'json' as const);

describe('a calendar file', () => {
  test('that was written is read back as the same year', () => {
    fc.assert(
      fc.property(someYear, format, (year, format) => {
        expect(readCalendarYear(writeCalendarYear(year, format))).toEqual({ kind: 'read', value: year });
      }),
      { numRuns: 500 },
    );
  });

  test('says the same in every order of its days, with any line ends and a byte order mark', () => {
    const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
    const shuffled = someYear.chain((year) => {
      const lines = writeCalendarYear(year, 'csv').trimEnd().split('\n');
      const days = fc.shuffledSubarray(lines.slice(4), { minLength: lines.length - 4 });
      return fc.record({ year: fc.constant(year), lines: days.map((days) => [...lines.slice(0, 4), ...days, '']) });
    });
    fc.assert(
      fc.property(shuffled, lineEnd, ({ year, lines }, end) => {
        const content = `\uFEFF${lines.join(end)}`;
        expect(readCalendarYear(content)).toEqual({ kind: 'read', value: year });
      }),
    );
  });

  test('without a year is of the year of most of its days, and without a source says so', () => {
    const [year] = calendarYears.map(contentOf).slice(-1);
    const { days } = JSON.parse(writeCalendarYear(year ?? expect.fail(), 'json')) as { days: unknown };
    const source = { zh: '未注明来源', en: 'Source not stated' };
    expect(readCalendarYear(JSON.stringify(days))).toEqual({ kind: 'read', value: { ...year, source } });
  });

  test('whose source is the notice of its year is told in English too, any other as it stands', () => {
    const [year] = calendarYears.map(contentOf).slice(-1);
    const csv = writeCalendarYear(year ?? expect.fail(), 'csv').replace(/^# source-en.*\n/m, '');
    expect(readCalendarYear(csv)).toEqual({ kind: 'read', value: year });
    const other = readCalendarYear(csv.replace(/^# source:.*$/m, '# source: 市政府公告'));
    expect(other).toMatchObject({ value: { source: { zh: '市政府公告', en: '市政府公告' } } });
  });

  test('may quote its cells and leave lines empty, as spreadsheets do', () => {
    const [year] = calendarYears.map(contentOf).slice(-1);
    const quoted = writeCalendarYear(year ?? expect.fail(), 'csv')
      .replaceAll(/^(\d.*),(.*),(.*)$/gm, '"$1" , "$2","$3",,')
      .replace('date,kind,name', '\n,,\ndate,kind,name,,\n ');
    expect(readCalendarYear(quoted)).toEqual({ kind: 'read', value: year });
  });
});

const problemsOf = (content: string): readonly string[] => {
  const reading = readCalendarYear(content);
  if (reading.kind === 'read') return [];
  expect(reading.problems.every(({ text }) => text.zh !== '' && text.en !== '')).toBe(true);
  return reading.problems.map(({ line, field, code }) => `${line ?? '-'} ${field} ${code}`);
};

/** All festivals of 2027 and the given lines, which begin with line 3. */
const csv = (...lines: readonly string[]): string =>
  [
    '# year: 2027',
    'date,kind,name',
    ...lines,
    ...statutoryFestivals(2027).map(({ on, name }) => `${on},rest,${name}`),
  ].join('\n');

const json = (...days: readonly string[]): string =>
  [
    '{ "year": 2027, "days": [',
    ...days.map((day) => `${day},`),
    statutoryFestivals(2027)
      .map(({ on, name }) => JSON.stringify({ date: on, kind: 'rest', name }))
      .join(',\n'),
    ']}',
  ].join('\n');

describe('a mistake is named with line and field:', () => {
  test.each([
    ['a date that is none', '2027/1/4,rest,元旦', ['3 date MALFORMED_DATE']],
    ['a day that does not exist', '2027-02-30,rest,春节', ['3 date NO_SUCH_DATE']],
    ['a missing date', ',rest,春节', ['3 date MISSING']],
    ['full-width digits', '２０２７-02-09,rest,春节', ['3 date FULL_WIDTH']],
    ['full-width commas', '2027-02-09，rest，春节', ['3 row FULL_WIDTH']],
    ['a full-width kind', '2027-02-09,ｒｅｓｔ,春节', ['3 kind FULL_WIDTH']],
    ['a day of another year', '2026-12-31,rest,元旦', ['3 date OTHER_YEAR']],
    ['an exchanged working day from Monday to Friday', '2027-02-10,work,', ['3 date NOT_WEEKEND']],
    ['a rest day without a name', '2027-02-09,rest,', ['3 name MISSING']],
    ['a rest day without even the comma', '2027-02-09,rest', ['3 name MISSING']],
    ['an unknown kind', '2027-02-09,holiday,春节', ['3 kind UNKNOWN_KIND']],
    ['no kind', '2027-02-09,,春节', ['3 kind MISSING']],
    ['NUL', '2027-02-09,rest,春\0节', ['3 name UNSAFE_TEXT']],
    ['NUL in a date', '2027-02-0\0,rest,春节', ['3 date UNSAFE_TEXT']],
    ['half a character', '2027-02-09,rest,春\uD83C', ['3 name UNSAFE_TEXT']],
    ['a name that is a paragraph', `2027-02-09,rest,${'春'.repeat(61)}`, ['3 name TOO_LONG']],
    ['too many cells', '2027-02-09,rest,春节,x', ['3 row ROW']],
    ['a quotation mark without its other', '2027-02-09,rest,"春节', ['3 row ROW']],
    [
      'a day marked twice, named where it comes second',
      '2027-02-05,work,',
      ['3 date NOT_WEEKEND', '5 date MARKED_TWICE'],
    ],
  ])('%s', (_what, line, problems) => {
    expect(problemsOf(csv(line))).toEqual(problems);
  });

  test.each([
    ['a date that is a number', '{"date":20270209,"kind":"rest","name":"春节"}', ['2 date WRONG_TYPE']],
    ['an unknown field', '{"date":"2027-02-09","kind":"rest","name":"春节","isOff":true}', ['2 isOff UNKNOWN_FIELD']],
    ['a row that is no object', '"2027-02-09"', ['2 row ROW']],
    ['fields left out', '{}', ['2 date MISSING', '2 kind MISSING']],
    ['NUL by escape', '{"date":"2027-02-09","kind":"rest","name":"\\u0000"}', ['2 name UNSAFE_TEXT']],
    ['half a character by escape', '{"date":"2027-02-09","kind":"rest","name":"\\ud83c"}', ['2 name UNSAFE_TEXT']],
    ['a comma too many', ',', ['2 file NOT_JSON']],
    ['a name used twice', '{"date":"2027-02-09","date":"2027-02-10"}', ['2 file NOT_JSON']],
  ])('in JSON %s', (_what, day, problems) => {
    expect(problemsOf(json(day))).toEqual(problems);
  });

  test.each([
    ['nothing', '', ['- file EMPTY']],
    ['white space and a byte order mark', '\uFEFF \r\n', ['- file EMPTY']],
    ['a header and no day', '# year: 2027\ndate,kind,name\n', ['- file EMPTY']],
    ['an empty list', '[]', ['- file EMPTY']],
    ['no header', '2027-01-01,rest,元旦', ['1 header HEADER']],
    ['another encoding', 'date,kind,name\n2027-01-01,rest,\uFFFD\uFFFD', ['2 file NOT_UTF8']],
    ['an object without days', '{"year":2027}', ['1 days MISSING']],
    ['days that are no list', '{"days":{}}', ['1 days WRONG_TYPE']],
    ['another key', '{"days":[],\n"papers":[]}', ['2 papers UNKNOWN_FIELD']],
    ['a file as long as a book', `date,kind,name\n${'# '.repeat(200_000)}`, ['- file TOO_LONG']],
  ])('%s', (_what, content, problems) => {
    expect(problemsOf(content)).toEqual(problems);
  });

  test('a year that is none, and a source that cannot be kept', () => {
    const sound = csv();
    expect(problemsOf(sound)).toEqual([]);
    expect(problemsOf(sound.replace('2027', '27'))).toEqual(['1 year MALFORMED_YEAR']);
    expect(problemsOf(sound.replace('# year: 2027', '# source: 通\0知'))).toEqual(['1 source UNSAFE_TEXT']);
    expect(problemsOf('{"year":"2027","source":7,"days":[]}')).toEqual(['1 year WRONG_TYPE', '1 source WRONG_TYPE']);
  });

  test('every festival that gives nobody a day off, with its days', () => {
    const lines = csv().split('\n');
    const without = lines.filter((line) => !/2027-02-0[56]|端午/.test(line)).join('\n');
    const reading = readCalendarYear(without);
    if (reading.kind === 'read') throw new Error('two festivals are missing');
    expect(reading.problems.map(({ line, code, text }) => [line, code, text.zh])).toEqual([
      [null, 'FESTIVAL_MISSING', '缺少春节：2027-02-05, 2027-02-06应放假'],
      [null, 'FESTIVAL_MISSING', '缺少端午节：2027-06-09应放假'],
    ]);
  });

  test('all at once, in the order of the lines', () => {
    const lines = ['2027-13-01,rest,元旦', '2027-02-10,work,', 'x,y,', '2028-01-01,rest,元旦', '2027-01-01,rest,'];
    expect(problemsOf(csv(...lines))).toEqual([
      '3 date NO_SUCH_DATE',
      '4 date NOT_WEEKEND',
      '5 date MALFORMED_DATE',
      '5 kind UNKNOWN_KIND',
      '6 date OTHER_YEAR',
      '7 name MISSING',
      '8 date MARKED_TWICE',
    ]);
  });
});

test('whatever the file holds, it is read or its problems are told', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('2027-02-09', 'rest', 'work', 'date', '{"days":[', '"', '#', ',', '\n'),
  );
  fc.assert(
    fc.property(fc.array(cell), fc.constantFrom('', 'date,kind,name\n', '{"days":', '['), (cells, head) => {
      for (const reading of [readCalendarYear(head + cells.join(',')), readClosures(head + cells.join(','))]) {
        if (reading.kind === 'refused') expect(reading.problems.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1000 },
  );
});

describe('the closures of a province', () => {
  test('are days of any year with a name, in CSV and JSON', () => {
    const value = [
      { on: '2026-11-02', name: '停止对外办公' },
      { on: '2027-03-01', name: '搬迁' },
    ];
    expect(readClosures('date,name\n2027-03-01,搬迁\n2026-11-02,停止对外办公\n')).toEqual({ kind: 'read', value });
    const rows = value.map(({ on, name }) => ({ date: on, name }));
    expect(readClosures(JSON.stringify({ closures: rows }))).toEqual({ kind: 'read', value });
    expect(readClosures('date,name')).toEqual({ kind: 'read', value: [] });
  });

  test('are refused with everything that is wrong', () => {
    const reading = readClosures('name,date\n搬迁,2027-03-01\n,2027-03-02\n搬迁,2027-03-01\n搬迁,x');
    if (reading.kind === 'read') throw new Error('three lines are wrong');
    expect(reading.problems.map(({ line, field, code }) => `${line} ${field} ${code}`)).toEqual([
      '3 name MISSING',
      '4 date MARKED_TWICE',
      '5 date MALFORMED_DATE',
    ]);
  });
});
