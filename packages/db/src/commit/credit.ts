import { addMonths, type CivilDate } from '@lianban/domain/civil-date';
import type { Item } from '@lianban/domain/item';
import type { BreachGround } from '@lianban/workflows/vocabulary/proceeding';
import type { Facts } from './facts.ts';

/** A row of `credit_record` from a failed commitment. */
export interface BreachRow {
  readonly ground: BreachGround;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
}

/** Years without new permits after one was obtained by deceit: 药品管理法123, 医疗器械条例83, 化妆品条例64, otherwise 许可法79. */
const FRAUD_BAR_YEARS: Readonly<Record<Item['field'], number>> = { drug: 10, device: 10, cosmetics: 5, other: 3 };

/** Deceit bars for the years the law sets; every other ground until it is repaired, which is our own default. */
export const breachRows = ({ turn, standing, on }: Facts): readonly BreachRow[] =>
  turn.entries.flatMap((entry) => {
    if (entry.type !== 'breach') return [];
    const years = FRAUD_BAR_YEARS[standing.item?.field ?? 'other'];
    return [
      { ground: entry.ground, since: on, until: entry.ground === 'falseCommitment' ? addMonths(on, 12 * years) : null },
    ];
  });
