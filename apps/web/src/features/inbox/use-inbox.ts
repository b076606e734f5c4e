import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { trpc } from '../../app/api.ts';
import type { InboxPage } from './groups.ts';
import { earliestOf, nextGroup, type NamedFilter } from './standing.ts';

/** Which part of the inbox is looked at. */
export interface Looked {
  readonly tab: 'mine' | 'pool';
  readonly filter: 'all' | NamedFilter;
}

/** Rows asked for at a time. */
export const pageLength = 50;

const asksFor = (input: unknown, tab: Looked['tab']): boolean =>
  typeof input === 'object' && input !== null && 'tab' in input && input.tab === tab;

/** The inbox page by page. Under another filter the page shown before stands in meanwhile: counts are those of the tab. */
export const useInbox = ({ tab, filter }: Looked) =>
  useInfiniteQuery({
    ...trpc.duty.inbox.infiniteQueryOptions(
      { tab, filter, limit: pageLength },
      { getNextPageParam: ({ next }) => next },
    ),
    placeholderData: (before, query) => (asksFor(query?.queryKey[1]?.input, tab) ? before : undefined),
  });

/** What {@link useInbox} gives. */
export type Inbox = ReturnType<typeof useInbox>;

/** How many are mine and how many wait in the pool; shares the figure of the navigation. */
export const useTabCounts = (): Partial<Pick<InboxPage['counts'], 'mine' | 'pool'>> =>
  useQuery(trpc.duty.inbox.queryOptions({ tab: 'mine', limit: 1 })).data?.counts ?? {};

/** The next day on which something of the tab is due, asked for only while an empty list is shown; null when not known. */
export function useNextDue(tab: Looked['tab'], counts: InboxPage['counts']): string | null {
  const filter = nextGroup(counts);
  const next = useQuery({
    ...trpc.duty.inbox.queryOptions({ tab, filter: filter ?? 'all', limit: 100 }),
    enabled: filter !== null,
  });
  return filter !== null && next.data ? earliestOf(next.data) : null;
}
