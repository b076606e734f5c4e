import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, civilDate } from '@lianban/domain/civil-date';
import { describe, expect, test } from 'vitest';
import { asked, refusalsIn, typed } from '../testing/command-line.ts';

const documentation = readFileSync(join(import.meta.dirname, '../../../../docs/commands.md'), 'utf8');

const limit = { workingDays: 20 };
const startOn = '2026-06-01';
const asOf = '2026-08-25';
const tested = { from: '2026-06-09', to: '2026-08-20', kind: 'excluded' };

const segment = (from: string, to: string | null) => ({ from, to });

const one = async (question: object) => {
  const [answer] = await asked('clock', [question]);
  return answer ?? expect.fail('one line has one answer');
};

describe('a clock', () => {
  test('answers as its documentation shows', async () => {
    const [, question = '', answer = ''] = /^(\{"limit".+)\n(\{"consumed".+)$/m.exec(documentation) ?? [];
    const { explanation: _, ...shown } = JSON.parse(answer) as Record<string, unknown>;
    expect(await one(JSON.parse(question) as object)).toMatchObject(shown);
    const { output } = await typed(['clock', '--help']);
    const [, lines = '', told = ''] = /(\{"limit"[^]+?\})\n\s+\{("consumed".+),"explanation"/.exec(output) ?? [];
    expect(await one(JSON.parse(lines) as object)).toMatchObject(JSON.parse(`{${told}}`) as object);
  });

  test('tells what it consumed, what is left, its last day and everything it was counted from', async () => {
    const segment = { ...tested, reason: '检验', document: '渝药监检〔2026〕1号' };
    expect(await one({ limit, basis: 'permit.decide.default', startOn, asOf, segments: [segment] })).toEqual({
      consumed: 9,
      remaining: 11,
      due: '2026-09-09',
      provisional: false,
      stopped: false,
      explanation: {
        startOn,
        asOf,
        limit,
        extensions: [],
        basis: {
          key: 'permit.decide.default',
          text: { zh: '行政许可法第四十二条', en: 'Administrative Licensing Law, Art. 42' },
          mark: 'law',
          limit,
        },
        segments: [{ ...segment, workingDays: 51 }],
        excludedWorkingDays: 51,
        holidays: ['2026-06-19', '2026-06-20', '2026-06-21'].map((date) => ({ date, name: '端午节' })),
        makeupDays: [],
        rolledFrom: null,
        calendar: ['2026#1'],
        sentence: {
          zh: '自2026年6月1日起算（当日不计），期限20 个工作日（行政许可法第四十二条）；2026年6月10日至2026年8月20日不计时（检验），51 个工作日；截至2026年8月25日已用 9 个工作日，剩余 11 个；最后一日为2026年9月9日。',
          en: 'From 1 Jun 2026, which is not counted, 20 working days (Administrative Licensing Law, Art. 42); not counted from 10 Jun 2026 to 20 Aug 2026 (检验), 51 working days; by the end of 25 Aug 2026 9 working days consumed, 11 left; the last day is 9 Sep 2026.',
        },
      },
    });
  });

  test('names the worked weekend days it counted, the rest days it skipped and the day it moved from', async () => {
    expect(await one({ limit: { workingDays: 5 }, startOn: '2026-02-12', asOf: '2026-02-14' })).toMatchObject({
      consumed: 2,
      due: '2026-02-26',
      explanation: { makeupDays: ['2026-02-14'], rolledFrom: null },
    });
    expect(await one({ limit: { calendarDays: 7 }, startOn: '2026-02-08', asOf: '2026-02-10' })).toMatchObject({
      remaining: null,
      due: '2026-02-24',
      explanation: { rolledFrom: '2026-02-15', holidays: { length: 9 } },
    });
  });

  test('goes on from its end when it is extended, and is overdue after it', async () => {
    const extended = { limit, startOn, extensions: [{ workingDays: 10 }], asOf: '2026-07-20' };
    expect(await one(extended)).toMatchObject({ consumed: 34, remaining: -4, due: '2026-07-14' });
  });

  test('is provisional as soon as a year without a notice is touched', async () => {
    expect(await one({ limit, startOn: '2026-12-10', asOf: '2026-12-10' })).toMatchObject({
      due: '2027-01-08',
      provisional: true,
      explanation: { calendar: ['2026#1', '2027#0'] },
    });
  });

  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('that runs through %i has consumed %i working days', async (year, days) => {
    const answer = await one({ limit: { workingDays: 300 }, startOn: `${year}-01-01`, asOf: `${year}-12-31` });
    expect(answer['consumed']).toBe(days);
  });

  test('without asOf is told as of today', async () => {
    const before = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { explanation } = await one({ limit, startOn });
    expect([before, addDays(civilDate(before), 1)]).toContain((explanation as { asOf: string }).asOf);
  });
});

describe('the segments of a clock', () => {
  test('leave out the days after the event that stopped it, up to that of the event that let it go on', async () => {
    const question = { limit: { workingDays: 15 }, startOn, asOf, segments: [segment('2026-06-09', '2026-08-20')] };
    const [net, extended] = await asked('clock', [question, { ...question, extensions: [{ workingDays: 10 }] }]);
    expect([net?.['due'], extended?.['due']]).toEqual(['2026-09-02', '2026-09-16']);
  });

  test('that begin and end within one day leave out nothing, and the sentence says so', async () => {
    const [without, answer] = await asked('clock', [
      { limit, startOn, asOf },
      { limit, startOn, asOf, segments: [{ from: '2026-06-09', to: '2026-06-09', reason: '检验' }] },
    ]);
    const { explanation: plain, ...state } = without ?? expect.fail('one line has one answer');
    expect(answer).toMatchObject(state);
    expect(answer).toMatchObject({
      due: '2026-06-30',
      explanation: { segments: [{ from: '2026-06-09', to: '2026-06-09', workingDays: 0 }], excludedWorkingDays: 0 },
    });
    const { sentence } = plain as { sentence: { zh: string; en: string } };
    expect(answer?.['explanation']).toMatchObject({
      sentence: {
        zh: sentence.zh.replace('；', '；2026年6月9日停止并于当日恢复计时（检验），未扣除；'),
        en: sentence.en.replace('; ', '; stopped and resumed on 9 Jun 2026 (检验), nothing left out; '),
      },
    });
  });

  test.each([
    ['that touch', [segment('2026-06-09', '2026-06-11'), segment('2026-06-11', '2026-06-12')], '2026-07-03'],
    ['a day apart', [segment('2026-06-09', '2026-06-10'), segment('2026-06-11', '2026-06-12')], '2026-07-02'],
    ['from the start day on', [segment(startOn, '2026-06-02')], '2026-07-01'],
    ['before the start', [segment('2026-05-20', startOn)], '2026-06-30'],
    ['over a weekend only', [segment('2026-06-05', '2026-06-07')], '2026-06-30'],
  ])('%s leave out the days after the first event up to that of the second', async (_which, segments, due) => {
    expect(await one({ limit, startOn, asOf, segments })).toMatchObject({ due });
  });

  test('leave it standing still while one is open, and tell its working days so far', async () => {
    const answer = await one({ limit, startOn, asOf: '2026-06-12', segments: [{ from: '2026-06-09', to: null }] });
    expect(answer).toMatchObject({ consumed: 6, remaining: 14, due: null, stopped: true });
    expect(answer).toMatchObject({
      explanation: {
        basis: null,
        segments: [{ from: '2026-06-09', to: null, kind: 'excluded', reason: null, document: null, workingDays: 3 }],
      },
    });
  });

  test('that overlap count once, in whatever order', async () => {
    const inside = { from: '2026-07-01', to: '2026-07-10', kind: 'suspended' };
    const [alone, ...both] = await asked('clock', [
      { limit, startOn, asOf, segments: [tested] },
      { limit, startOn, asOf, segments: [inside, tested] },
      { limit, startOn, asOf, segments: [tested, inside] },
    ]);
    for (const answer of both) {
      expect([answer['due'], answer['consumed']]).toEqual([alone?.['due'], alone?.['consumed']]);
      expect(answer).toMatchObject({ explanation: { excludedWorkingDays: 51 } });
    }
    expect(both[0]).toMatchObject({ explanation: { segments: [{ workingDays: 0 }, { workingDays: 51 }] } });
  });
});

describe('a basis', () => {
  const basisOf = async (basis: string, more: object = {}) =>
    ((await one({ limit, startOn, asOf, basis, ...more }))['explanation'] as { basis: unknown }).basis;

  test.each([
    ['permit.decide', '行政许可法第四十二条', 'law'],
    ['permit.intake', '行政许可法第三十二条第四项', 'law'],
    ['device.prod.decide', '医疗器械生产监督管理办法第十三条', 'law'],
    ['cosmetics.renew.decide', '化妆品生产经营监督管理办法第二十一条', 'law'],
    ['commit.rectify', '本系统默认值：限期整改', 'design'],
    ['commit.verify.window', '未经核实：各地自一个月至三个月不等，川渝规程未见文本，暂取两个月', 'uncertain'],
  ])('%s is told with its source and its mark', async (key, zh, mark) => {
    expect(await basisOf(key, { province: 'SC' })).toMatchObject({ key, text: { zh }, mark });
  });

  test('that names no row in force is repeated as it stands', async () => {
    const bare = { text: null, mark: null, limit: null };
    expect(await basisOf('渝药监〔2024〕69号')).toEqual({ key: '渝药监〔2024〕69号', ...bare });
    expect(await basisOf('toString')).toEqual({ key: 'toString', ...bare });
  });
});

describe('a line is refused by the name of its field:', () => {
  const segments = (...list: readonly unknown[]) => ({ limit, startOn, segments: list });

  test.each([
    [
      'a segment that opens after the limit has run out',
      segments({ from: '2026-07-01', to: null }),
      'CLOCK_EXPIRED segments[0].from',
    ],
    [
      'the one of several that came too late',
      segments(tested, { ...tested, from: '2027-01-01', to: null }),
      'CLOCK_EXPIRED segments[1].from',
    ],
    [
      'a segment of a moment on the day after the last one',
      segments({ from: '2026-07-01', to: '2026-07-01' }),
      'CLOCK_EXPIRED segments[0].from',
    ],
    [
      'a segment that ends before it begins',
      segments({ from: '2026-06-09', to: '2026-06-08' }),
      'ENDS_BEFORE_START segments[0].to',
    ],
    ['a segment of another kind', segments(tested, { ...tested, kind: 'paused' }), 'WRONG_TYPE segments[1].kind'],
    ['a segment without a beginning', segments({ to: null }), 'MISSING_FIELD segments[0].from'],
    ['a segment that is no object', segments(tested, 5), 'WRONG_TYPE segments[1]'],
    ['an unknown field of a segment', segments({ ...tested, why: 'x' }), 'UNKNOWN_FIELD segments[0].why'],
    ['NUL in a reason', segments({ ...tested, reason: 'a\0' }), 'INVALID_TEXT segments[0].reason'],
    [
      'half a character in a document',
      segments({ ...tested, document: '\ud83c' }),
      'INVALID_TEXT segments[0].document',
    ],
    ['segments that are no list', { limit, startOn, segments: tested }, 'WRONG_TYPE segments'],
    ['more segments than a case has', segments(...Array<object>(101).fill(tested)), 'TOO_LARGE segments'],
    ['a segment in another century', segments({ from: '2026-06-09', to: '9999-12-31' }), 'TOO_FAR segments[0].to'],
    ['a day in another century', { limit, startOn, asOf: '9999-12-31' }, 'TOO_FAR asOf'],
    ['a limit in hours', { limit: { hours: 24 }, startOn }, 'UNKNOWN_FIELD limit.hours'],
    [
      'an extension below zero',
      { limit, startOn, extensions: [{ months: 1 }, { workingDays: -1 }] },
      'OUT_OF_RANGE extensions[1].workingDays',
    ],
    ['an end before the start', { limit: { until: '2026-05-31' }, startOn }, 'ENDS_BEFORE_START limit.until'],
    ['a basis that is a page', { limit, startOn, basis: '法'.repeat(501) }, 'TOO_LARGE basis'],
    ['a start before the calendar', { limit, startOn: '2023-12-01' }, 'CALENDAR_GAP startOn'],
    [
      'a segment that opens on the last of all days',
      { limit, startOn: '9999-12-01', segments: [{ from: '9999-12-31' }] },
      'BEYOND_CALENDAR segments[0].from',
    ],
    ['a start at the end of all years', { limit, startOn: '9999-12-30' }, 'BEYOND_CALENDAR startOn'],
    ['no start', { limit }, 'MISSING_FIELD startOn'],
    ['an unknown field', { limit, startOn, from: startOn }, 'UNKNOWN_FIELD from'],
  ])('%s', async (_what, question, refusal) => {
    expect(refusalsIn(await asked('clock', [question]))).toEqual([refusal]);
  });

  test('but whoever stops the clock on its last day has stopped it in time', async () => {
    const answers = await asked('clock', [
      segments({ from: '2026-06-30', to: null }),
      segments({ from: '2026-06-30', to: '2026-07-10' }),
    ]);
    expect(answers).toMatchObject([
      { due: null, stopped: true },
      { due: '2026-06-30', stopped: false },
    ]);
  });
});
