import { addMonths, type CivilDate } from '@lianban/domain/civil-date';
import type { Limit } from '@lianban/domain/limit';
import { fraudBars } from '@lianban/domain/fraud-bar';
import type { BreachGround } from '@lianban/workflows/vocabulary/proceeding';
import type { Facts } from './facts.ts';

/** A row of `credit_record`. One for an overdue rectification bars no commitment, but the items that name it. */
export interface BreachRow {
  readonly ground: BreachGround;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
}

/**
 * A bar that the case brings along ends as its rule says (许可法78); deceit bars for the years the law sets; every other ground
 * until it is repaired, which is our own default.
 */
export const breachRows = ({ turn, standing, on }: Facts): readonly BreachRow[] =>
  turn.entries.flatMap((entry) => {
    if (entry.type !== 'breach') return [];
    const { ground, bar } = entry;
    if (bar !== undefined) return [{ ground, since: on, until: lastDayOf(bar, on) }];
    const { years } = fraudBars[standing.item?.field ?? 'other'];
    return [{ ground, since: on, until: ground === 'falseCommitment' ? addMonths(on, 12 * years) : null }];
  });

/** Bars are counted in months, from day to corresponding day. */
const lastDayOf = (bar: Limit, on: CivilDate): CivilDate | null => ('months' in bar ? addMonths(on, bar.months) : null);
