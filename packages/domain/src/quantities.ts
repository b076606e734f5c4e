import { civilDate, type CivilDate } from './civil-date.ts';
import type { Mark } from './limit.ts';
import { design, law, uncertain } from './rule-rows/row.ts';
import { text, type Text } from './text.ts';

/** A number of the specification that is no limit: how many there must be, and since when that holds. */
export interface Quantity {
  readonly key: string;
  readonly title: Text;
  readonly amount: number;
  readonly unit: Text;
  /** What follows where there are fewer; null where nothing does. */
  readonly fewer: Text | null;
  readonly mark: Mark;
  readonly basis: Text;
  readonly effectiveFrom: CivilDate;
  readonly effectiveTo: CivilDate | null;
}

const since = civilDate('2023-07-19');
const noStart = text('检查不得开始', 'the inspection may not begin');

const years = text('年', 'years');

/** Team sizes, grades and the parameters of recusal and rotation, shown beside the limits; both provinces have the same. */
export const quantities: readonly Quantity[] = [
  {
    ...{ key: 'insp.team.min', title: text('检查组人数', 'Size of an inspection team'), amount: 2 },
    ...{ unit: text('人', 'persons'), fewer: noStart, ...law('INSP', '15') },
    ...{ effectiveFrom: since, effectiveTo: null },
  },
  {
    ...{ key: 'joint.team.min', title: text('联合检查组人数', 'Size of a joint inspection team'), amount: 2 },
    ...{ unit: text('人（每方）', 'persons of each side'), fewer: noStart, ...law('INSP', '56') },
    ...{ effectiveFrom: since, effectiveTo: null },
  },
  {
    ...{ key: 'risk.grades', title: text('风险等级', 'Grades of risk'), amount: 4 },
    ...{ unit: text('级', 'grades'), fewer: null, ...uncertain('风险分为四级', 'risks have four grades') },
    ...{ effectiveFrom: since, effectiveTo: null },
  },
  {
    ...{ key: 'recusal.coolingOff', title: text('离职后的回避期', 'Recusal after leaving an enterprise'), amount: 3 },
    ...{ unit: years, fewer: null },
    ...design('曾在企业任职或代理的人员离开后的回避期', 'after working or acting for an enterprise'),
    ...{ effectiveFrom: since, effectiveTo: null },
  },
  {
    ...{ key: 'team.load', title: text('检查员在办任务上限', 'Inspections of one person at once'), amount: 5 },
    ...{ unit: text('件', 'inspections'), fewer: null },
    ...design('在办检查任务达到上限的不参加抽取', 'whoever has as many is left out of the draw'),
    ...{ effectiveFrom: since, effectiveTo: null },
  },
  {
    ...{ key: 'team.rotation', title: text('同一企业检查轮换期', 'Rotation at one enterprise'), amount: 2 },
    ...{ unit: years, fewer: null },
    ...design('期内检查过同一企业的检查员不参加抽取', 'who inspected the enterprise within it is left out of the draw'),
    ...{ effectiveFrom: since, effectiveTo: null },
  },
];

/** Names a number that rules of this system read. */
export type QuantityKey = 'insp.team.min' | 'recusal.coolingOff' | 'team.load' | 'team.rotation';

/** The amount in force on that day. @throws RangeError when there is none. */
export function amountOf(key: QuantityKey, on: CivilDate): number {
  const row = quantities.find(
    (one) => one.key === key && one.effectiveFrom <= on && (one.effectiveTo === null || on <= one.effectiveTo),
  );
  if (row === undefined) throw new RangeError(`no amount for ${key} on ${on}`);
  return row.amount;
}
