import type { LedgerCut } from '@lianban/domain/liaison';
import type { Action } from '@lianban/domain/permission';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** A row of a ledger. */
export type LedgerRow = inferOutput<typeof trpc.liaison.unitLedger>['rows'][number];

/** The districts and units that a request can be put to. */
export type Places = inferOutput<typeof trpc.liaison.districts>;

/** The three ledgers, in the order of their readers. */
export const cuts = ['unit', 'region', 'bureau'] as const satisfies readonly LedgerCut[];

/** What reading each of them is called in the table of permissions. */
export const readingOf = {
  unit: 'liaison.unitLedger',
  region: 'liaison.regionalLedger',
  bureau: 'liaison.bureauLedger',
} as const satisfies Record<LedgerCut, Action>;

/** How high a request can climb, from below. */
export const levels = ['unit', 'office', 'deputy', 'meeting'] as const;
