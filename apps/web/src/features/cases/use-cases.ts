import { useInfiniteQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { trpc } from '../../app/api.ts';

/** A case in the list. */
export type CaseRow = inferOutput<typeof trpc.case.list>['rows'][number];

/** Which cases are looked at. */
export interface Asked {
  readonly state: 'open' | 'closed' | 'all';
  readonly search: string | undefined;
}

/** Cases page by page, the latest change first. */
export const useCases = ({ state, search }: Asked) =>
  useInfiniteQuery(
    trpc.case.list.infiniteQueryOptions(
      { state, limit: 50, ...(search === undefined ? {} : { search }) },
      { getNextPageParam: ({ next }) => next },
    ),
  );

/** What {@link useCases} gives. */
export type Cases = ReturnType<typeof useCases>;
