import { civilDate, type CivilDate } from './civil-date.ts';
import type { Province } from './province.ts';

/** The civil year in which the day lies. */
export const yearOf = (on: CivilDate): number => Number(on.slice(0, 4));

/** The first day of a civil year. */
export const newYearOf = (year: number): CivilDate => civilDate(`${year}-01-01`);

/** Names the meetings of that year in the bureau of that province, for good: `year:CQ:2026`. */
export const yearKey = (province: Province, year: number): string => `year:${province}:${year}`;
