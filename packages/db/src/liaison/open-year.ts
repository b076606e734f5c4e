import { newYearOf, yearKey, yearOf } from '@lianban/domain/civil-year';
import { DISTRICT_MEETINGS } from '@lianban/domain/matters';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Pool } from 'pg';
import type { Receipt } from '../submission.ts';
import { openOwnCases, type Looking } from './own-case.ts';
import { districtsToMeet } from './units.ts';

/**
 * Receives the opening of the meetings with district leaders in the year in which the day lies, in every bureau that keeps the matter
 * (渝药监〔2024〕69号, 五、（三）): in nobody's name, for the districts and their units of today, with limits that are counted from
 * 1 January whichever day it is opened on. There is one for each bureau and year, however often and by however many it is asked for.
 * Gives the receipts, whose cases are opened by the relay.
 */
export function openYears(pool: Pool, procedure: AnyProcedure, { on, at }: Looking): Promise<readonly Receipt[]> {
  const year = yearOf(on);
  return openOwnCases(pool, {
    ...{ item: DISTRICT_MEETINGS, procedure, from: newYearOf(year), at },
    ...{ keyIn: (province) => yearKey(province, year), period: { kind: 'year', year } },
    facts: async (client, province) => ({ meetings: { year, districts: await districtsToMeet(client, province) } }),
  });
}
