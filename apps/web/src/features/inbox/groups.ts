import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';
import { civilDay, endOfWeek } from '../../elements/dates.ts';

/** A page of the inbox. */
export type InboxPage = inferOutput<typeof trpc.duty.inbox>;
/** A row of the inbox. */
export type InboxRow = InboxPage['rows'][number];

// What can still be saved comes before what is already late.
const groupOrder = ['today', 'overdue', 'week', 'later', 'undated'] as const;
/** Name of a group; in the order of the page. */
export type GroupName = (typeof groupOrder)[number];

/** A group of rows that fall due together, in the order in which the server gave them. */
export interface Group {
  readonly name: GroupName;
  readonly rows: readonly InboxRow[];
}

type Dated = { readonly deadline: Pick<InboxRow['deadline'], 'on' | 'at' | 'light'> };

/** The group of a row on the day `today`; a week ends on Sunday. */
export function groupOf({ deadline }: Dated, today: string): GroupName {
  const on = deadline.on ?? (deadline.at === null ? null : civilDay(deadline.at));
  if (on === null) return 'undated';
  if (deadline.light === 'red' || on < today) return 'overdue';
  if (on === today) return 'today';
  return on <= endOfWeek(today) ? 'week' : 'later';
}

/** Identity of a row while it moves between groups and pages. */
export const rowKey = (row: Pick<InboxRow, 'caseId' | 'duty'>): string => `${row.caseId}/${row.duty}`;

/** Rows of all pages read so far in their groups, each row once; empty groups are left out. */
export function groupRows(rows: readonly InboxRow[], today: string): readonly Group[] {
  const once = new Map(rows.map((row) => [rowKey(row), row]));
  const members: Record<GroupName, InboxRow[]> = { today: [], overdue: [], week: [], later: [], undated: [] };
  for (const row of once.values()) members[groupOf(row, today)].push(row);
  return groupOrder.filter((name) => members[name].length > 0).map((name) => ({ name, rows: members[name] }));
}
