import { assertNever } from '@lianban/domain/assert-never';
import { documents, type DocumentType } from '@lianban/domain/document';
import type { DayOfMonths, ExpiryPolicy, Limit } from '@lianban/domain/limit';
import type { Rule, RuleKey } from '@lianban/domain/rule';
import { rules } from '@lianban/domain/rules';
import type { Text } from '@lianban/domain/text';

/** Chinese first, which is authoritative. */
export const both = ({ zh, en }: Text): string => `${zh} ${en}`;

/** A row of a Markdown table. */
export const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** A Markdown table; its head and one line per row. */
export const table = (head: readonly string[], rows: readonly string[]): readonly string[] => [
  row(...head),
  row(...head.map(() => '---')),
  ...rows,
];

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const comingRound = ({ day, months }: DayOfMonths): string =>
  `${day} ${months.map((month) => MONTHS[month - 1] ?? '').join(', ')}, or the working day before`;

/** A limit in words: `5 working days`. */
export function limitWords(limit: Limit): string {
  if ('workingDays' in limit) return counted(limit.workingDays, 'working day');
  if ('calendarDays' in limit) return counted(limit.calendarDays, 'calendar day');
  if ('months' in limit) return counted(limit.months, 'month');
  if ('hours' in limit) return counted(limit.hours, 'hour');
  if ('dayOf' in limit) return comingRound(limit.dayOf);
  return 'until' in limit ? `until ${limit.until}` : 'on the spot';
}

const marked = ({ limit, mark }: Rule): string => `${limitWords(limit)} (${mark})`;

/** The rows of a rule: the general one first, then those of single provinces or items. */
export const rowsOf = (key: RuleKey): readonly Rule[] =>
  rules
    .filter((rule) => rule.key === key)
    .sort((a, b) => Number(a.item !== null || a.province !== null) - Number(b.item !== null || b.province !== null));

/** A rule with its mark, and the items for which it differs. */
export function ruleWords(key: RuleKey): string {
  const [general, ...special] = rowsOf(key);
  if (general === undefined) return `\`${key}\``;
  const others = special
    .filter((rule) => marked(rule) !== marked(general))
    .map((rule) => `${[rule.province, rule.item].filter((part) => part !== null).join(' ')}: ${marked(rule)}`);
  return [marked(general), ...others].join('; ');
}

/** Names of the documents of a button. */
export const documentWords = (made: readonly DocumentType[] = []): string =>
  made.map((document) => documents[document].title.zh).join('、');

/** What the passing of a limit does where it has no effect of its own. */
export function silence(policy: ExpiryPolicy): string {
  switch (policy) {
    case 'NUDGE':
      return 'reminders; nothing else follows';
    case 'BREACH':
      return "the authority is late; the duty stays open and nobody's right is lessened";
    case 'CHASE':
      return 'the other side is chased';
    case 'EXPIRE':
      return 'a measure ends';
    case 'DEEMED':
    case 'LAPSE':
      return 'as the procedure says';
    default:
      return assertNever(policy);
  }
}
