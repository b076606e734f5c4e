import { civilDateOf, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Pool, PoolClient } from 'pg';
import { momentInProvince, momentOfReceipt } from '../arrival.ts';
import { periodCaseId } from '../child-case-id.ts';
import { matterOn } from '../items.ts';
import { frozenItem } from '../opening.ts';
import { select, type Queryable } from '../queryable.ts';
import { receiveOpening } from '../receive-opening.ts';
import type { Receipt } from '../submission.ts';

/** A bureau that keeps a matter, and the body in the register under which its own cases are filed. */
interface Keeper {
  readonly province: Province;
  readonly bodyId: string;
}

/** The day whose period is looked for. */
export interface Looking {
  readonly on: CivilDate;
  /** When that happens, for what is received as of the past; now when absent. */
  readonly at?: Instant;
}

/** A case that a bureau has for a period, and that nobody applies for (ADR 0040). */
export interface OwnCase {
  /** The code of the matter, and the edition under which a new case is opened. */
  readonly item: string;
  readonly procedure: AnyProcedure;
  /** The first day of the period, from which its limits are counted. */
  readonly from: CivilDate;
  /** When it is received; now when absent. */
  readonly at?: Instant | undefined;
  /** Names the period in the bureau of a province, for good. */
  readonly keyIn: (province: Province) => string;
  /** Names the period in a submission, so that the same key is not taken for another one. */
  readonly period: Readonly<Record<string, string | number>>;
  /** What only cases of this kind are opened with, as it is today. */
  readonly facts: (client: PoolClient, province: Province) => Promise<Pick<Opening, 'quarter' | 'meetings'>>;
}

/**
 * Receives the opening of that case in every bureau that keeps the matter, in nobody's name. There is one for each bureau and period,
 * however often and by however many it is asked for. Gives the receipts, whose cases are opened by the relay.
 */
export async function openOwnCases(pool: Pool, own: OwnCase): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = [];
  for (const keeper of await keepers(pool, own.item)) receipts.push(await openIn(pool, own, keeper));
  return receipts;
}

const keepers = (db: Queryable, item: string): Promise<readonly Keeper[]> =>
  select(db, {
    name: 'keepers-of-matter',
    text: `SELECT b.province, b.body_id AS "bodyId" FROM bureau b WHERE b.body_id IS NOT NULL
      AND EXISTS (SELECT FROM item i WHERE i.code = $1 AND i.province = b.province) ORDER BY b.province`,
    values: [item],
  });

function openIn(pool: Pool, own: OwnCase, { province, bodyId: enterpriseId }: Keeper): Promise<Receipt> {
  const { item: code, procedure, from: receivedOn, at, keyIn, period, facts } = own;
  const requestId = keyIn(province);
  return receiveOpening(pool, {
    ...{ requestId, caseId: periodCaseId(requestId), content: { ...period, province }, procedure },
    start: async (client) => {
      const moment = await (at === undefined
        ? momentOfReceipt(pool, client, province)
        : momentInProvince(pool, client, { province, at }));
      const item = frozenItem(await matterOn(client, civilDateOf(moment.at), { item: code, province }));
      return { moment, item, enterpriseId, by: null, facts: { receivedOn, ...(await facts(client, province)) } };
    },
  });
}
