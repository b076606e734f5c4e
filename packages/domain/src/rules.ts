import { civilDate, type CivilDate } from './civil-date.ts';
import { parallelItems } from './parallel-items.ts';
import type { Province } from './province.ts';
import {
  commitmentRows,
  cosmeticsRenewalRows,
  deviceProductionRows,
  informationRows,
  retailRows,
} from './rule-rows/commitment-rows.ts';
import {
  deviceDistributionChangeRows,
  deviceDistributionRows,
  deviceProductionChangeRows,
  drugProductionChangeRows,
  drugProductionRows,
} from './rule-rows/production-rows.ts';
import {
  complaintRows,
  crossProvinceRows,
  liaisonRows,
  offSiteRows,
  remedyRows,
} from './rule-rows/cooperation-rows.ts';
import { cosmeticsRows, deviceRows, parallelRows, parallelTwoRows } from './rule-rows/device-rows.ts';
import { drugRows, inspectionRows } from './rule-rows/drug-rows.ts';
import { crimeRows, penaltyRows, supervisionRows, testingRows } from './rule-rows/enforcement-rows.ts';
import { hearingRows, permitRows } from './rule-rows/permit-rows.ts';
import { rowsOf, type Row } from './rule-rows/row.ts';
import type { Rule, RuleKey, Term, Terms } from './rule.ts';

/** Rows of every item, in force since the day that their text came into force, or a day of ours. */
const since = (effectiveFrom: string, rows: readonly Row[], item: string | null = null): readonly Rule[] =>
  rows.map(rowsOf(item, civilDate(effectiveFrom)));

/** The rule table as it is first installed; a row applies from `effectiveFrom` to `effectiveTo`, both days included. */
export const rules: readonly Rule[] = [
  ...since('2019-04-23', [...permitRows, ...hearingRows]),
  // The 川渝 rules on commitment are of this month; the day is our own.
  ...since('2023-12-01', commitmentRows),
  ...since('2022-01-01', cosmeticsRenewalRows, 'cosmetics-production-renewal'),
  // 总局令84 is in force since this day, as recalled.
  ...since('2024-01-01', retailRows, 'otc-retail'),
  ...since('2023-12-01', informationRows, 'drug-information-service'),
  ...since('2022-05-01', deviceProductionRows, 'device-production-licence'),
  ...since('2022-05-01', deviceProductionChangeRows, 'device-production-change'),
  ...since('2022-05-01', deviceDistributionRows, 'device-distribution-licence'),
  ...since('2022-05-01', deviceDistributionChangeRows, 'device-distribution-change'),
  ...parallelItems.flatMap(({ code, course }) =>
    since('2022-03-11', course?.registration === 'national' ? parallelRows : parallelTwoRows, code),
  ),
  ...since('2020-07-01', drugProductionRows, 'drug-production-licence'),
  ...since('2020-07-01', drugProductionChangeRows, 'drug-production-change'),
  ...since('2020-07-01', drugRows),
  // 药品检查管理办法 as revised in 2023; the 总局令54 rows among them are older.
  ...since('2023-07-19', inspectionRows),
  ...since('2022-05-01', deviceRows),
  ...since('2022-01-01', cosmeticsRows),
  ...since('2021-07-15', penaltyRows),
  ...since('2020-08-07', crimeRows),
  ...since('2021-06-01', testingRows),
  ...since('2021-09-01', supervisionRows),
  ...since('2024-05-25', offSiteRows),
  ...since('2024-05-25', drugProductionChangeRows, 'drug-off-site-workshop'),
  ...since('2024-05-25', deviceProductionChangeRows, 'device-off-site-workshop'),
  ...since('2024-10-10', [...crossProvinceRows, ...liaisonRows]),
  ...since('2022-03-24', complaintRows),
  ...since('2024-01-01', remedyRows),
];

/** What decides which row of the table applies. */
export interface TermsQuery {
  readonly keys: readonly RuleKey[];
  readonly province: Province;
  readonly item: string;
  readonly on: CivilDate;
  readonly rules: readonly Rule[];
}

/**
 * The terms of a case that opens on that day: for every key the most specific row in force, the item weighing more than
 * the province, of equals the later. A key without a row in force is left out.
 */
export function termsFor({ keys, rules: table, ...query }: TermsQuery): Terms {
  const wanted = new Set(keys);
  const inForce = new Map<RuleKey, Rule>();
  for (const rule of table) {
    if (!wanted.has(rule.key) || !applies(rule, query)) continue;
    const known = inForce.get(rule.key);
    if (known === undefined || moreSpecificFirst(rule, known) < 0) inForce.set(rule.key, rule);
  }
  const termOf = ({ limit, mark, basis }: Rule): Term => ({ limit, mark, basis });
  return Object.fromEntries([...inForce].map(([key, rule]) => [key, termOf(rule)]));
}

const applies = (rule: Rule, { province, item, on }: Pick<TermsQuery, 'province' | 'item' | 'on'>): boolean =>
  (rule.province ?? province) === province &&
  (rule.item ?? item) === item &&
  rule.effectiveFrom <= on &&
  (rule.effectiveTo === null || on <= rule.effectiveTo);

const specificity = (rule: Rule): number => (rule.item === null ? 0 : 2) + (rule.province === null ? 0 : 1);

const moreSpecificFirst = (a: Rule, b: Rule): number =>
  specificity(b) - specificity(a) || (a.effectiveFrom < b.effectiveFrom ? 1 : -1);
