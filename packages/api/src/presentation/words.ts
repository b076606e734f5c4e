import { assertNever } from '@lianban/domain/assert-never';
import { addHours, weekday, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { DayOfMonths, Limit } from '@lianban/domain/limit';
import { text, type Text } from '@lianban/domain/text';

const WEEKDAYS = [
  text('周一', 'Mon'),
  text('周二', 'Tue'),
  text('周三', 'Wed'),
  text('周四', 'Thu'),
  text('周五', 'Fri'),
  text('周六', 'Sat'),
  text('周日', 'Sun'),
] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A day with its weekday, 7月2日（周四） / Thu 2 Jul; with the year when it is not that of `today`. */
export function dayWords(on: CivilDate, today?: CivilDate): Text {
  const [year, month, day] = [on.slice(0, 4), Number(on.slice(5, 7)), Number(on.slice(8))];
  const named = WEEKDAYS[weekday(on) - 1] ?? text('', '');
  const otherYear = today?.startsWith(year) === false;
  return text(
    `${otherYear ? `${year}年` : ''}${month}月${day}日（${named.zh}）`,
    `${named.en} ${day} ${MONTHS[month - 1] ?? ''}${otherYear ? ` ${year}` : ''}`,
  );
}

/** A day as documents are dated: 2026年7月2日 / 2 Jul 2026. */
export const dateWords = (on: CivilDate): Text =>
  text(
    `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`,
    `${Number(on.slice(8))} ${MONTHS[Number(on.slice(5, 7)) - 1] ?? ''} ${on.slice(0, 4)}`,
  );

/** Asia/Shanghai, without summer time. */
const SHANGHAI_HOURS = 8;

/** The time of day in Asia/Shanghai, `HH:MM`. */
export const timeOfDay = (at: Instant): string => addHours(at, SHANGHAI_HOURS).slice(11, 16);

/** The instant as clocks in Shanghai show it, `2026-03-06T10:00:00+08:00`, with milliseconds only where there are some. */
export const inShanghai = (at: Instant): string => addHours(at, SHANGHAI_HOURS).replace(/(?:\.000)?Z$/, '+08:00');

/** A count with its English unit, in the plural unless it is one. */
export const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

const dayOfWords = ({ day, months }: DayOfMonths): Text =>
  text(
    `每年 ${months.join('、')} 月 ${day} 日（遇休息日提前至前一工作日）`,
    `every ${day} ${months.map((month) => MONTHS[month - 1] ?? '').join(', ')} (or the working day before it)`,
  );

/** A limit with its unit: 10 个工作日, 30 日, 2 个月, 当场. */
export function limitWords(limit: Limit): Text {
  if ('workingDays' in limit) return text(`${limit.workingDays} 个工作日`, counted(limit.workingDays, 'working day'));
  if ('calendarDays' in limit) return text(`${limit.calendarDays} 日`, counted(limit.calendarDays, 'day'));
  if ('months' in limit) return text(`${limit.months} 个月`, counted(limit.months, 'month'));
  if ('hours' in limit) return text(`${limit.hours} 小时`, counted(limit.hours, 'hour'));
  if ('until' in limit) return text(`至 ${dateWords(limit.until).zh}`, `until ${dateWords(limit.until).en}`);
  if ('onTheSpot' in limit) return text('当场', 'on the spot');
  if ('dayOf' in limit) return dayOfWords(limit.dayOf);
  return assertNever(limit);
}

/** How much is left: 剩 2 个工作日, 今天到期, 已超期 3 个工作日. */
export function leftWords(workingDaysLeft: number): Text {
  if (workingDaysLeft < 0)
    return text(`已超期 ${-workingDaysLeft} 个工作日`, `${counted(-workingDaysLeft, 'working day')} overdue`);
  if (workingDaysLeft === 0) return text('今天到期', 'due today');
  return text(`剩 ${workingDaysLeft} 个工作日`, `${counted(workingDaysLeft, 'working day')} left`);
}

/** Puts texts together without a gap in Chinese and with a space in English. */
export const joined = (parts: readonly Text[]): Text =>
  text(parts.map(({ zh }) => zh).join(''), parts.map(({ en }) => en).join(' '));
