import type { LedgerCut } from '@lianban/domain/liaison';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { trpc } from '../../app/api.ts';
import type { LedgerAsks } from '../../app/search-params.ts';

const routes = {
  unit: trpc.liaison.unitLedger,
  region: trpc.liaison.regionalLedger,
  bureau: trpc.liaison.bureauLedger,
} as const satisfies Record<LedgerCut, unknown>;

/** A ledger page by page, the latest request first. */
export const useLedger = (cut: LedgerCut, { cut: _cut, ...filters }: LedgerAsks) =>
  useInfiniteQuery(
    routes[cut].infiniteQueryOptions(filters, {
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
    }),
  );

/** What {@link useLedger} gives. */
export type Ledger = ReturnType<typeof useLedger>;
