import type { InboxPage, InboxRow } from './groups.ts';
import { groupOf } from './groups.ts';

/** A filter of the inbox that names a group. */
export type NamedFilter = 'today' | 'overdue' | 'week' | 'later';

/** How many rows the list holds on the server under a tab and a filter. */
export const totalOf = (counts: InboxPage['counts'], tab: 'mine' | 'pool', filter: 'all' | NamedFilter): number =>
  filter === 'all' ? counts[tab] : counts[filter];

/** The one row of today that takes effect by itself, if it is the only one and among the rows read. */
export function onlyDeemed({
  deemedToday,
  today,
  rows,
}: Pick<InboxPage, 'deemedToday' | 'today' | 'rows'>): InboxRow | null {
  if (deemedToday !== 1) return null;
  return rows.find((row) => row.consequence !== null && groupOf(row, today) === 'today') ?? null;
}

const upcoming = ['today', 'week', 'later'] as const;

/** The nearest group, in time, that still holds rows; null when nothing is dated ahead. */
export const nextGroup = (counts: InboxPage['counts']): NamedFilter | null =>
  upcoming.find((name) => counts[name] > 0) ?? null;

/** The earliest day of a page that holds its whole group; null when there may be an earlier one on a later page. */
export const earliestOf = ({ rows, next }: Pick<InboxPage, 'rows' | 'next'>): string | null =>
  next === null
    ? rows.reduce<string | null>(
        (first, { deadline: { on } }) => (on !== null && (first === null || on < first) ? on : first),
        null,
      )
    : null;

/** Whether the effect of silence stands in place of the days left: on the last day, when it is what is at stake. */
export const isAtStake = ({ consequence, deadline }: Pick<InboxRow, 'consequence' | 'deadline'>): boolean =>
  consequence !== null && deadline.workingDaysLeft !== null && deadline.workingDaysLeft <= 0;
