import type { RuleRow } from './RuleForm.tsx';

/** Names a row of the table, whatever its editions. */
export const rowName = ({ key, item, province }: Pick<RuleRow, 'key' | 'item' | 'province'>): string =>
  [key, item ?? '', province ?? ''].join(' ');

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
