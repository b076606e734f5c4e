import { civilDate } from '@lianban/domain/civil-date';
import { expect, test } from 'vitest';
import { dateWords, dayWords, leftWords, limitWords } from './words.ts';

test('a day has its weekday, and its year only when it is another one', () => {
  expect(dayWords(civilDate('2026-07-02'), civilDate('2026-06-30'))).toEqual({ zh: '7月2日（周四）', en: 'Thu 2 Jul' });
  expect(dayWords(civilDate('2027-01-03'), civilDate('2026-12-30'))).toEqual({
    ...{ zh: '2027年1月3日（周日）', en: 'Sun 3 Jan 2027' },
  });
});

test('documents are dated in full', () => {
  expect(dateWords(civilDate('2026-07-02'))).toEqual({ zh: '2026年7月2日', en: '2 Jul 2026' });
});

test.each([
  [{ workingDays: 1 }, '1 个工作日', '1 working day'],
  [{ calendarDays: 30 }, '30 日', '30 days'],
  [{ months: 2 }, '2 个月', '2 months'],
  [{ hours: 24 }, '24 小时', '24 hours'],
  [{ onTheSpot: true }, '当场', 'on the spot'],
  [{ until: civilDate('2026-07-02') }, '至 2026年7月2日', 'until 2 Jul 2026'],
] as const)('the limit %o has its unit', (limit, zh, en) => {
  expect(limitWords(limit)).toEqual({ zh, en });
});

test.each([
  [2, '剩 2 个工作日', '2 working days left'],
  [0, '今天到期', 'due today'],
  [-1, '已超期 1 个工作日', '1 working day overdue'],
])('%i working days left are told in words', (left, zh, en) => {
  expect(leftWords(left)).toEqual({ zh, en });
});
