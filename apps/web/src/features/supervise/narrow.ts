import type { SoonRow } from './heat.ts';

const narrowings = ['green', 'yellow', 'orange', 'due-today'] as const;
/** A way to narrow what comes due: by light, or to today. The name is the hash of the address. */
export type Narrowing = (typeof narrowings)[number];

/** The narrowing that an address asks for, null for none. */
export const narrowingOf = (hash: string): Narrowing | null => narrowings.find((name) => name === hash) ?? null;

/** The rows of a narrowing; all of them without one. */
export function narrowed(rows: readonly SoonRow[], by: Narrowing | null): readonly SoonRow[] {
  if (by === null) return rows;
  if (by === 'due-today') return rows.filter(({ deadline }) => deadline.workingDaysLeft === 0);
  return rows.filter(({ deadline }) => deadline.light === by);
}
