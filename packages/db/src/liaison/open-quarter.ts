import { QUARTERLY_LEDGER } from '@lianban/domain/matters';
import { lastMonthOf, quarterEndingOn, quarterKey } from '@lianban/domain/quarter';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Pool } from 'pg';
import type { Receipt } from '../submission.ts';
import { openOwnCases, type Looking } from './own-case.ts';
import { regionalUnits } from './units.ts';

/**
 * Receives the opening of the ledger of the quarter in whose last month the day lies, in every bureau that keeps one (渝药监〔2024〕69号,
 * 五、（三）): in nobody's name, for the regional units of today, with limits that are counted from the first of that month whichever
 * day it is opened on. There is one for each bureau and quarter, however often and by however many it is asked for; on a day of no
 * last month there is nothing to open. Gives the receipts, whose cases are opened by the relay.
 */
export async function openQuarters(
  pool: Pool,
  procedure: AnyProcedure,
  { on, at }: Looking,
): Promise<readonly Receipt[]> {
  const ending = quarterEndingOn(on);
  if (ending === null) return [];
  return openOwnCases(pool, {
    ...{ item: QUARTERLY_LEDGER, procedure, from: lastMonthOf(ending), at },
    ...{ keyIn: (province) => quarterKey(province, ending), period: { kind: 'quarter', ...ending } },
    facts: async (client, province) => ({ quarter: { ...ending, units: await regionalUnits(client, province) } }),
  });
}
