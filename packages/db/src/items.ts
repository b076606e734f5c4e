import type { CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Item } from '@lianban/domain/item';
import type { Province } from '@lianban/domain/province';
import { select, type Queryable } from './queryable.ts';

const CURRENT = `SELECT DISTINCT ON (code, province) definition FROM item
  WHERE effective_from <= $1 AND (effective_to IS NULL OR effective_to >= $1) AND definition ->> 'kind'`;

/** The items that may be applied for on that day, of one province or of both; of several editions the latest. */
export async function itemsOn(
  db: Queryable,
  on: CivilDate,
  province: Province | null = null,
): Promise<readonly Item[]> {
  const rows = await select<{ definition: Item }>(db, {
    name: 'items-on',
    text: `${CURRENT} <> 'matter' AND ($2::text IS NULL OR province = $2) ORDER BY code, province, effective_from DESC`,
    values: [on, province],
  });
  return rows.map(({ definition }) => definition);
}

/** The item as it may be applied for on that day. @throws LianbanError UNKNOWN_ITEM */
export const itemOn = (db: Queryable, on: CivilDate, wanted: WantedItem): Promise<Item> =>
  oneOn(db, on, wanted, { name: 'item-on', kind: `<> 'matter'` });

/** What a letter may be about on that day: an item or a matter of the bureau that receives it. @throws LianbanError UNKNOWN_ITEM */
export const subjectOn = (db: Queryable, on: CivilDate, wanted: WantedItem): Promise<Item> =>
  oneOn(db, on, wanted, { name: 'subject-on', kind: 'IS NOT NULL' });

/** The matter that the bureau handles without being applied to, as it stands on that day. @throws LianbanError UNKNOWN_ITEM */
export const matterOn = (db: Queryable, on: CivilDate, wanted: WantedItem): Promise<Item> =>
  oneOn(db, on, wanted, { name: 'matter-on', kind: `= 'matter'` });

interface WantedItem {
  readonly item: string;
  readonly province: Province;
}

// eslint-disable-next-line max-params -- what is looked for, and among what
async function oneOn(
  db: Queryable,
  on: CivilDate,
  { item, province }: WantedItem,
  { name, kind }: { readonly name: string; readonly kind: string },
): Promise<Item> {
  const rows = await select<{ definition: Item }>(db, {
    name,
    text: `${CURRENT} ${kind} AND code = $2 AND province = $3 ORDER BY code, province, effective_from DESC`,
    values: [on, item, province],
  });
  const [row] = rows;
  if (row === undefined) throw new LianbanError('UNKNOWN_ITEM', { item, province, on });
  return row.definition;
}
