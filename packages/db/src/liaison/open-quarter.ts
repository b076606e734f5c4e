import { civilDateOf, type CivilDate } from '@lianban/domain/civil-date';
import { QUARTERLY_LEDGER } from '@lianban/domain/matters';
import type { Province } from '@lianban/domain/province';
import { lastMonthOf, quarterEndingOn, quarterKey, type Quarter } from '@lianban/domain/quarter';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Pool, PoolClient } from 'pg';
import { momentOfReceipt, type Moment } from '../arrival.ts';
import { quarterCaseId } from '../child-case-id.ts';
import { matterOn } from '../items.ts';
import { holdCalendar, lockCase } from '../locks.ts';
import { filingOf, frozenItem, termsOn } from '../opening.ts';
import { select, type Queryable } from '../queryable.ts';
import { keepApplication, receiptOf, type Receipt } from '../submission.ts';
import { inTransaction } from '../transaction.ts';
import { regionalUnits } from './units.ts';

/** A bureau that keeps quarterly ledgers, and the body in the register under which its own cases are filed. */
interface Keeper {
  readonly province: Province;
  readonly bodyId: string;
}

/**
 * Receives the opening of the ledger of the quarter in whose last month the day lies, in every bureau that keeps one (渝药监〔2024〕69号,
 * 五、（三）): in nobody's name, for the regional units of today, with limits that are counted from the first of that month whichever
 * day it is opened on. There is one for each bureau and quarter, however often and by however many it is asked for; on a day of no
 * last month there is nothing to open. Gives the receipts, whose cases are opened by the relay.
 */
export async function openQuarters(pool: Pool, procedure: AnyProcedure, on: CivilDate): Promise<readonly Receipt[]> {
  const ending = quarterEndingOn(on);
  if (ending === null) return [];
  const receipts: Receipt[] = [];
  for (const keeper of await keepers(pool)) receipts.push(await openQuarter(pool, procedure, { keeper, ending }));
  return receipts;
}

const keepers = (db: Queryable): Promise<readonly Keeper[]> =>
  select(db, {
    name: 'quarter-keepers',
    text: `SELECT b.province, b.body_id AS "bodyId" FROM bureau b WHERE b.body_id IS NOT NULL
      AND EXISTS (SELECT FROM item i WHERE i.code = $1 AND i.province = b.province) ORDER BY b.province`,
    values: [QUARTERLY_LEDGER],
  });

function openQuarter(
  pool: Pool,
  procedure: AnyProcedure,
  { keeper: { province, bodyId }, ending }: { readonly keeper: Keeper; readonly ending: Quarter },
): Promise<Receipt> {
  const requestId = quarterKey(province, ending);
  const caseId = quarterCaseId(requestId);
  return inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const content = { kind: 'quarter', province, ...ending };
    const before = await receiptOf(client, requestId, content);
    if (before !== null) return before;
    const moment = await momentOfReceipt(pool, client, province);
    const opening = await openingOf(client, procedure, { province, moment, ending });
    const filing = filingOf(procedure, opening.item, bodyId);
    return keepApplication(client, { requestId, caseId, by: null, filing, opening, form: {} }, { moment, content });
  });
}

async function openingOf(
  client: PoolClient,
  procedure: AnyProcedure,
  { province, moment, ending }: { readonly province: Province; readonly moment: Moment; readonly ending: Quarter },
): Promise<Opening> {
  const on = civilDateOf(moment.at);
  const item = frozenItem(await matterOn(client, on, { item: QUARTERLY_LEDGER, province }));
  const units = await regionalUnits(client, province);
  return {
    ...{ item, terms: await termsOn(client, { item, on, procedure }), receivedOn: lastMonthOf(ending) },
    ...{ gate: 'clear', commitment: null, convertedFrom: null, quarter: { ...ending, units } },
  };
}
