import { civilDate, type CivilDate } from './civil-date.ts';
import type { Mark } from './limit.ts';
import { law, uncertain } from './rule-rows/row.ts';
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

/** Team sizes and grades, shown beside the limits; both provinces have the same. */
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
];
