import { civilDate, type CivilDate } from './civil-date.ts';
import type { Province } from './province.ts';

/** A quarter of a civil year, counted from 1 to 4. */
export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

const MONTHS = 3;

/** The quarter in which the day lies. */
export function quarterOf(on: CivilDate): Quarter {
  const [year = '', month = ''] = on.split('-');
  return { year: Number(year), quarter: Math.ceil(Number(month) / MONTHS) };
}

const dayOfMonth = (year: number, month: number): CivilDate =>
  civilDate(`${year}-${String(month).padStart(2, '0')}-01`);

/** The first day of a quarter. */
export const firstDayOf = ({ year, quarter }: Quarter): CivilDate => dayOfMonth(year, (quarter - 1) * MONTHS + 1);

/** The first day of the last month of a quarter, from which on its ledger can be handed in. */
export const lastMonthOf = ({ year, quarter }: Quarter): CivilDate => dayOfMonth(year, quarter * MONTHS);

/** The quarter whose last month the day lies in; null on every other day. */
export function quarterEndingOn(on: CivilDate): Quarter | null {
  const quarter = quarterOf(on);
  return on < lastMonthOf(quarter) ? null : quarter;
}

/** Names the ledger of that quarter in the bureau of that province, for good: `quarter:CQ:2026Q3`. */
export const quarterKey = (province: Province, { year, quarter }: Quarter): string =>
  `quarter:${province}:${year}Q${quarter}`;
