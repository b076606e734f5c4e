import type { OpenStep } from '@lianban/db/queries/case-list';
import { workingCalendar } from '@lianban/domain/calendar';
import { calendarYears } from '@lianban/domain/calendar-years';
import { civilDate, endOfDay, instant } from '@lianban/domain/civil-date';
import { text } from '@lianban/domain/text';
import { describe, expect, test } from 'vitest';
import { applicationAnswer } from './application-receipt.ts';
import type { AsOf } from './as-of.ts';
import { readerOf } from './catalogue.ts';

const asOf: AsOf = {
  ...{ now: instant('2026-06-30T02:00:00Z'), today: civilDate('2026-06-30'), calendar: workingCalendar(calendarYears) },
};
const reader = readerOf('informed-commitment', '2023-12');
const intake: OpenStep = {
  ...{ key: 'intake', step: 'intake', role: 'WIN', province: 'CQ', unitId: 'cq-service-centre', claimedBy: null },
  ...{ place: text('政务服务中心窗口', 'Service centre'), isAuthority: false },
  ...{ dueOn: civilDate('2026-07-07'), dueAt: endOfDay(civilDate('2026-07-07')) },
  ...{ provisional: false, clockStopped: false },
};
const received = { openedAt: instant('2026-06-30T02:00:00Z'), receivedOn: civilDate('2026-06-30') };
const answer = (ending: string | null, ...steps: readonly OpenStep[]) =>
  applicationAnswer(reader, { ending, steps, ...received }, asOf);

describe('applicationAnswer', () => {
  test('says where the application is, for what, by when, and what silence means', () => {
    const { zh, en } = answer(null, intake);
    for (const words of ['政务服务中心窗口', '收件受理', '7月7日（周二）', '视为受理。']) expect(zh).toContain(words);
    for (const words of ['Service centre', 'Intake and acceptance', 'Tue 7 Jul', 'Otherwise: Deemed accepted'])
      expect(en).toContain(words);
  });

  test('of an application sent outside office hours says on which day it counts as received, and by whose rule', () => {
    const sent = { openedAt: instant('2026-06-28T02:00:00Z'), receivedOn: civilDate('2026-06-29') };
    const { zh, en } = applicationAnswer(reader, { ending: null, steps: [intake], ...sent }, asOf);
    expect(zh).toMatch(/视为受理。申请于 6月28日（周日）办公时间外提交，按本系统默认计为 6月29日（周一）收到。$/);
    expect(en).toMatch(
      /It was sent outside office hours on Sun 28 Jun and, by default of this system, counts as received on Mon 29 Jun\.$/,
    );
    for (const words of ['办公时间', '默认']) expect(answer(null, intake).zh).not.toContain(words);
    expect(applicationAnswer(reader, { ending: 'converted', steps: [], ...sent }, asOf).zh).not.toContain('6月');
  });

  test('threatens with nothing where no day is set or silence has no effect', () => {
    const undated = { ...intake, step: 'checkSuitability', dueOn: null, dueAt: null };
    expect(answer(null, undated).zh).not.toContain('转一般程序');
    expect(answer(null, { ...intake, step: 'serveNotice' }).en).not.toContain('Otherwise');
  });

  test('asks the reader to act where the next step is the applicant’s', () => {
    const commit = { ...intake, key: 'commit', step: 'commit', role: 'APP', unitId: null } as const;
    expect(answer(null, commit).zh).toContain('请您办理“签署承诺”');
  });

  test('says how a case ended that is over already, and nothing of days', () => {
    expect(answer('converted').zh).toContain('转一般程序');
    expect(answer('converted', intake).zh).not.toContain('7月7日');
  });
});
