import type { Mark } from './limit.ts';
import { design, law, uncertain } from './rule-rows/row.ts';
import { text, type Text } from './text.ts';

/** Names a rule by which two parts of a case may not be in one hand. */
export type SeparationKey = 'drafting' | 'inspecting' | 'hearing' | 'twoOfficers' | 'recusal';

/** A rule of separation, its source, and whether that is law. */
export interface SeparationRule {
  readonly key: SeparationKey;
  readonly title: Text;
  /** What the rule asks, in one sentence. */
  readonly words: Text;
  readonly mark: Mark;
  readonly basis: Text;
}

/** Every rule of separation of duties (domain.md §9); the steps that they part stand with the procedures. */
export const separationRules: readonly SeparationRule[] = [
  {
    key: 'drafting',
    title: text('拟办与审批分离', 'Drafting and approving apart'),
    words: text('拟办、提请的人不得审核、审批同一事项', 'Whoever drafted or asked for something does not approve it'),
    ...design('拟办人不得审批自己拟办的事项', 'whoever drafted does not approve'),
  },
  {
    key: 'inspecting',
    title: text('检查与决定分离', 'Inspecting and deciding apart'),
    words: text(
      '检查人员不得独自对其检查的事项作出决定，作出决定的人不得核查自己的决定',
      'Whoever inspected does not decide on it alone, and nobody verifies their own decision',
    ),
    ...design('检查人员不得单独决定', 'an inspector is not the sole decider'),
  },
  {
    key: 'hearing',
    title: text('听证主持与审查分离', 'Chairing the hearing and reviewing apart'),
    words: text(
      '听证由审查该事项的工作人员以外的人员主持',
      'A hearing is chaired by somebody other than those who reviewed the matter',
    ),
    ...law('LIC', '48'),
  },
  {
    key: 'twoOfficers',
    title: text('两人核查', 'Two officers for substantive checks'),
    words: text(
      '对实质内容的核查由两名以上工作人员进行，现场检查由两名以上检查员进行',
      'The substance is checked by two officers or more, on the spot by two inspectors or more',
    ),
    ...law('LIC', '34'),
  },
  {
    key: 'recusal',
    title: text('回避', 'Recusal'),
    words: text(
      '与申请人有利害关系的人员不得办理其案件',
      'Whoever has an interest in the applicant takes no part in its cases',
    ),
    ...uncertain(
      '检查人员与被检查单位有利害关系的应当回避（凭记忆）',
      'an inspector with an interest withdraws, recalled',
    ),
  },
];

const byKey = new Map(separationRules.map((rule) => [rule.key, rule]));

/** The rule of that name. @throws RangeError for a name that is none. */
export function separationRule(key: SeparationKey): SeparationRule {
  const rule = byKey.get(key);
  if (rule === undefined) throw new RangeError(`no rule of separation: ${key}`);
  return rule;
}
