import type { Field } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';

/** 药品检查管理办法56: so many inspectors of each side at least. */
export const leastOfEachSide = 2;

const columns = [
  { name: 'name', label: text('姓名', 'Name'), kind: { type: 'line', maxLength: 60 }, required: true },
  {
    name: 'certificate',
    label: text('检查员证号', 'Certificate'),
    kind: { type: 'line', maxLength: 60 },
    required: false,
  },
] as const;

/** The inspectors that one side sends. */
export const inspectors = {
  name: 'inspectors',
  label: text('检查员', 'Inspectors'),
  hint: text('每方不少于两名', 'At least two of each side'),
  kind: { type: 'rows', columns, maxItems: 20, minItems: leastOfEachSide },
  required: true,
  flow: true,
} as const satisfies Field;

/** Inspectors who come in the place of others. */
export const replacements = {
  ...inspectors,
  label: text('替补检查员', 'Replacements'),
  kind: { type: 'rows', columns, maxItems: 20 },
} as const satisfies Field;

/** 检查组长, chosen by the province that entrusts (药品检查管理办法56). */
export const leader = {
  name: 'leader',
  label: text('检查组长（由主办省确定）', 'Leader, chosen by the lead province'),
  kind: { type: 'line', maxLength: 60 },
  required: true,
} as const satisfies Field;

/** Who leaves the team. */
export const member = {
  name: 'member',
  label: text('退出的检查员', 'Inspector who leaves'),
  kind: { type: 'line', maxLength: 60 },
  required: true,
} as const satisfies Field;
