import { rulesNamed } from '../../elements/rules-named.ts';
import type { RuleRow } from './RuleForm.tsx';

/** Names a row of the table, whatever its editions. */
export const rowName = ({ key, item, province }: Pick<RuleRow, 'key' | 'item' | 'province'>): string =>
  [key, item ?? '', province ?? ''].join(' ');

/** What a list of rules offers for choice. */
export interface OfferedRules {
  readonly rows: readonly RuleRow[];
  /** The values that the words leave. */
  readonly found: readonly string[];
}

/**
 * The rows that are offered while these words are sought, one for each value, in the order given. What is chosen stays among
 * them, so that a search changes no choice.
 */
export function offered(
  rules: readonly RuleRow[],
  {
    sought,
    chosen,
    valueOf,
  }: { readonly sought: string; readonly chosen: string; readonly valueOf: (row: RuleRow) => string },
): OfferedRules {
  const found = new Set(rulesNamed(rules, sought).map(valueOf));
  const first = new Map<string, RuleRow>();
  for (const row of rules) if (!first.has(valueOf(row))) first.set(valueOf(row), row);
  const rows = [...first].flatMap(([value, row]) => (found.has(value) || value === chosen ? [row] : []));
  return { rows, found: [...found] };
}

/** The number of a limit; null where nothing is counted. */
export function countOf(limit: RuleRow['limit']): number | null {
  if ('workingDays' in limit) return limit.workingDays;
  if ('calendarDays' in limit) return limit.calendarDays;
  if ('months' in limit) return limit.months;
  return 'hours' in limit ? limit.hours : null;
}

/** The rows whose number the administrators of a province may revise: the latest edition of each, their own and common ones. */
export function revisable(rules: readonly RuleRow[], province: string): readonly RuleRow[] {
  const latest = new Map<string, RuleRow>();
  for (const row of rules) {
    const known = latest.get(rowName(row));
    if (!known || known.effectiveFrom < row.effectiveFrom) latest.set(rowName(row), row);
  }
  return [...latest.values()].filter(
    (row) => countOf(row.limit) !== null && (row.province === null || row.province === province),
  );
}
