import { civilDate, startOfDay } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import type { Limit } from '@lianban/domain/limit';
import { rules, termsFor } from '@lianban/domain/rules';
import { publishedCalendar } from '@lianban/workflows/testing/scenario';
import { describe, expect, test } from 'vitest';
import { readerOf } from './catalogue.ts';
import { briefDeadline } from './deadline.ts';
import { whyOfClock, whyOfDuty, type CaseFacts } from './why.ts';

const { spec } = readerOf('informed-commitment', '2023-12');
const ON = civilDate('2026-02-12');
const keys = ['permit.intake', 'permit.decide', 'commit.decide', 'commit.verify.window'] as const;
const terms = termsFor({ keys, province: 'CQ', item: 'otc-retail', on: ON, rules });

const explained = (limit: Limit) =>
  dueOf({ key: 'x', limit, extensions: [], startOn: ON, startAt: startOfDay(ON), spans: [] }, publishedCalendar);
const asOf = { today: ON, now: startOfDay(ON), calendar: publishedCalendar };
const facts: CaseFacts = { terms, clocks: [], lengthenings: [], papersOf: () => [], actOf: () => null, asOf };
function why(step: string, rule: string | null, limit: Limit) {
  const { on, at, provisional, why: counted } = explained(limit);
  const day = { dueOn: on, dueAt: at, provisional, clockStopped: false };
  const lapses = spec(step).lapse !== undefined;
  return whyOfDuty({ ...day, key: step, why: counted, rule, lapses, clock: null, openedVersion: 1 }, spec(step), facts);
}

describe('why a duty is due on its day', () => {
  test('names the article as frozen into the case, and what silence brings about', () => {
    expect(why('intake', 'permit.intake', { workingDays: 5 })).toMatchObject({
      ...{ title: { zh: '收件受理' }, mark: 'law', policy: 'DEEMED' },
      ...{ basis: { zh: '行政许可法第三十二条第四项' }, consequence: { en: 'Deemed accepted as of receipt' } },
      makeupDays: ['2026-02-14'],
    });
  });

  test('does not call law what nobody could verify, and knows no consequence where there is none', () => {
    expect(why('verify', 'commit.verify.window', { months: 3 })).toMatchObject({
      mark: 'uncertain',
      consequence: null,
    });
  });

  test.each(['propose', 'decide'])('calls lateness against the target of one working day no breach: %s', (step) => {
    expect(why(step, 'commit.decide', { workingDays: 1 })).toMatchObject({
      ...{ mark: 'uncertain', policy: 'NUDGE', consequence: null },
    });
  });

  test('calls lateness against the twenty working days of the law a breach', () => {
    const { why: counted } = explained({ workingDays: 20 });
    const day = {
      dueOn: null,
      dueAt: null,
      provisional: false,
      stoppedOn: null,
      limit: { workingDays: 20 },
      startOn: ON,
    };
    const clock = { ...day, startedVersion: 1, name: 'decision', rule: 'permit.decide', why: counted, spans: [] };
    expect(whyOfClock(clock, facts)).toMatchObject({ mark: 'law', policy: 'BREACH' });
  });

  test('says that a promised day is the applicant’s own', () => {
    expect(why('proveConditions', null, { until: civilDate('2026-05-20') })).toMatchObject({
      ...{ mark: 'design', basis: { zh: '以申请人承诺的日期为准（国发〔2021〕7号）' } },
    });
  });
});

describe('a deadline', () => {
  const due = explained({ workingDays: 5 });
  const row = { dueOn: due.on, dueAt: due.at, provisional: due.provisional, clockStopped: false };
  const on = (today: string) => {
    const day = civilDate(today);
    return briefDeadline(row, { today: day, now: startOfDay(day), calendar: publishedCalendar });
  };

  test.each([
    ['2026-02-12', 'green', 5],
    ['2026-02-13', 'green', 4],
    ['2026-02-14', 'yellow', 3],
    ['2026-02-23', 'yellow', 3],
    ['2026-02-25', 'orange', 1],
    ['2026-02-26', 'orange', 0],
    ['2026-02-27', 'red', -1],
  ])('on %s is %s with %i working days left', (today, light, left) => {
    expect(on(today)).toMatchObject({ light, workingDaysLeft: left });
  });

  test('without a day has no light', () => {
    const undated = { ...row, dueOn: null, dueAt: null };
    expect(briefDeadline(undated, { today: ON, now: startOfDay(ON), calendar: publishedCalendar })).toMatchObject({
      light: null,
      workingDaysLeft: null,
    });
  });

  test('in hours is red from the first late instant on, on its own day', () => {
    const day = civilDate('2026-03-03');
    const hourly = { ...row, dueOn: day, dueAt: startOfDay(day) };
    expect(briefDeadline(hourly, { today: day, now: startOfDay(day), calendar: publishedCalendar }).light).toBe('red');
  });
});
