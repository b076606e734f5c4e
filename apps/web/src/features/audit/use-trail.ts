import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { trpc } from '../../app/api.ts';
import type { AuditAsks } from '../../app/search-params.ts';

/** A row of the trail. */
export type TrailRow = inferOutput<typeof trpc.audit.search>['rows'][number];

/** The trail page by page, the latest first. */
export const useTrail = (asked: AuditAsks) =>
  useInfiniteQuery(
    trpc.audit.search.infiniteQueryOptions(asked, {
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
    }),
  );

/** What {@link useTrail} gives. */
export type Trail = ReturnType<typeof useTrail>;
