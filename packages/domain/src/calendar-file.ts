import { CalendarCheck } from './calendar-check.ts';
import { calendarSheet } from './calendar-sheet.ts';
import type { CalendarYear } from './calendar.ts';
import { noticeOf } from './calendar-years.ts';
import type { CivilDate } from './civil-date.ts';
import type { RestDay } from './festivals.ts';
import type { FileProblem } from './file-problem.ts';
import { text, type Text } from './text.ts';

/** A year as a file tells it; the installation gives it its edition. Days are in order. */
export type CalendarYearFile = Omit<CalendarYear, 'edition'>;

/** What a file holds, or everything that is wrong with it. */
export type FileReading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };

const unnamedSource = text('未注明来源', 'Source not stated');

/**
 * Reads the holidays of one year from CSV (`date,kind,name`, remarks and `# source: …` before it) or JSON
 * (`{ year, source, days: [{ date, kind, name }] }`, or the list alone); `kind` is `rest` or `work`. The order of days
 * does not matter. Refuses a year that does not give every statutory festival off. Without `year` in the file it is the
 * year of most of its days. Names every problem at once, each with how it is repaired.
 */
export function readCalendarYear(content: string): FileReading<CalendarYearFile> {
  const check = new CalendarCheck(calendarSheet(content, { columns: ['date', 'kind', 'name'], list: 'days' }));
  check.hasRows();
  const declared = check.year();
  const [zh, en] = [check.source('source'), check.source('source-en')];
  const days = check.rows.map((row) => {
    const [on, kind] = [check.date(row), check.kind(row)];
    return { row, on, kind, name: check.name(row, { isNeeded: kind === 'rest' }) };
  });
  const dated = days.flatMap(({ on, ...day }) => (on === null ? [] : { on, ...day }));
  const rest = dated.flatMap(({ on, kind, name }) => (kind === 'rest' ? { on, name } : []));
  const work = dated.flatMap(({ on, kind }) => (kind === 'work' ? on : []));
  const year = declared ?? yearOfMost(dated.map(({ on }) => on));
  if (year === null) return { kind: 'refused', problems: check.problems() };
  for (const { row, ...day } of dated) check.isFitting(row, { ...day, year });
  if (days.length > 0) check.isComplete(year, new Set(rest.map(({ on }) => on)));
  const problems = check.problems();
  if (problems.length > 0) return { kind: 'refused', problems };
  const source = sourceOf(year, { zh, en });
  return { kind: 'read', value: { year, source, rest: rest.sort(byDay), work: work.sort() } };
}

/**
 * Reads the days on which the offices of a province are closed whatever the notice says, from CSV (`date,name`) or JSON
 * (`{ closures: [{ date, name }] }`, or the list alone). Names every problem at once.
 */
export function readClosures(content: string): FileReading<readonly RestDay[]> {
  const check = new CalendarCheck(calendarSheet(content, { columns: ['date', 'name'], list: 'closures' }));
  const closures = check.rows.map((row) => ({ on: check.date(row), name: check.name(row, { isNeeded: true }) }));
  const problems = check.problems();
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'read', value: closures.flatMap(({ on, name }) => (on === null ? [] : { on, name })).sort(byDay) };
}

/** The year as a file that {@link readCalendarYear} reads back. */
export function writeCalendarYear(year: CalendarYearFile, format: 'csv' | 'json'): string {
  const days = [
    ...year.rest.map(({ on, name }) => ({ date: on, kind: 'rest', name })),
    ...year.work.map((on) => ({ date: on, kind: 'work', name: '' })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
  if (format === 'json') {
    const rows = days.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
    return `{\n  "year": ${year.year},\n  "source": ${JSON.stringify(year.source)},\n  "days": [\n${rows}\n  ]\n}\n`;
  }
  const quoted = (name: string): string => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
  const head = [`# year: ${year.year}`, `# source: ${year.source.zh}`, `# source-en: ${year.source.en}`];
  const rows = days.map(({ date, kind, name }) => `${date},${kind},${quoted(name)}`);
  return [...head, 'date,kind,name', ...rows, ''].join('\n');
}

const byDay = (a: RestDay, b: RestDay): number => (a.on < b.on ? -1 : 1);

const yearOf = (on: CivilDate): number => Number(on.slice(0, 4));

/** Of two with as many days the earlier; null without days. */
function yearOfMost(days: readonly CivilDate[]): number | null {
  const tally = new Map<number, number>();
  for (const year of days.map(yearOf)) tally.set(year, (tally.get(year) ?? 0) + 1);
  const [most] = [...tally].sort(([a, many], [b, more]) => more - many || a - b);
  return most?.[0] ?? null;
}

/** The title of the notice of that year is known in English; any other stays as it is. */
function sourceOf(year: number, { zh, en }: { readonly zh: string | null; readonly en: string | null }): Text {
  if (zh === null) return unnamedSource;
  const notice = noticeOf(year);
  return text(zh, en ?? (zh === notice.zh ? notice.en : zh));
}
