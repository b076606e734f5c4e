import { addMonths, type CivilDate } from '@lianban/domain/civil-date';
import { fraudBars } from '@lianban/domain/fraud-bar';
import type { BreachGround } from '@lianban/workflows/vocabulary/proceeding';
import type { Facts } from './facts.ts';

/** A row of `credit_record` from a failed commitment. */
export interface BreachRow {
  readonly ground: BreachGround;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
}

/** Deceit bars for the years the law sets; every other ground until it is repaired, which is our own default. */
export const breachRows = ({ turn, standing, on }: Facts): readonly BreachRow[] =>
  turn.entries.flatMap((entry) => {
    if (entry.type !== 'breach') return [];
    const { years } = fraudBars[standing.item?.field ?? 'other'];
    return [
      { ground: entry.ground, since: on, until: entry.ground === 'falseCommitment' ? addMonths(on, 12 * years) : null },
    ];
  });
