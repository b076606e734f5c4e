import { eligibilityOf } from '@lianban/db/eligibility';
import { itemOn } from '@lianban/db/items';
import { allRules } from '@lianban/db/rules';
import { civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import type { Pool } from 'pg';
import type { ItemStanding } from '../../presentation/draft.ts';
import { itemTerms } from '../../presentation/item.ts';

/** Today in Asia/Shanghai. */
export const today = (): CivilDate => civilDateOf(instant(Date.now()));

/** Who asks about which item. */
export interface ItemQuestion {
  readonly item: string;
  readonly province: Province;
  readonly enterpriseId: string;
}

/** How the item stands for the enterprise today. @throws LianbanError UNKNOWN_ITEM */
export async function standingOf(pool: Pool, { enterpriseId, ...wanted }: ItemQuestion): Promise<ItemStanding> {
  const on = today();
  const [item, rules] = await Promise.all([itemOn(pool, on, wanted), allRules(pool)]);
  const eligibility = await eligibilityOf(pool, { item, enterpriseId, on });
  return { item, terms: itemTerms(item, { on, rules }), eligibility };
}

/** {@link standingOf}, or null when the item is not in the catalogue today. */
export async function standingIfListed(pool: Pool, question: ItemQuestion): Promise<ItemStanding | null> {
  try {
    return await standingOf(pool, question);
  } catch (failure) {
    if (failure instanceof LianbanError && failure.code === 'UNKNOWN_ITEM') return null;
    throw failure;
  }
}
