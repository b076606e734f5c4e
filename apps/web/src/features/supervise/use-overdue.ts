import { useInfiniteQuery } from '@tanstack/react-query';
import { trpc } from '../../app/api.ts';

/** Overdue steps page by page, the longest overdue first. */
export const useOverdue = () =>
  useInfiniteQuery(trpc.supervise.overdue.infiniteQueryOptions({}, { getNextPageParam: ({ next }) => next }));
