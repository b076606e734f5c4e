import { given } from '../../presentation/given.ts';
import { routeFor } from '../../trpc.ts';
import { ledgerPage } from '../../views/liaison.ts';
import { ledgerFor } from './ledger-for.ts';
import { pageInput } from './page-input.ts';

/** 承办部门办理台账: what the unit of the post accepted, was handed or works on. */
export const unitLedger = routeFor('liaison.unitLedger')
  .input(pageInput)
  .output(ledgerPage)
  .query(({ ctx, input: { limit, cursor, ...filters } }) =>
    ledgerFor(ctx, { cut: 'unit', filters, limit, ...given({ cursor }) }),
  );
