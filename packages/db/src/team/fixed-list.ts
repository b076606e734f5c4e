import type { CivilDate } from '@lianban/domain/civil-date';
import type { Item } from '@lianban/domain/item';
import { amountOf } from '@lianban/domain/quantities';
import { drawTeam, listOf, type Candidate, type DrawnTeam, type Listed } from '@lianban/domain/team';
import { sm3OfText } from '../sm3.ts';

/** A list as it is fixed before the seed of its draw is known; its hash covers all of it. */
export interface FixedList {
  readonly caseNumber: string;
  readonly duty: string;
  /** Which draw of the duty it is for. */
  readonly number: number;
  readonly on: CivilDate;
  readonly field: Item['field'];
  readonly size: number;
  /** Who is in the team and stays, the leader first. */
  readonly kept: readonly string[];
  readonly pool: readonly Listed[];
}

/** What a list is made from beside the pool. */
export type ListHead = Omit<FixedList, 'pool' | 'size'>;

/** The list of that day by the numbers in force. */
export const fixedList = (roster: readonly Candidate[], head: ListHead): FixedList => ({
  ...head,
  size: amountOf('insp.team.min', head.on),
  pool: listOf(roster, {
    ...{ on: head.on, field: head.field },
    loadLimit: amountOf('team.load', head.on),
    rotationYears: amountOf('team.rotation', head.on),
  }),
});

/** The draw from a list by a seed, with SM3; null when there are not enough people. */
export const drawnFrom = ({ pool, kept, size }: FixedList, seed: string): DrawnTeam | null =>
  drawTeam({ list: pool, kept, size, seed, hash: sm3OfText });
