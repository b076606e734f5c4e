import { text, type Text } from '@lianban/domain/text';
import type { CatalogueReader } from './catalogue.ts';

/** Lines of a case that run side by side, by the names that the flows give their branches. */
const branches: Readonly<Record<string, Text>> = {
  verification: text('事中事后核查', 'Verification'),
  conditions: text('承诺条件', 'Promised conditions'),
  statement: text('陈述申辩', 'Representations'),
  hearing: text('听证', 'Hearing'),
  register: text('注销登记', 'Register'),
  credit: text('信用登记', 'Credit file'),
  progress: text('阶段反馈', 'Progress'),
  cap: text('最长办理期', 'Longest handling'),
  mayDispute: text('转交', 'Transfer'),
  collect: text('各区域报送', 'Regions'),
  coordinate: text('协助办理', 'With helpers'),
  supplement: text('待补充', 'Waiting for more'),
  rate: text('满意度', 'Rating'),
  registration: text('注册', 'Registration'),
  licence: text('生产许可', 'Production licence'),
  falsity: text('涉嫌虚假', 'Suspicion of falsity'),
  overdue: text('逾期未整改', 'Rectification overdue'),
  visit: text('体系核查与现场检查', 'Verification and inspection'),
  review: text('技术审评', 'Technical review'),
  decision: text('决定', 'Decision'),
  preview: text('资料预审', 'Preliminary examination'),
  inspection: text('上市前检查', 'Inspection before approval'),
  result: text('结果回告', 'Result told'),
};

/** Branches that another procedure has under the same name for something else. */
const branchesIn: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  'off-site-workshop': {
    consent: text('对方意见', 'Opinion of the other side'),
    inspection: text('厂址联合检查', 'Joint inspection of the site'),
    plan: text('协同监管方案', 'Plan of joint supervision'),
  },
  'off-site-launch': {
    register: text('登记与备案', 'Register and filing'),
    validation: text('验证', 'Validation'),
  },
  'joint-inspection': {
    home: text('本方检查员', 'Our inspectors'),
    site: text('对方检查员', 'Their inspectors'),
  },
};

/**
 * The line of a flow in which a duty stands, outermost part first; empty on the main line. Keys name the place of a step,
 * such as `verification/rectify#2`; a part ending in `!` is a right whose exercise opened a line of its own.
 */
const lineOf = (duty: string): readonly string[] => duty.split('/').slice(0, -1);

/** Whether a duty stands in the line of the other, or in one that began there. */
export function isWithinLineOf(duty: string, other: string): boolean {
  const line = lineOf(duty);
  return lineOf(other).every((part, at) => part === line[at]);
}

/** The branches a duty belongs to, outermost first; none on the main line. A part without a title only holds a flow together. */
export function branchesOf(
  duty: string,
  { stepTitle, procedure: { id } }: Pick<CatalogueReader, 'stepTitle' | 'procedure'>,
): Text[] {
  const titleOf = (part: string) => branchesIn[id]?.[part] ?? branches[part] ?? counted(part);
  return lineOf(duty)
    .flatMap((part) => (part.endsWith('!') ? stepTitle(part.slice(0, -1)) : titleOf(part)))
    .filter(({ zh }, at, all) => all[at - 1]?.zh !== zh);
}

/** Lines that are counted, one for each of several units. */
function counted(part: string): Text[] {
  const [, kind, nth] = /^(helper|region)(\d+)$/.exec(part) ?? [];
  if (nth === undefined) return [];
  const number = Number(nth) + 1;
  return [
    kind === 'helper' ? text(`协办单位${number}`, `Helper ${number}`) : text(`区域${number}`, `Region ${number}`),
  ];
}
