import { given } from '../../presentation/given.ts';
import { routeFor } from '../../trpc.ts';
import { ledgerPage } from '../../views/liaison.ts';
import { ledgerFor } from './ledger-for.ts';
import { pageInput } from './page-input.ts';

/** 属地联络单位区域台账: everything from the districts for which the unit of the post answers. */
export const regionalLedger = routeFor('liaison.regionalLedger')
  .input(pageInput)
  .output(ledgerPage)
  .query(({ ctx, input: { limit, cursor, ...filters } }) =>
    ledgerFor(ctx, { cut: 'region', filters, limit, ...given({ cursor }) }),
  );
