import { given } from '../../presentation/given.ts';
import { routeFor } from '../../trpc.ts';
import { ledgerPage } from '../../views/liaison.ts';
import { ledgerFor } from './ledger-for.ts';
import { pageInput } from './page-input.ts';

/** 科标处总台账: every request. */
export const bureauLedger = routeFor('liaison.bureauLedger')
  .input(pageInput)
  .output(ledgerPage)
  .query(({ ctx, input: { limit, cursor, ...filters } }) =>
    ledgerFor(ctx, { cut: 'bureau', filters, limit, ...given({ cursor }) }),
  );
