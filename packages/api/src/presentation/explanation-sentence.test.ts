import type { KeptDate, Span } from '@lianban/domain/ask';
import { addDays, addHours, civilDate, startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import type { Limit } from '@lianban/domain/limit';
import { text, type Text } from '@lianban/domain/text';
import { publishedCalendar } from '@lianban/workflows/testing/scenario';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explanationSentence, type CountedDeadline, type LeftOut } from './explanation-sentence.ts';

const LIC42 = text('行政许可法第四十二条', 'Administrative Licensing Law, Art. 42');
const TODAY = civilDate('2026-06-30');

interface Asked {
  readonly limit: Limit;
  readonly from: string;
  readonly hour?: number;
  readonly extensions?: readonly Limit[];
  readonly spans?: readonly LeftOut[];
  readonly kept?: KeptDate;
}

/** Counts as the record would, and says it. */
function said(
  { limit, from, hour = 0, extensions = [], spans = [], kept }: Asked,
  rest: Partial<CountedDeadline> = {},
): Text {
  const startOn = civilDate(from);
  const excluded = spans.map(({ from: first, to }): Span => ({ from: first, to, kind: 'excluded', reason: 'x' }));
  const ask = { limit, extensions, startOn, startAt: addHours(startOfDay(startOn), hour), spans: excluded, kept };
  const { why, ...due } = dueOf({ key: 'x', ...ask }, publishedCalendar);
  const began = { startedBy: null, filedOn: null };
  const told = { why, due, basis: LIC42, ...began, extendedBy: [], leftOut: spans, stopped: null };
  return explanationSentence({ ...told, ...rest }, TODAY);
}

const anyLimit: fc.Arbitrary<Limit> = fc.oneof(
  ...[fc.integer({ min: 1, max: 60 })].flatMap((count) => [
    count.map((workingDays) => ({ workingDays })),
    count.map((calendarDays) => ({ calendarDays })),
    count.map((hours) => ({ hours })),
  ]),
  fc.integer({ min: 1, max: 6 }).map((months) => ({ months })),
  fc.constant({ onTheSpot: true } as const),
);

const testing = (from: string, to: string | null, workingDays: number): LeftOut => ({
  ...{ title: text('样品检验', 'Testing of samples'), from: civilDate(from), to: to === null ? null : civilDate(to) },
  ...{
    workingDays,
    papers: [{ title: text('特别程序所需时间告知书', 'Notice of time needed'), number: '渝药监特〔2026〕47号' }],
  },
});

describe('the sentence of a deadline', () => {
  test('in working days names what began it, the article, what was left out with its paper, festivals and worked weekends', () => {
    const began = { startedBy: text('受理', 'Accept') };
    const told = said(
      { limit: { workingDays: 20 }, from: '2026-04-28', spans: [testing('2026-05-13', '2026-06-22', 28)] },
      began,
    );
    expect(told.zh).toBe(
      '自 4月28日（周二）“受理”次日起 20 个工作日（行政许可法第四十二条），扣除样品检验 28 个工作日（5月13日（周三）至 6月22日（周一）；' +
        '《特别程序所需时间告知书》渝药监特〔2026〕47号），跳过劳动节 5 天、端午节 3 天，5月9日（周六）调休上班，计入，最后一日是 7月8日（周三）。',
    );
    expect(told.en).toBe(
      '20 working days (Administrative Licensing Law, Art. 42) from the day after Tue 28 Apr ("Accept"), leaving out 28 working days of ' +
        'testing of samples (Wed 13 May to Mon 22 Jun; Notice of time needed 渝药监特〔2026〕47号), skipping Labour Day (5 days), ' +
        'Dragon Boat Festival (3 days), counting Sat 9 May (weekend worked), so the last day is Wed 8 Jul.',
    );
  });

  test('of what was sent outside office hours says on which day, and that it counting as received later is no law', () => {
    const began = { startedBy: text('提交申请', 'Application made'), filedOn: civilDate('2026-11-29') };
    const told = said({ limit: { workingDays: 5 }, from: '2026-11-30' }, began);
    expect(told).toEqual({
      zh: '自 11月30日（周一）“提交申请”（11月29日（周日）办公时间外提交，按本系统默认计为下一工作日收到）次日起 5 个工作日（行政许可法第四十二条），最后一日是 12月7日（周一）。',
      en:
        '5 working days (Administrative Licensing Law, Art. 42) from the day after Mon 30 Nov ("Application made", sent outside office hours on Sun 29 Nov, ' +
        'which by default of this system counts as received on the next working day), so the last day is Mon 7 Dec.',
    });
  });

  test('names the year of a day on which it was sent when that was another year', () => {
    const began = { startedBy: text('提交申请', 'Application made'), filedOn: civilDate('2025-12-31') };
    const told = said({ limit: { hours: 24 }, from: '2026-01-04', hour: 9 }, began);
    expect(told.zh).toMatch(
      /^自 1月4日（周日）“提交申请”（2025年12月31日（周三）办公时间外提交，.+收到） 09:00 起 24 小时/,
    );
    expect(told.en).toContain('sent outside office hours on Wed 31 Dec 2025');
  });

  test('says nothing of what did not happen', () => {
    expect(said({ limit: { workingDays: 3 }, from: '2026-06-01' })).toEqual({
      zh: '自 6月1日（周一）次日起 3 个工作日（行政许可法第四十二条），最后一日是 6月4日（周四）。',
      en: '3 working days (Administrative Licensing Law, Art. 42) from the day after Mon 1 Jun, so the last day is Thu 4 Jun.',
    });
  });

  test('in natural days says which rest day it ended on and that it rolled', () => {
    expect(said({ limit: { calendarDays: 7 }, from: '2026-02-08' })).toEqual({
      zh: '自 2月8日（周日）次日起 7 个自然日（行政许可法第四十二条），期满的 2月15日（周日）是休息日（春节），顺延到其后第一个工作日（民法典第二百零三条），最后一日是 2月24日（周二）。',
      en:
        '7 calendar days (Administrative Licensing Law, Art. 42) from the day after Sun 8 Feb, ending on a rest day, Sun 15 Feb (Spring Festival), ' +
        'and so rolled to the first working day after it (Civil Code, Art. 203), so the last day is Tue 24 Feb.',
    });
  });

  test('in natural days that end on a worked weekend day says that they do not roll', () => {
    expect(said({ limit: { calendarDays: 7 }, from: '2026-02-07' }).zh).toBe(
      '自 2月7日（周六）次日起 7 个自然日（行政许可法第四十二条），期满的 2月14日（周六）调休上班，不顺延，最后一日是 2月14日（周六）。',
    );
  });

  test('in months', () => {
    expect(said({ limit: { months: 3 }, from: '2026-06-10' }).zh).toBe(
      '自 6月10日（周三）次日起 3 个月（行政许可法第四十二条），最后一日是 9月10日（周四）。',
    );
  });

  test('in hours names both hours and that nothing is skipped', () => {
    expect(said({ limit: { hours: 24 }, from: '2026-06-19', hour: 10.5 })).toEqual({
      zh: '自 6月19日（周五） 10:30 起 24 小时（行政许可法第四十二条），休息日照算，到 6月20日（周六） 10:30 为止。',
      en: '24 hours (Administrative Licensing Law, Art. 42) from Fri 19 Jun 10:30, rest days included, ending on Sat 20 Jun at 10:30.',
    });
    expect(said({ limit: { hours: 24 }, from: '2026-06-19' }).zh).toContain('到 6月19日（周五） 24:00 为止');
  });

  test('that is given says by whom it was fixed, and nothing was counted', () => {
    const basis = text('以申请人承诺的日期为准（国发〔2021〕7号）', 'The day the applicant promised');
    expect(said({ limit: { until: civilDate('2027-05-20') }, from: '2026-06-01' }, { basis })).toEqual({
      zh: '定在 2027年5月20日（周四）（以申请人承诺的日期为准（国发〔2021〕7号）），不另计算。',
      en: 'Fixed at Thu 20 May 2027 (The day the applicant promised), nothing is counted.',
    });
  });

  test('on a day that comes round says that it gave way to the working day before', () => {
    expect(said({ limit: { dayOf: { day: 20, months: [3, 6, 9, 12] } }, from: '2026-04-01' })).toEqual({
      zh: '自 4月1日（周三）之后最近的一期，每年 3、6、9、12 月 20 日（遇休息日提前至前一工作日）（行政许可法第四十二条），6月20日（周六）是休息日（端午节），提前至前一工作日，最后一日是 6月18日（周四）。',
      en:
        'The next after Wed 1 Apr of every 20 Mar, Jun, Sep, Dec (or the working day before it) (Administrative Licensing Law, Art. 42), ' +
        'Sat 20 Jun (Dragon Boat Festival) being a rest day, on the working day before it, so the last day is Thu 18 Jun.',
    });
  });

  test('on the spot', () => {
    expect(said({ limit: { onTheSpot: true }, from: '2026-06-01' })).toEqual({
      zh: '当场办理（行政许可法第四十二条），最迟在 6月1日（周一）当天。',
      en: 'Done on the spot (Administrative Licensing Law, Art. 42), on Mon 1 Jun at the latest.',
    });
  });
});

describe('the sentence of a deadline that moved, stands or may move', () => {
  test('names every extension, its article and the paper that allowed it', () => {
    const asked = { limit: { workingDays: 5 }, from: '2026-06-01', extensions: [{ workingDays: 10 }] } as const;
    const paper = { title: text('延长办理期限通知书', 'Notice of the longer limit'), number: '渝药监延办〔2026〕1号' };
    const told = said(asked, { extendedBy: [{ basis: LIC42, papers: [paper] }] });
    expect(told.zh).toContain(
      '5 个工作日（行政许可法第四十二条），延长 10 个工作日（行政许可法第四十二条；《延长办理期限通知书》渝药监延办〔2026〕1号），',
    );
    expect(told.en).toContain(
      ', extended by 10 working days (Administrative Licensing Law, Art. 42; Notice of the longer limit 渝药监延办〔2026〕1号), ',
    );
    expect(said(asked, { extendedBy: [{ basis: LIC42, papers: null }] }).zh).toContain(
      '延长 10 个工作日（行政许可法第四十二条），',
    );
  });

  test('of a printed day that was kept says to which day the count goes, and from where an extension runs', () => {
    const kept = { on: civilDate('2026-06-10'), after: 1, ground: 'printed' } as const;
    const asked = { limit: { workingDays: 5 }, from: '2026-06-01', kept } as const;
    expect(said(asked)).toEqual({
      zh: '自 6月1日（周一）次日起 5 个工作日（行政许可法第四十二条），按现行日历计到 6月8日（周一），送达文书载明的 6月10日（周三）较晚，以文书为准，最后一日是 6月10日（周三）。',
      en:
        '5 working days (Administrative Licensing Law, Art. 42) from the day after Mon 1 Jun, counted to Mon 8 Jun by the calendar as it is now, ' +
        'while the served document names Wed 10 Jun, which is later and stands, so the last day is Wed 10 Jun.',
    });
    expect(said({ ...asked, extensions: [{ workingDays: 2 }] }).zh).toContain(
      '以文书为准，延长从该日起算，最后一日是 6月12日（周五）。',
    );
  });

  test('of a day that stays because the new one was over already says so, and prints nothing', () => {
    const kept = { on: civilDate('2026-06-10'), after: 1, ground: 'passed' } as const;
    const { zh, en } = said({ limit: { workingDays: 5 }, from: '2026-06-01', kept });
    expect(zh).toContain(
      '按现行日历计到 6月8日（周一），修订时该日已过，原定的 6月10日（周三）继续有效，最后一日是 6月10日（周三）',
    );
    expect(en).toContain('a day that was over when the calendar was revised, so Wed 10 Jun, set before, stands');
  });

  test('of a clock that stands still says since when, by which paper, and what is left', () => {
    const stopped = { since: civilDate('2026-06-22'), consumed: 8, remaining: 12 };
    const told = said(
      { limit: { workingDays: 20 }, from: '2026-06-08', spans: [testing('2026-06-22', null, 7)] },
      { stopped },
    );
    expect(told.zh).toBe(
      '自 6月8日（周一）次日起 20 个工作日（行政许可法第四十二条），跳过端午节 3 天，' +
        '时钟自 6月22日（周一）起停着（样品检验；《特别程序所需时间告知书》渝药监特〔2026〕47号），已计 8 个工作日，还剩 12 个工作日，恢复后接着计算。',
    );
    expect(told.en).toContain(
      'the clock stands still since Mon 22 Jun (testing of samples; Notice of time needed 渝药监特〔2026〕47号), with 8 working days used and 12 left',
    );
  });

  test('that touches a year without a notice says that the day may move', () => {
    const told = said({ limit: { workingDays: 5 }, from: '2026-12-29' });
    expect(told.zh).toMatch(/最后一日是 2027年1月\d日（周.）。2027 年放假安排尚未公布，日期为预计，公布后可能变动。$/);
    expect(told.en).toMatch(/The holidays of 2027 have not been announced: the day is provisional and may move\.$/);
  });
});

test('the sentence always ends on the day that was counted, in both languages, whatever the limit, the start and the pauses', () => {
  const spans = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: -1, max: 20 })), { maxLength: 3 });
  fc.assert(
    fc.property(anyLimit, fc.nat(900), spans, (limit, after, pauses) => {
      const from = addDays(civilDate('2024-02-01'), after);
      const leftOut = pauses.map(([first, length]) =>
        testing(addDays(from, first + 1), addDays(from, first + 1 + length), 1),
      );
      const told = said({ limit, from, spans: leftOut });
      const ask = { key: 'x', limit, extensions: [], startOn: from, startAt: startOfDay(from) };
      const counted = leftOut.map(({ from: first, to }): Span => ({
        from: first,
        to,
        kind: 'excluded',
        reason: 'x',
      }));
      const { on } = dueOf({ ...ask, spans: counted }, publishedCalendar);
      expect(on).not.toBeNull();
      expect(told.zh).toContain(dayOf(on ?? from));
      expect(told.zh).not.toMatch(/undefined|null|NaN|，，|。。/);
      expect(told.en).not.toMatch(/undefined|null|NaN|, ,|\.\./);
    }),
    { numRuns: 1000 },
  );
});

const dayOf = (on: CivilDate): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
