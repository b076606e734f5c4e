import type { Language } from '../locales/index.ts';

const weekdays = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

const parts = (date: string): Parts => {
  const at = new Date(`${date}T00:00:00Z`);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), weekday: at.getUTCDay() };
};

const nameOf = (list: readonly string[], index: number): string => list[index] ?? '';

/** The civil day in Asia/Shanghai of an instant, `YYYY-MM-DD`. */
export const civilDay = (instant: string): string =>
  new Date(Date.parse(instant) + shanghaiMs).toISOString().slice(0, 10);

/** The time of day in Asia/Shanghai of an instant, `HH:MM`. */
export const timeOfDay = (instant: string): string =>
  new Date(Date.parse(instant) + shanghaiMs).toISOString().slice(11, 16);

/** The civil day `days` after `date`; negative goes back. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** Sunday of the week (Monday to Sunday) in which `date` lies. */
export const endOfWeek = (date: string): string => addDays(date, (7 - parts(date).weekday) % 7);

/** Weekday of a civil day: 1 is Monday, 7 is Sunday. */
export const weekdayNumber = (date: string): number => parts(date).weekday || 7;

/** Name of the weekday: 周二 / Tue. */
export const weekdayName = (date: string, language: Language): string =>
  nameOf(weekdays[language], parts(date).weekday);

/** Day and month: 6月30日 / 30 Jun; with the year when it is not the year of `today`. */
export function shortDay(date: string, language: Language, today?: string): string {
  const { year, month, day } = parts(date);
  const otherYear = today !== undefined && parts(today).year !== year;
  if (language === 'en') return `${day} ${nameOf(months, month - 1)}${otherYear ? ` ${year}` : ''}`;
  return `${otherYear ? `${year}年` : ''}${month}月${day}日`;
}

/** Day with weekday, as every deadline is written: 6月30日（周二） / Tue 30 Jun. */
export function dayWithWeekday(date: string, language: Language, today?: string): string {
  const day = shortDay(date, language, today);
  const weekday = weekdayName(date, language);
  return language === 'en' ? `${weekday} ${day}` : `${day}（${weekday}）`;
}

/** Full day as in the top bar: 2026年6月30日 周二 / Tue 30 Jun 2026. */
export function fullDay(date: string, language: Language): string {
  const { year, month, day } = parts(date);
  const weekday = weekdayName(date, language);
  return language === 'en'
    ? `${weekday} ${day} ${nameOf(months, month - 1)} ${year}`
    : `${year}年${month}月${day}日 ${weekday}`;
}

/** From one day to another: 7月1日（周三）至 7月3日（周五） / Wed 1 – Fri 3 Jul. */
export function dayRange(from: string, to: string, language: Language): string {
  if (from === to) return dayWithWeekday(from, language);
  if (language === 'zh-CN') return `${dayWithWeekday(from, language)}至 ${dayWithWeekday(to, language)}`;
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = sameMonth ? `${weekdayName(from, 'en')} ${parts(from).day}` : dayWithWeekday(from, 'en');
  return `${start} – ${dayWithWeekday(to, 'en')}`;
}

const todayWord = { 'zh-CN': '今天', en: 'Today' } as const;
const yesterdayWord = { 'zh-CN': '昨天', en: 'Yesterday' } as const;

/** When something happened, as near as a reader wants it: 今天 09:12, 昨天 16:42, 6月25日. */
export function whenHappened(instant: string, today: string, language: Language): string {
  const day = civilDay(instant);
  if (day === today) return `${todayWord[language]} ${timeOfDay(instant)}`;
  if (day === addDays(today, -1)) return `${yesterdayWord[language]} ${timeOfDay(instant)}`;
  return shortDay(day, language, today);
}

/** An instant in full: 2026年6月30日 周二 16:42. */
export const fullInstant = (instant: string, language: Language): string =>
  `${fullDay(civilDay(instant), language)} ${timeOfDay(instant)}`;

/** An instant to the second in Asia/Shanghai, where it has to be compared with others: 2026-06-30 16:42:05. */
export const exactInstant = (instant: string): string =>
  new Date(Date.parse(instant) + shanghaiMs).toISOString().slice(0, 19).replace('T', ' ');
