import { addMonths, type CivilDate } from '@lianban/domain/civil-date';
import type { Limit } from '@lianban/domain/limit';
import { barsAfterFraud } from '@lianban/domain/application-bar';
import { termOfBar } from '@lianban/domain/bar-terms';
import type { BreachGround } from '@lianban/workflows/vocabulary/proceeding';
import type { Facts } from './facts.ts';

/** A row of `credit_record`. One for an overdue rectification bars no commitment, but the items that name it. */
export interface BreachRow {
  readonly ground: BreachGround;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
}

/**
 * A bar that the case brings along ends as its rule says; deceit in a case from before bars were among its terms, as the table was
 * first installed; every other ground lasts until it is repaired, which is our own default.
 */
export const breachRows = ({ turn, standing, on }: Facts): readonly BreachRow[] =>
  turn.entries.flatMap((entry) => {
    if (entry.type !== 'breach') return [];
    const { ground, bar } = entry;
    if (bar !== undefined) return [{ ground, since: on, until: lastDayOf(bar, on) }];
    if (ground !== 'falseCommitment') return [{ ground, since: on, until: null }];
    const { limit } = termOfBar(barsAfterFraud[standing.item?.field ?? 'other'], {});
    return [{ ground, since: on, until: lastDayOf(limit, on) }];
  });

/** Bars are counted in months, from day to corresponding day. */
const lastDayOf = (bar: Limit, on: CivilDate): CivilDate | null => ('months' in bar ? addMonths(on, bar.months) : null);
